import Glibc
internal import TrustedAccess

/// Finds where some bytes stand in a text that is given piece by piece, whatever case their ASCII letters have.
struct TextSearch {
  private let wanted: [UInt8]
  private let count: Int

  /// How much is looked at in one piece.
  private static let window = 1 << 18

  /// - Parameters:
  ///   - wanted: what to find; not empty.
  ///   - count: the text's length.
  init(for wanted: [UInt8], in count: Int) {
    self.wanted = wanted.map(\.asciiLowercased)
    self.count = count
  }

  /// The places where it starts, ascending. Cost: two looks at each byte.
  func places(_ bytes: (Range<Int>) -> [UInt8]) -> [Int] {
    var places: [Int] = []
    var start = 0
    while start < count {
      let end = min(start + Self.window, count)
      append(bytes(start..<min(end + wanted.count - 1, count)), startingAt: start, to: &places)
      start = end
    }
    return places
  }

  private func append(_ piece: [UInt8], startingAt start: Int, to places: inout [Int]) {
    guard let first = wanted.first else { return }
    let upper = first &- 0x61 < 26 ? first ^ 0x20 : first
    var found: [Int] = []
    for byte in first == upper ? [first] : [first, upper] { append(piece, beginningWith: byte, to: &found) }
    places += found.sorted().map { start + $0 }
  }

  private func append(_ piece: [UInt8], beginningWith first: UInt8, to places: inout [Int]) {
    piece.withUnsafeBufferPointer { piece in
      guard let base = piece.baseAddress else { return }
      var offset = 0
      // memchr, since the C library's is several times as fast as a loop.
      while offset + wanted.count <= piece.count,
        let found = memchr(base + offset, Int32(first), piece.count - offset - wanted.count + 1)
      {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if wanted.indices.allSatisfy({ piece[offset + $0].asciiLowercased == wanted[$0] }) { places.append(offset) }
        offset += 1
      }
    }
  }
}
