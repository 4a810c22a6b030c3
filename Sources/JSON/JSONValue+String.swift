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
    return [UInt8](unsafeUninitializedCapacity: range.count) { meant, count in
      let source = bytes.span.bytes
      // What is meant is never longer than what is written: there is room for what is written at each place.
      let room = UnsafeMutableRawBufferPointer(meant)
      var offset = range.lowerBound
      while offset < range.upperBound {
        let plain = copyingPlain(source, offset..<range.upperBound, to: room, at: &count)
        guard plain < range.upperBound else { return }
        offset = appendEscape(source, at: plain, to: room, at: &count)
      }
    }
  }
}

/// Copies up to the next backslash, eight bytes at a time. Gives its offset, or the end of the range.
@inline(__always)
private func copyingPlain(
  _ source: RawSpan, _ range: Range<Int>, to room: UnsafeMutableRawBufferPointer, at count: inout Int
) -> Int {
  var offset = range.lowerBound
  while offset &+ 8 <= range.upperBound {
    let word = source.word(at: offset)
    room.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    let found = backslashes(in: word)
    if found != 0 {
      let length = found.trailingZeroBitCount &>> 3
      count &+= length
      return offset &+ length
    }
    count &+= 8
    offset &+= 8
  }
  while offset < range.upperBound, source.byte(at: offset) != UInt8(ascii: "\\") {
    room[count] = source.byte(at: offset)
    count &+= 1
    offset &+= 1
  }
  return offset
}

/// Writes what the escape at an offset means. Gives the offset behind it.
private func appendEscape(
  _ source: RawSpan, at start: Int, to room: UnsafeMutableRawBufferPointer, at count: inout Int
) -> Int {
  let letter = source.byte(at: start &+ 1)
  var offset = start &+ 2
  if letter == UInt8(ascii: "u") {
    var scalar = hexValue(of: source, at: offset)
    offset &+= 4
    if scalar & 0xF800 == 0xD800 {
      let low = hexValue(of: source, at: offset &+ 2)
      offset &+= 6
      scalar = 0x10000 &+ (scalar & 0x3FF) &<< 10 &+ low & 0x3FF
    }
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
      room[count] = byte
      count &+= 1
    }
    return offset
  }
  room[count] =
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  count &+= 1
  return offset
}

private func hexValue(of source: RawSpan, at offset: Int) -> UInt32 {
  var value: UInt32 = 0
  for index in offset..<offset &+ 4 { value = value &<< 4 | UInt32(hexDigitValue(source.byte(at: index)) ?? 0) }
  return value
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
