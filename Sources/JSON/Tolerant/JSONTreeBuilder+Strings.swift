extension JSONTreeBuilder {
  /// Takes a string, from its opening quote.
  @inline(__always)
  mutating func scanString(in text: RawSpan) -> JSONTreeWord {
    let start = offset
    let end = text.skippingPlainCharacters(from: start &+ 1)
    guard text.peek(at: end) == UInt8(ascii: "\"") else {
      return scanUnusualString(from: start, specialAt: end, in: text)
    }
    offset = end &+ 1
    return JSONTreeWord(.string, high: offset &- start, low: start)
  }

  @inline(never)
  private mutating func scanUnusualString(from start: Int, specialAt: Int, in text: RawSpan) -> JSONTreeWord {
    offset = specialAt
    var flags: JSONTreeWord.Flags = []
    var hasControlCharacter = false
    var isUTF8 = true
    while true {
      guard offset < text.byteCount else { return openEndedString(from: start, flags, in: text) }
      switch text.byte(at: offset) {
      case UInt8(ascii: "\""):
        offset += 1
        return JSONTreeWord(.string, high: offset - start, low: start, flags: flags)
      case UInt8(ascii: "\\"):
        flags.insert(.escaped)
        skipEscape(in: text)
      case 0x80...:
        skipMultibyteCharacters(&isUTF8, in: text)
      case let control:
        if control == 0x0A || control == 0x0D, !spansLines(in: text) {
          return openEndedString(from: start, flags, in: text)
        }
        if !hasControlCharacter, !dialect.allowsControlCharactersInStrings {
          faults.add(.controlCharacter, offset..<offset + 1)
        }
        hasControlCharacter = true
        offset += 1
      }
      offset = text.skippingPlainCharacters(from: offset)
    }
  }

  /// Takes a string in single quotes, which no dialect has: it ends with its line at the latest.
  @inline(never)
  mutating func scanSingleQuotedString(in text: RawSpan) -> JSONTreeWord {
    let start = offset
    var flags: JSONTreeWord.Flags = []
    offset += 1
    while offset < text.byteCount {
      switch text.byte(at: offset) {
      case UInt8(ascii: "'"):
        offset += 1
        faults.add(.singleQuotes, start..<offset)
        return JSONTreeWord(.string, high: offset - start, low: start, flags: flags)
      case UInt8(ascii: "\\"):
        flags.insert(.escaped)
        skipEscape(in: text)
      case 0x0A, 0x0D:
        return openEndedString(from: start, flags, in: text)
      default:
        offset += 1
      }
    }
    return openEndedString(from: start, flags, in: text)
  }

  private mutating func skipEscape(in text: RawSpan) {
    let escape = JSONEscape(at: offset, in: text)
    let end = offset + (escape?.length ?? 1)
    if escape?.isValid != true { faults.add(.invalidEscape, offset..<Swift.min(end, text.byteCount)) }
    offset = end
  }

  private mutating func skipMultibyteCharacters(_ isUTF8: inout Bool, in text: RawSpan) {
    if isUTF8, faults.hasRoom {
      do throws(JSONSyntaxError) {
        return offset = try text.scanningMultibyteCharacters(from: offset)
      } catch {
        isUTF8 = false
        faults.add(.invalidUTF8, error.offset..<Swift.min(error.offset + 1, text.byteCount))
      }
    }
    while offset < text.byteCount, text.byte(at: offset) >= 0x80 { offset += 1 }
  }

  /// Whether the string that a line break at `offset` stands in goes on behind it: there is a closing quote, and what
  /// follows that may follow a string. If the string was just not closed, the next quote is an opening one, and a name
  /// or a text follows it. A name never goes on.
  private mutating func spansLines(in text: RawSpan) -> Bool {
    if expectsName { return false }
    // The quote found from further ahead is the same, for what is escaped is so wherever one begins to read.
    if quoteAhead.offset <= offset {
      var next = offset
      while next < text.byteCount, text.byte(at: next) != UInt8(ascii: "\"") {
        next += text.byte(at: next) == UInt8(ascii: "\\") ? 2 : 1
      }
      let quote = Swift.min(next, text.byteCount)
      next = text.skippingSpaces(from: quote + 1)
      rereadCount += next - offset
      quoteAhead = (quote, quote < text.byteCount && text.mayFollowValue(at: next))
    }
    return quoteAhead.closes
  }

  /// A string without its closing quote, which ends with its line, where `offset` is, or before the comma and the closing
  /// brackets at the end of that: those that open nothing in the string are taken as its container's.
  private mutating func openEndedString(
    from start: Int, _ flags: JSONTreeWord.Flags, in text: RawSpan
  ) -> JSONTreeWord {
    let lineEnd = offset
    var tail = lineEnd
    var hasPunctuation = false
    scan: while tail > start + 1 {
      switch text.byte(at: tail - 1) {
      case 0x20, 0x09: break
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): hasPunctuation = true
      default: break scan
      }
      tail -= 1
    }
    rereadCount += lineEnd - tail
    if hasPunctuation { offset = endOfContents(from: start + 1, tail: tail, lineEnd: lineEnd, in: text) }
    faults.add(.unterminatedString, start..<offset)
    return JSONTreeWord(.string, high: offset - start, low: start, flags: flags.union(.openEnded))
  }

  private mutating func endOfContents(from start: Int, tail: Int, lineEnd: Int, in text: RawSpan) -> Int {
    var openArrays = 0
    var openObjects = 0
    for offset in start..<tail {
      switch text.byte(at: offset) {
      case UInt8(ascii: "["): openArrays += 1
      case UInt8(ascii: "]"): openArrays = Swift.max(0, openArrays - 1)
      case UInt8(ascii: "{"): openObjects += 1
      case UInt8(ascii: "}"): openObjects = Swift.max(0, openObjects - 1)
      default: break
      }
    }
    rereadCount += tail - start
    var end = tail
    for offset in tail..<lineEnd {
      switch text.byte(at: offset) {
      case UInt8(ascii: "]") where openArrays > 0: openArrays -= 1
      case UInt8(ascii: "}") where openObjects > 0: openObjects -= 1
      case 0x20, 0x09: continue
      default: return end
      }
      end = offset + 1
    }
    return end
  }
}
