extension JSONTreeBuilder {
  /// Steps over white space and comments.
  @inline(__always)
  mutating func skipTrivia(in text: RawSpan) {
    offset = text.skippingWhiteSpace(from: offset)
    let byte = text.peek(at: offset)
    if byte == UInt8(ascii: "/") || byte >= 0x80 || byte == 0x0B || byte == 0x0C { skipRareTrivia(in: text) }
  }

  @inline(never)
  private mutating func skipRareTrivia(in text: RawSpan) {
    while true {
      if let comment = text.comment(at: offset) {
        comments.append(comment)
        if !dialect.allowsComments { faults.add(.comment, comment.range) }
        if comment.isOpenEnded { faults.add(.unterminatedComment, comment.range) }
        offset = comment.range.upperBound
      } else {
        let length = text.foreignWhiteSpaceLength(at: offset)
        guard length > 0 else { return }
        faults.add(.foreignWhiteSpace, offset..<offset + length)
        offset += length
      }
      offset = text.skippingWhiteSpace(from: offset)
    }
  }
}

extension RawSpan {
  /// The comment that begins at an offset.
  func comment(at start: Int) -> JSONComment? {
    guard peek(at: start) == UInt8(ascii: "/") else { return nil }
    var offset = start + 2
    switch peek(at: start + 1) {
    case UInt8(ascii: "/"):
      while offset < byteCount, byte(at: offset) != 0x0A, byte(at: offset) != 0x0D { offset += 1 }
      return JSONComment(start..<offset, isBlock: false, isOpenEnded: false)
    case UInt8(ascii: "*"):
      while offset < byteCount {
        if byte(at: offset) == UInt8(ascii: "*"), peek(at: offset + 1) == UInt8(ascii: "/") {
          return JSONComment(start..<offset + 2, isBlock: true, isOpenEnded: false)
        }
        offset += 1
      }
      return JSONComment(start..<byteCount, isBlock: true, isOpenEnded: true)
    default:
      return nil
    }
  }

  /// The length of a character that is white space elsewhere and gets into JSON by copying from there; else 0.
  func foreignWhiteSpaceLength(at offset: Int) -> Int {
    let third = peek(at: offset + 2)
    switch (peek(at: offset), peek(at: offset + 1)) {
    // Vertical tab and form feed.
    case (0x0B, _), (0x0C, _): return 1
    // Next line, no-break space.
    case (0xC2, 0x85), (0xC2, 0xA0): return 2
    // Ogham space mark.
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    // U+2000 to U+200B (a zero width space), line and paragraph separator, narrow no-break space.
    case (0xE2, 0x80): return (0x80...0x8B).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0
    // Medium mathematical space, word joiner.
    case (0xE2, 0x81): return third == 0x9F || third == 0xA0 ? 3 : 0
    // Ideographic space.
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    // Zero width no-break space, the byte order mark.
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }
}
