import Glibc

/// Finds where some bytes stand in a text that is given piece by piece.
struct TextSearch {
  private let wanted: [UInt8]
  private let count: Int

  /// How much is looked at in one piece.
  private static let window = 1 << 18

  /// - Parameters:
  ///   - wanted: what to find; not empty.
  ///   - count: the text's length.
  init(for wanted: [UInt8], in count: Int) {
    self.wanted = wanted
    self.count = count
  }

  /// The places where it starts, ascending. Cost: one look at each byte.
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
    piece.withUnsafeBufferPointer { piece in
      guard let base = piece.baseAddress, let first = wanted.first else { return }
      var offset = 0
      // memchr, since the C library's is several times as fast as a loop.
      while offset + wanted.count <= piece.count,
        let found = memchr(base + offset, Int32(first), piece.count - offset - wanted.count + 1)
      {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if wanted.indices.allSatisfy({ piece[offset + $0] == wanted[$0] }) { places.append(start + offset) }
        offset += 1
      }
    }
  }
}
