import JSON

/// The bytes of a stream that have arrived and are not yet taken: a stretch of one array that is filled at its end.
///
/// Grows only while a single line is longer than it, and falls back to its size when that line is taken.
struct Window: Sendable {
  /// The size in bytes: as much as a pipe holds.
  static let size = 65536

  /// Never zeroed: pages that no byte has reached stay out of memory.
  private var bytes = Self.uninitialized(size)
  private var start = 0
  private var end = 0
  /// Up to where the line's end has been looked for in vain.
  private var searched = 0

  private static func uninitialized(_ size: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { _, count in count = size }
  }

  /// How many bytes there are.
  var count: Int { end - start }

  /// The first byte.
  var first: UInt8? { start < end ? bytes[start] : nil }

  /// Gives all bytes to `body`.
  func withContents<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(start..<end))
  }

  /// Takes more bytes with `read`, which is given room for at least one.
  mutating func fill(with read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    makeRoom()
    let count = bytes.withUnsafeMutableBytes { read(UnsafeMutableRawBufferPointer(rebasing: $0[end...])) }
    end += max(count, 0)
    return count
  }

  private mutating func makeRoom() {
    if start == end {
      if bytes.count > Self.size { bytes = Self.uninitialized(Self.size) }
      (start, end, searched) = (0, 0, 0)
    } else if end == bytes.count {
      let kept = end - start
      if kept > bytes.count / 2 {
        var larger = Self.uninitialized(bytes.count * 2)
        larger.replaceSubrange(0..<kept, with: bytes[start..<end])
        bytes = larger
      } else {
        bytes.withUnsafeMutableBytes { bytes in
          bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
      }
      (searched, start, end) = (searched - start, 0, kept)
    }
  }

  /// Removes and returns the first `count` bytes.
  mutating func take(_ count: Int) -> [UInt8] {
    defer { skip(count) }
    return [UInt8](capacity: count) { room in
      room.append(copying: bytes.span.bytes.extracting(start..<start + count))
    }
  }

  /// Moves the first `count` bytes to `message`, whatever that held.
  mutating func take(_ count: Int, into message: inout [UInt8]) {
    message.removeAll(keepingCapacity: true)
    message.append(bytes.span.bytes.extracting(start..<start + count))
    skip(count)
  }

  /// Removes the first `count` bytes.
  mutating func skip(_ count: Int) {
    start += count
    searched = max(searched, start)
  }

  /// How long the first line is, its line feed not counted; `nil` if its end is not there. Looks at each byte once.
  mutating func lengthOfLine() -> Int? {
    let found = bytes.span.firstIndex(of: UInt8(ascii: "\n"), in: searched..<end)
    searched = found ?? end
    return found.map { $0 - start }
  }
}
