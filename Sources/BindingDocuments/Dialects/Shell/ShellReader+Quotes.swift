extension ShellReader {
  /// A backslash outside of quotes: the next character means itself; a line break means nothing.
  mutating func readEscape() {
    let start = offset
    if let next = behindContinuation(at: start) {
      offset = next
      return
    }
    let last = Swift.min(end, endOfCharacter(at: start + 1))
    if last > start + 1 {
      append(.init(.text, text.span.string(start + 1..<last), at: start..<last))
    } else {
      beginWord(at: start)
    }
    offset = last
  }

  /// Where a line goes on that ends with the backslash at an offset.
  private func behindContinuation(at offset: Int) -> Int? {
    if byte(offset + 1) == 0x0A { return offset + 2 }
    return byte(offset + 1) == 0x0D && byte(offset + 2) == 0x0A ? offset + 3 : nil
  }

  /// Where the character ends that begins at an offset.
  private func endOfCharacter(at offset: Int) -> Int {
    var last = offset + 1
    while last < end, last - offset < 4, text[last] & 0xC0 == 0x80 { last += 1 }
    return last
  }

  /// `'…'`, and `$'…'` with its quote at the offset.
  mutating func readSingleQuote(at quote: Int) {
    let start = offset
    let hasEscapes = quote > start
    let found = ShellQuote(single: quote, in: text.span, hasEscapes: hasEscapes)
    let contents = quote + 1..<Swift.max(quote + 1, Swift.min(found.end, end))
    beginWord(at: start)
    if hasEscapes { readANSI(contents) } else { append(contents) }
    offset = Swift.min(end, found.isClosed ? contents.upperBound + 1 : contents.upperBound)
    frames[frames.count - 1].word?.addQuoted(start..<offset, hasEscapes ? .none : .single)
    if !found.isClosed { endWord(at: offset) }
  }

  private mutating func readANSI(_ contents: Range<Int>) {
    var place = contents.lowerBound
    while place < contents.upperBound {
      if text[place] == UInt8(ascii: "\\"), place + 1 < contents.upperBound {
        let (meaning, last) = ANSIEscape.read(text.span, at: place, before: contents.upperBound)
        append(.init(.text, meaning, at: place..<last))
        place = last
      } else {
        var last = place + 1
        while last < contents.upperBound, text[last] != UInt8(ascii: "\\") { last += 1 }
        append(place..<last)
        place = last
      }
    }
  }

  mutating func readDoubleQuote() {
    let found = ShellQuote(double: offset, in: text.span)
    beginWord(at: offset)
    frames[frames.count - 1].word?.openQuote(at: offset)
    frames[frames.count - 1].quoteLimit = found.isClosed ? .max : Swift.max(found.end, offset + 1)
    offset += 1
  }

  /// One step within double quotes, or in a here-document.
  mutating func stepQuoted() {
    let top = frames.count - 1
    let isDocument = frames[top].kind == .hereDocument
    let start = offset
    if isDocument { beginWord(at: start) }
    let limit = Swift.min(end, isDocument ? .max : frames[top].quoteLimit)
    var last = start
    while last < limit {
      let byte = text[last]
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: "\"") && !isDocument
      {
        break
      }
      last &+= 1
    }
    if last > start {
      append(start..<last)
      offset = last
      return
    }
    if start >= limit {
      frames[top].word?.closeQuote(at: start)
      endWord(at: start)
      return
    }
    switch text[start] {
    case UInt8(ascii: "\""):
      offset += 1
      frames[top].word?.closeQuote(at: offset)
    case UInt8(ascii: "$"): readDollar(isQuoted: true)
    case UInt8(ascii: "`"): readBacktick()
    default: readQuotedBackslash(isDocument)
    }
  }

  private mutating func readQuotedBackslash(_ isDocument: Bool) {
    let start = offset
    if let next = behindContinuation(at: start) {
      offset = next
      return
    }
    switch byte(start + 1) {
    case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "\"") where !isDocument || byte(start + 1) != UInt8(ascii: "\""):
      append(.init(.text, text.span.string(start + 1..<start + 2), at: start..<start + 2))
      offset += 2
    default:
      append(start..<start + 1)
      offset += 1
    }
  }
}
