// Quotes, expansions and redirections.
extension ShellCutter {
  mutating func behindQuote(_ quote: ShellQuote, _ text: Span<UInt8>, _ offset: Int) -> Int {
    examined = Swift.max(examined, quote.examined)
    if !isOfInterest, !quote.isPlain {
      var place = offset + 1
      while place < quote.end {
        if text[place] | 0x20 == UInt8(ascii: "z") { noticeCommand(text, place) }
        place &+= 1
      }
    }
    return Swift.max(quote.isClosed ? quote.end + 1 : quote.end, offset + 1)
  }

  mutating func behindDoubleQuote(_ text: Span<UInt8>, _ offset: Int) -> Int {
    let quote = ShellQuote(double: offset, in: text)
    guard quote.isClosed else { return behindQuote(quote, text, offset) }
    examined = Swift.max(examined, quote.examined)
    if quote.isPlain { return quote.end + 1 }
    open.push(.double)
    return offset + 1
  }

  func behindEscape(_ text: Span<UInt8>, _ offset: Int) -> Int {
    text.shellByte(offset + 1) == 0x0D && text.shellByte(offset + 2) == 0x0A ? offset + 3 : offset + 2
  }

  mutating func behindDollar(_ text: Span<UInt8>, _ offset: Int) -> Int {
    switch text.shellByte(offset + 1) {
    case UInt8(ascii: "("):
      openParenthesis(text, offset + 1)
      return offset + 2
    case UInt8(ascii: "{"):
      guard text.hasClosedShellBrace(at: offset + 1) else { return offset + 2 }
      open.push(.brace)
      return offset + 2
    case UInt8(ascii: "'") where open.innermost != .double:
      return behindQuote(ShellQuote(single: offset + 1, in: text, hasEscapes: true), text, offset + 1)
    default: return offset + 1
    }
  }

  mutating func behindLess(_ text: Span<UInt8>, _ offset: Int) -> Int {
    guard text.shellByte(offset + 1) == UInt8(ascii: "<") else { return offset + 1 }
    if open.depth < arithmeticDepth, let document = ShellHereDocument(at: offset, in: text) {
      hereDocuments.add(document)
      return document.end
    }
    return text.shellByte(offset + 2) == UInt8(ascii: "<") ? offset + 3 : offset + 2
  }

  mutating func inDouble(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "\""):
        close()
        return offset + 1
      case UInt8(ascii: "\\"): return behindEscape(text, offset)
      case UInt8(ascii: "$"): return behindDollar(text, offset)
      case UInt8(ascii: "`"):
        atBacktick()
        return offset + 1
      // Where the quote is broken, the reader may take this for code.
      case UInt8(ascii: "z"), UInt8(ascii: "Z"): noticeCommand(text, offset)
      case UInt8(ascii: "="): noticeAssignment(text, offset)
      case 0x0A:
        if offset - self.start > Self.longest {
          end = offset + 1
          return offset + 1
        }
      default: break
      }
      offset &+= 1
    }
    return offset
  }

  mutating func inBrace(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "}"), 0x0A:
        close()
        return text[offset] == 0x0A ? offset : offset + 1
      case UInt8(ascii: "\\"): return behindEscape(text, offset)
      case UInt8(ascii: "$"): return behindDollar(text, offset)
      case UInt8(ascii: "\""): return behindDoubleQuote(text, offset)
      case UInt8(ascii: "z"), UInt8(ascii: "Z"): noticeCommand(text, offset)
      case UInt8(ascii: "="): noticeAssignment(text, offset)
      default: break
      }
      offset &+= 1
    }
    return offset
  }
}
