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

  /// Appends the bytes of a literal.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0.span.bytes) }
  }

  /// Appends a number in decimal digits.
  package mutating func append(decimal number: Int) {
    // The longest number has 19 digits and a sign.
    append(addingCapacity: 20) { room in
      if number < 0 { room.append(UInt8(ascii: "-")) }
      room.append(decimal: number.magnitude)
    }
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
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }
}
