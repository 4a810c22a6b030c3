extension JSONValue {
  /// The string, unescaped on demand, if this is one.
  package var string: String? {
    let word = word
    let range = word.low..<word.low &+ word.high
    switch word.token {
    case .plainString: return String(copyingValid: range, of: text.bytes)
    case .escapedString: return String(copyingValid: unescaped(range))
    default: return nil
    }
  }

  /// Whether this is the string `other`, character for character: without normalization, as RFC 8259 §8.3 advises.
  /// Allocates nothing, unless the string is written with escapes.
  package func equals(_ other: String) -> Bool {
    let utf8 = other.utf8
    return equals(utf8.span.bytes)
  }

  /// The string's bytes, if this is one: what ``string`` is made of, for texts that are kept as bytes. One copy.
  package var utf8: [UInt8]? {
    let word = word
    switch word.token {
    case .plainString:
      let source = text.bytes
      return [UInt8](capacity: word.high) {
        $0.append(copying: source.span.bytes.extracting(word.low..<word.low &+ word.high))
      }
    case .escapedString: return unescaped(word.low..<word.low &+ word.high)
    default: return nil
    }
  }

  /// How many bytes of UTF-8 the string has that this is; `nil` if it is none, or is written with escapes.
  package var plainLength: Int? {
    let word = word
    return word.token == .plainString ? word.high : nil
  }

  /// Whether this is a string of those bytes of UTF-8.
  func equals(_ other: RawSpan) -> Bool {
    let word = word
    switch word.token {
    case .plainString:
      guard word.high == other.byteCount else { return false }
      let source = text.bytes
      return source.span.bytes.hasBytes(of: other, at: word.low)
    case .escapedString:
      // What is escaped is at least as long as what it means.
      guard word.high >= other.byteCount else { return false }
      let meant = unescaped(word.low..<word.low &+ word.high)
      return meant.count == other.byteCount && meant.span.bytes.hasBytes(of: other, at: 0)
    default:
      return false
    }
  }

  /// What the contents of a string mean; `range` is one that the parser has accepted.
  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    let bytes = text.bytes
    return [UInt8](capacity: range.count) { meant in
      let source = bytes.span
      var offset = range.lowerBound
      while offset < range.upperBound {
        let byte = source[offset]
        guard byte == UInt8(ascii: "\\") else {
          meant.append(byte)
          offset &+= 1
          continue
        }
        let letter = source[offset &+ 1]
        offset &+= 2
        switch letter {
        case UInt8(ascii: "b"): meant.append(0x08)
        case UInt8(ascii: "f"): meant.append(0x0C)
        case UInt8(ascii: "n"): meant.append(0x0A)
        case UInt8(ascii: "r"): meant.append(0x0D)
        case UInt8(ascii: "t"): meant.append(0x09)
        case UInt8(ascii: "u"):
          var scalar = hexValue(of: source, at: offset)
          offset &+= 4
          if scalar & 0xF800 == 0xD800 {
            let low = hexValue(of: source, at: offset &+ 2)
            offset &+= 6
            scalar = 0x10000 &+ (scalar & 0x3FF) &<< 10 &+ low & 0x3FF
          }
          appendUTF8(scalar, to: &meant)
        default: meant.append(letter)
        }
      }
    }
  }
}

private func hexValue(of source: Span<UInt8>, at offset: Int) -> UInt32 {
  var value: UInt32 = 0
  for index in offset..<offset &+ 4 { value = value &<< 4 | UInt32(hexDigitValue(source[index]) ?? 0) }
  return value
}

private func appendUTF8(_ scalar: UInt32, to bytes: inout OutputSpan<UInt8>) {
  func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar &>> shift & 0x3F) }
  switch scalar {
  case 0..<0x80:
    bytes.append(UInt8(truncatingIfNeeded: scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6))
    bytes.append(continuation(0))
  case 0x800..<0x10000:
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar &>> 12))
    bytes.append(continuation(6))
    bytes.append(continuation(0))
  default:
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar &>> 18))
    bytes.append(continuation(12))
    bytes.append(continuation(6))
    bytes.append(continuation(0))
  }
}

extension RawSpan {
  /// Whether no byte is beyond ASCII.
  var isASCII: Bool {
    var offset = 0
    var seen: UInt64 = 0
    while offset &+ 8 <= byteCount {
      seen |= word(at: offset)
      offset &+= 8
    }
    while offset < byteCount {
      seen |= UInt64(byte(at: offset))
      offset &+= 1
    }
    return seen & highBits == 0
  }

  /// Whether the bytes from an offset on are those of `other`. They must be there.
  @inline(__always)
  func hasBytes(of other: RawSpan, at start: Int) -> Bool {
    let count = other.byteCount
    var offset = 0
    while offset &+ 8 <= count {
      let own = unsafeLoadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
      if own != other.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset &+= 8
    }
    while offset < count {
      if byte(at: start &+ offset) != other.byte(at: offset) { return false }
      offset &+= 1
    }
    return true
  }
}

extension String {
  /// Copies bytes that are known to be UTF-8: the parser has checked them.
  init(copyingValid range: Range<Int>, of bytes: [UInt8]) {
    let contents = bytes.span.extracting(range)
    // A string that knows that it is ASCII is compared and hashed by its bytes, others by way of Unicode's tables.
    let isASCII = contents.bytes.isASCII
    self.init(copying: unsafe UTF8Span(unchecked: contents, isKnownASCII: isASCII))
  }

  /// Copies bytes that are known to be UTF-8.
  init(copyingValid bytes: [UInt8]) {
    self.init(copyingValid: bytes.indices, of: bytes)
  }
}
