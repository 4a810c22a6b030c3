// Where brackets do not pair, the indentation shows which one is missing or too much. It is followed only then.

extension JSONTreeBuilder {
  /// Notes the indentation of the token that comes, if it is the first of its line.
  mutating func noteIndentation(in text: RawSpan) {
    var start = offset
    while start > 0, text.byte(at: start - 1) == 0x20 || text.byte(at: start - 1) == 0x09 { start -= 1 }
    rereadCount += offset - start
    let isFirst = start == 0 || text.byte(at: start - 1) == 0x0A || text.byte(at: start - 1) == 0x0D
    indentation = isFirst ? offset - start : -1
    guard isFirst else { return }
    lineIndentation = indentation
    lineStart = start
  }

  /// Closes the containers that a name or value which begins its line cannot be in, for it is not indented deeper than the
  /// lines that they begin on. The outermost container stays.
  mutating func closeByIndentation(before start: Int) {
    guard indentation >= 0 else { return }
    while indentations.count > 1, let outer = indentations.last, indentation <= outer {
      // `"a": {"b": 1,` and the next line further out: the comma is the one behind the missing bracket. If there is none,
      // the bracket is told as missing already.
      closeUnclosed(at: start)
      expectation = .item
    }
  }

  /// Closes the containers that are indented deeper than a closing bracket which begins its line. Gives false if the
  /// bracket can close nothing, for its container is indented less, or goes on behind it.
  mutating func closeByIndentation(with token: JSONTreeWord.Token, in text: RawSpan) -> Bool {
    guard indentation >= 0 else { return tape[container].low >= lineStart || mayClose(token, in: text) }
    while indentations.count > 1, let outer = indentations.last, indentation < outer { closeUnclosed(at: offset) }
    return indentation <= indentations.last ?? indentation
  }

  /// Whether a bracket within a line may close a container that began on one before: it is of that kind, what follows it may
  /// follow a value, and the next line is not one of the container's.
  private mutating func mayClose(_ token: JSONTreeWord.Token, in text: RawSpan) -> Bool {
    guard containerToken == token, let outer = indentations.last else { return false }
    let next = text.skippingSpaces(from: offset + 1)
    rereadCount += next - offset
    return text.mayFollowValue(at: next) && indentationOfNextLine(in: text) <= outer
  }

  /// The indentation of the next line that is not blank; 0 if there is none.
  private mutating func indentationOfNextLine(in text: RawSpan) -> Int {
    // Looked for once a line.
    if offset >= nextLine.end {
      var next = offset
      while next < text.byteCount, text.byte(at: next) != 0x0A, text.byte(at: next) != 0x0D { next += 1 }
      let end = next
      var start = next
      while next < text.byteCount, text.byte(at: next) <= 0x20 {
        if text.byte(at: next) == 0x0A || text.byte(at: next) == 0x0D { start = next + 1 }
        next += 1
      }
      rereadCount += next - offset
      nextLine = (end, next < text.byteCount ? next - start : 0)
    }
    return nextLine.indentation
  }
}

extension RawSpan {
  /// Steps over spaces and tabs.
  func skippingSpaces(from start: Int) -> Int {
    var offset = start
    while peek(at: offset) == 0x20 || peek(at: offset) == 0x09 { offset += 1 }
    return offset
  }

  /// Whether what stands at an offset may follow an element or a member's value: a comma, a closing bracket, a comment, the
  /// end of the line or the text.
  func mayFollowValue(at offset: Int) -> Bool {
    switch peek(at: offset) {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0A, 0x0D: true
    case UInt8(ascii: "/"): peek(at: offset + 1) == UInt8(ascii: "/") || peek(at: offset + 1) == UInt8(ascii: "*")
    default: offset >= byteCount
    }
  }
}
