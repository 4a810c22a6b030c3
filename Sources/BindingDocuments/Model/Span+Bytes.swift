// What every dialect that cuts text byte by byte asks of it.

extension Span<UInt8> {
  /// The byte at an offset, which is none below 0; 0 behind the end.
  @inline(__always)
  func peek(at offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }

  /// Whether a text stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset + length <= count else { return false }
    return text.withUTF8Buffer { bytes in
      for index in 0..<length where self[offset + index] != bytes[index] { return false }
      return true
    }
  }

  /// Where the line ends that holds an offset: at its line feed, or with the text.
  @inline(__always)
  func endOfLine(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset] != 0x0A { offset &+= 1 }
    return offset
  }

  /// A stretch as text; bytes that are not UTF-8 are replaced.
  func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
