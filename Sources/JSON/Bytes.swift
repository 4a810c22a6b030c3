extension OutputSpan<UInt8> {
  /// Appends a copy of bytes, for which there must be room. One `memcpy`.
  @inline(__always)
  package mutating func append(copying bytes: RawSpan) {
    precondition(bytes.byteCount <= freeCapacity, "no room for \(bytes.byteCount) bytes")
    withUnsafeMutableBufferPointer { buffer, count in
      // What is behind `count` is free, and as large as was checked.
      bytes.withUnsafeBytes { bytes in
        guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
        UnsafeMutableRawPointer(target + count).copyMemory(from: source, byteCount: bytes.count)
      }
      count += bytes.byteCount
    }
  }
}

extension [UInt8] {
  /// Appends a copy of bytes.
  @inline(__always)
  package mutating func append(_ bytes: RawSpan) {
    append(addingCapacity: bytes.byteCount) { $0.append(copying: bytes) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends the bytes of a literal, for which there must be room.
  @inline(__always)
  package mutating func append(copying text: StaticString) {
    text.withUTF8Buffer { append(copying: $0.span.bytes) }
  }

  /// Appends a number in decimal digits, for which there must be room.
  package mutating func append(decimal number: UInt) {
    if number >= 100 { append(decimal: number / 100) }
    if number >= 10 { append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10 % 10)) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }
}
