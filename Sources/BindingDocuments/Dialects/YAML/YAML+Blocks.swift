import Glibc

// How a text is cut into documents.

extension YAML {
  /// From this length on, a document ends where something begins in its first column.
  private static var longest: Int { 1 << 16 }

  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    text.withUnsafeBufferPointer { bytes in
      let end = end(of: bytes, from: start)
      // Four bytes of the next line tell whether it begins a document.
      return Block(
        end: end, examined: Swift.min(end + 4, bytes.count),
        isOfInterest: holdsTrigger(UnsafeRawBufferPointer(bytes), start..<end))
    }
  }

  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var line = start
    while let next = lineBehind(line, in: bytes), next < bytes.count {
      let isLong = next - start > longest
      if bytes[next] == UInt8(ascii: "-")
        ? isMarker(bytes, next) || isLong && isItem(bytes, next) : isLong && isName(bytes[next])
      {
        return next
      }
      line = next
    }
    return bytes.count
  }

  private static func lineBehind(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + offset, 0x0A, bytes.count - offset) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }

  /// Whether a line begins a document.
  private static func isMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "-"), bytes[start + 2] == UInt8(ascii: "-") else {
      return false
    }
    return start + 3 == bytes.count || bytes[start + 3] <= 0x20
  }

  private static func isItem(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start + 1 < bytes.count && bytes[start + 1] == 0x20
  }

  /// Whether a byte plainly begins a name: a letter, `.` or `_`.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
