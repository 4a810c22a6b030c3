// Steps over the tokens of a text. Each function takes the offset to start at and gives the offset behind the token.

extension RawSpan {
  /// The byte at an offset, which must lie in the span.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from an offset on, which must lie in the span; the first is the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The byte at an offset; 0, which no token begins with, at the end.
  @inline(__always)
  func peek(at offset: Int) -> UInt8 {
    // Checked here and by the same comparison for an offset below 0, so not once more by the load: a quarter of the
    // time of parsing.
    guard UInt(bitPattern: offset) < UInt(bitPattern: byteCount) else { return 0 }
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from an offset on, the first one lowest; `nil` if fewer are left.
  @inline(__always)
  func peekWord(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= byteCount &- 8 else { return nil }
    // Checked just now, and so not once more by the load.
    return UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Steps over white space: space, tab, line feed, carriage return.
  @inline(__always)
  func skippingWhiteSpace(from start: Int) -> Int {
    let first = peek(at: start)
    return first > 0x20 ? start : skippingWhiteSpaceSlowly(from: start)
  }

  @inline(never)
  private func skippingWhiteSpaceSlowly(from start: Int) -> Int {
    var offset = start
    while offset < byteCount {
      switch byte(at: offset) {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset &+= 1
        while offset &+ 8 <= byteCount, word(at: offset) == 0x2020_2020_2020_2020 { offset &+= 8 }
      default: return offset
      }
    }
    return offset
  }
}

// MARK: Strings

/// The end of a string's contents and whether they hold an escape.
struct StringExtent {
  var end: Int
  var isEscaped: Bool
}

extension RawSpan {
  /// Steps over a string's contents, from behind its opening quote to its closing quote.
  func scanningString(from start: Int) throws(JSONSyntaxError) -> StringExtent {
    var offset = start
    var isEscaped = false
    while true {
      offset = skippingPlainCharacters(from: offset)
      guard offset < byteCount else { throw .expected("'\"' at the end of the string", in: self, at: offset) }
      switch byte(at: offset) {
      case UInt8(ascii: "\""):
        return StringExtent(end: offset, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        offset = try scanningEscape(from: offset)
        isEscaped = true
      case 0x80...:
        offset = try scanningMultibyteCharacters(from: offset)
      case let control:
        throw .fault(
          "\(JSONSyntaxError.name(of: control)) in a string must be escaped, as \(controlEscape(control))", at: offset)
      }
    }
  }

  /// Steps over characters that mean themselves: ASCII without quote, backslash and control characters.
  @inline(__always)
  func skippingPlainCharacters(from start: Int) -> Int {
    var offset = start
    while let word = peekWord(at: offset) {
      let found = (specialCharacters(in: word) | word) & highBits
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < byteCount {
      let byte = byte(at: offset)
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
      offset &+= 1
    }
    return offset
  }

  /// Steps over an escape, from its backslash.
  private func scanningEscape(from start: Int) throws(JSONSyntaxError) -> Int {
    switch peek(at: start &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start &+ 2
    case UInt8(ascii: "u"):
      break
    default:
      throw .expected("one of \" \\ / b f n r t u after '\\'", in: self, at: start &+ 1)
    }
    let unit = try scanningHexDigits(from: start &+ 2)
    if unit & 0xF800 != 0xD800 { return start &+ 6 }
    guard unit < 0xDC00 else {
      throw .fault("the low surrogate \(escape(unit)) does not follow a high one", at: start)
    }
    let second = start &+ 6
    // A text that ends here is just cut off, as at any other byte.
    guard second < byteCount else { throw .expected("the escape of a low surrogate", in: self, at: second) }
    guard byte(at: second) == UInt8(ascii: "\\"), second &+ 1 == byteCount || byte(at: second &+ 1) == UInt8(ascii: "u")
    else {
      throw .fault("the high surrogate \(escape(unit)) is not followed by a low one", at: start)
    }
    guard second &+ 1 < byteCount else { throw .expected("'u' after '\\'", in: self, at: second &+ 1) }
    let low = try scanningHexDigits(from: second &+ 2)
    guard low & 0xFC00 == 0xDC00 else {
      throw .fault("the high surrogate \(escape(unit)) is not followed by a low one", at: start)
    }
    return second &+ 6
  }

  /// The value of the four hexadecimal digits of an escape.
  private func scanningHexDigits(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for offset in start..<start &+ 4 {
      guard let digit = hexDigitValue(peek(at: offset)) else {
        throw .expected("four hexadecimal digits after '\\u'", in: self, at: offset)
      }
      value = value &<< 4 | UInt32(digit)
    }
    return value
  }

  /// Steps over characters beyond ASCII, well-formed as the Unicode Standard's table 3-7 has it.
  func scanningMultibyteCharacters(from start: Int) throws(JSONSyntaxError) -> Int {
    var offset = start
    while offset < byteCount {
      let length: Int
      let second: ClosedRange<UInt8>
      switch byte(at: offset) {
      case 0..<0x80: return offset
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case let byte:
        throw .fault("\(JSONSyntaxError.name(of: byte)) begins no character of UTF-8", at: offset)
      }
      for index in 1..<length {
        guard offset &+ index < byteCount else {
          throw .expected("the rest of a character of UTF-8", in: self, at: byteCount)
        }
        guard (index == 1 ? second : 0x80...0xBF).contains(byte(at: offset &+ index)) else {
          throw .fault(
            "\(JSONSyntaxError.name(of: byte(at: offset))) begins a character of UTF-8 that "
              + "\(JSONSyntaxError.name(of: byte(at: offset &+ index))) does not continue", at: offset)
        }
      }
      offset &+= length
    }
    return offset
  }
}

// MARK: Numbers

/// The end of a number and whether it has a fraction or an exponent.
struct NumberExtent {
  var end: Int
  var isInteger: Bool
}

extension RawSpan {
  /// Steps over a number, from its minus or its first digit.
  @inline(__always)
  func scanningNumber(from start: Int) throws(JSONSyntaxError) -> NumberExtent {
    var offset = start
    if byte(at: offset) == UInt8(ascii: "-") { offset &+= 1 }
    let first = peek(at: offset)
    guard isDigit(first) else { throw .expected("a digit after '-'", in: self, at: offset) }
    offset &+= 1
    if first == UInt8(ascii: "0") {
      if isDigit(peek(at: offset)) { throw .fault("a number has no leading zero", at: offset) }
    } else {
      offset = skippingDigits(from: offset)
    }
    let next = peek(at: offset)
    if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") {
      return NumberExtent(end: try scanningFractionAndExponent(from: offset), isInteger: false)
    }
    return NumberExtent(end: offset, isInteger: true)
  }

  @inline(never)
  private func scanningFractionAndExponent(from start: Int) throws(JSONSyntaxError) -> Int {
    var offset = start
    if byte(at: offset) == UInt8(ascii: ".") {
      offset &+= 1
      guard isDigit(peek(at: offset)) else { throw .expected("a digit after '.'", in: self, at: offset) }
      offset = skippingDigits(from: offset &+ 1)
    }
    guard peek(at: offset) | 0x20 == UInt8(ascii: "e") else { return offset }
    offset &+= 1
    let sign = peek(at: offset)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset &+= 1 }
    guard isDigit(peek(at: offset)) else { throw .expected("a digit of the exponent", in: self, at: offset) }
    return skippingDigits(from: offset &+ 1)
  }

  @inline(__always)
  private func skippingDigits(from start: Int) -> Int {
    var offset = start
    while isDigit(peek(at: offset)) { offset &+= 1 }
    return offset
  }
}

// MARK: Literals

extension RawSpan {
  /// Steps over `true`, `false` or `null`, whose first character has been seen.
  @inline(__always)
  func scanningLiteral(_ literal: StaticString, word: UInt32, from start: Int) throws(JSONSyntaxError) -> Int {
    // The last four bytes tell: the first byte of `false` is known, and the others have four.
    let length = literal.utf8CodeUnitCount
    let tail = start &+ length &- 4
    if start &+ length <= byteCount, unsafeLoadUnaligned(fromByteOffset: tail, as: UInt32.self) == word {
      return start &+ length
    }
    throw misspelt(literal, from: start)
  }

  @inline(never)
  private func misspelt(_ literal: StaticString, from start: Int) -> JSONSyntaxError {
    let spelling = "\(literal)"
    var offset = start
    for byte in spelling.utf8 {
      guard peek(at: offset) == byte else { break }
      offset &+= 1
    }
    return .expected("'\(spelling)'", in: self, at: offset)
  }
}

// MARK: Characters

/// The highest bit of each byte.
let highBits: UInt64 = 0x8080_8080_8080_8080

/// Sets the highest bit of the lowest byte that is a quote, a backslash or a control character, and none below it. The
/// bits above that one mean nothing, nor do those of bytes beyond ASCII.
@inline(__always)
func specialCharacters(in word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  return (word &- ones &* 0x20) | ((word ^ ones &* 0x22) &- ones) | ((word ^ ones &* 0x5C) &- ones)
}

/// Sets the highest bit of the lowest byte that is a backslash, and none below it.
@inline(__always)
func backslashes(in word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let difference = word ^ ones &* 0x5C
  return (difference &- ones) & ~difference & highBits
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func hexDigitValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

private func escape(_ unit: UInt32) -> String { "\\u" + String(unit, radix: 16, uppercase: true) }

/// The shortest escape of a control character.
func controlEscape(_ control: UInt8) -> String {
  switch control {
  case 0x08: "\\b"
  case 0x09: "\\t"
  case 0x0A: "\\n"
  case 0x0C: "\\f"
  case 0x0D: "\\r"
  default: "\\u00" + (control < 0x10 ? "0" : "") + String(control, radix: 16, uppercase: true)
  }
}
