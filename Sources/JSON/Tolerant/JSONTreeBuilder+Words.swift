extension JSONTreeBuilder {
  /// Takes a number, `true`, `false`, `null` or another word: what is there up to white space, a comment, a quote or
  /// punctuation.
  @inline(never)
  mutating func scanWord(in text: RawSpan) -> JSONTreeWord {
    let start = offset
    offset = text.wordEnd(from: start)
    if text.mayBeNumber(at: start) {
      if faults.hasRoom, !text.isNumber(start..<offset) { faults.add(.malformedNumber, start..<offset) }
      return JSONTreeWord(.number, high: offset - start, low: start)
    }
    return JSONTreeWord(text.token(ofWord: start..<offset), high: offset - start, low: start)
  }
}

extension RawSpan {
  /// The end of a word that begins at an offset; it takes one byte at least. A quote that closes it is its own, for the
  /// one that opens it is missing.
  func wordEnd(from start: Int) -> Int {
    var offset = placeholderEnd(at: start) ?? start + 1
    while offset < byteCount {
      switch byte(at: offset) {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "}"):
        return offset
      case UInt8(ascii: "\""):
        return mayFollowValue(at: offset + 1) || peek(at: offset + 1) == UInt8(ascii: ":") ? offset + 1 : offset
      case UInt8(ascii: ":"):
        // A URL holds a colon and what else would be a comment.
        guard peek(at: offset + 1) == UInt8(ascii: "/"), peek(at: offset + 2) == UInt8(ascii: "/") else {
          return offset
        }
        offset += 2
      case UInt8(ascii: "/"):
        let next = peek(at: offset + 1)
        if next == UInt8(ascii: "/") || next == UInt8(ascii: "*") { return offset }
      case UInt8(ascii: "{"):
        guard let end = placeholderEnd(at: offset) else { return offset }
        offset = end
        continue
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "<"):
        if let end = placeholderEnd(at: offset) {
          offset = end
          continue
        }
      case 0x0B, 0x0C, 0x80...:
        if foreignWhiteSpaceLength(at: offset) > 0 { return offset }
      default: break
      }
      offset += 1
    }
    return offset
  }

  /// Whether a word is meant as a number.
  func mayBeNumber(at start: Int) -> Bool {
    switch peek(at: start) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    case UInt8(ascii: "+"), UInt8(ascii: "."): isDigit(peek(at: start + 1))
    default: false
    }
  }

  /// Whether all of a word is a number.
  func isNumber(_ range: Range<Int>) -> Bool {
    (try? scanningNumber(from: range.lowerBound))?.end == range.upperBound
  }

  /// Which literal a word is.
  func token(ofWord range: Range<Int>) -> JSONTreeWord.Token {
    if hasWord("true", in: range) { return .true }
    if hasWord("false", in: range) { return .false }
    if hasWord("null", in: range) { return .null }
    return .word
  }

  private func hasWord(_ literal: StaticString, in range: Range<Int>) -> Bool {
    range.count == literal.utf8CodeUnitCount
      && literal.withUTF8Buffer { hasBytes(of: $0.span.bytes, at: range.lowerBound) }
  }
}
