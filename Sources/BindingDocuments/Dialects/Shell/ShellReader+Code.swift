extension ShellReader {
  /// One step outside of quotes.
  mutating func stepCode() {
    let start = offset
    switch text[start] {
    case 0x20, 0x09: endWord(at: start); offset += 1
    case 0x0D where byte(start + 1) == 0x0A || start + 1 >= end: endWord(at: start); offset += 1
    case 0x0A: endLine()
    case UInt8(ascii: "#") where !hasWord && byte(start + 1) != UInt8(ascii: "{"): readComment()
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "'"): readSingleQuote(at: start)
    case UInt8(ascii: "\""): readDoubleQuote()
    case UInt8(ascii: "$"): readDollar(isQuoted: false)
    case UInt8(ascii: "`"): readBacktick()
    case UInt8(ascii: "("): readOpeningParenthesis()
    case UInt8(ascii: ")"): readClosingParenthesis()
    case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"): readOperator()
    case UInt8(ascii: "<"), UInt8(ascii: ">"): readRedirection()
    case UInt8(ascii: "{") where byte(start + 1) == UInt8(ascii: "{"): readDoubleBraces()
    default:
      var last = start + 1
      while last < end, !Self.isSpecial(text[last]) { last &+= 1 }
      append(start..<last)
      offset = last
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    if byte.endsShellWord { return true }
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"),
      UInt8(ascii: "{"):
      return true
    default: return false
    }
  }

  /// A word ends before an offset, if one has begun.
  mutating func endWord(at end: Int) {
    let top = frames.count - 1
    guard let word = frames[top].word else { return }
    frames[top].word = nil
    guard frames[top].kind != .arithmetic else { return }
    if let redirection = frames[top].command.redirection {
      frames[top].command.redirection = nil
      if redirection == .output { frames[top].command.target = word.expression(to: end) }
      return
    }
    if frames[top].kind == .array {
      frames[top].command.words.append(word.expression(to: end))
    } else if let assignment = assignment(word, end) {
      frames[top].command.assignments.append(assignment)
    } else if !readReservedWord(word, end) {
      frames[top].command.words.append(word.expression(to: end))
    }
  }

  /// A word `NAME=…` where it sets a variable.
  private mutating func assignment(_ word: ShellWord, _ end: Int) -> ShellCommand.Assignment? {
    let top = frames.count - 1
    let elements = frames[top].command.elements
    frames[top].command.elements = nil
    if let first = frames[top].command.words.first?.literal {
      guard Self.declaring.contains(first) else { return nil }
    }
    var nameEnd = word.start
    while nameEnd < end, text[nameEnd].isShellName { nameEnd += 1 }
    guard nameEnd > word.start, text[word.start] &- 0x30 >= 10 else { return nil }
    var sign = nameEnd
    if byte(sign) == UInt8(ascii: "[") {
      while sign < end, text[sign] != UInt8(ascii: "]"), text[sign] != UInt8(ascii: "=") { sign += 1 }
      sign += 1
    }
    let isElement = sign > nameEnd
    let isAppended = byte(sign) == UInt8(ascii: "+")
    if isAppended { sign += 1 }
    guard sign < end, text[sign] == UInt8(ascii: "=") else { return nil }
    return ShellCommand.Assignment(
      name: text.span.string(word.start..<(isElement ? sign - (isAppended ? 1 : 0) : nameEnd)),
      nameRange: word.start..<nameEnd, value: word.expression(from: sign + 1, to: end), elements: elements,
      isAppended: isAppended)
  }

  /// Commands that set variables by their words.
  static let declaring: Set<String> = ["export", "readonly", "local", "declare", "typeset"]

  // MARK: Lines

  mutating func endLine() {
    endWord(at: offset)
    if frames[frames.count - 1].kind != .array { endCommand(at: offset) }
    offset += 1
    startHereDocument()
  }

  private mutating func readComment() {
    let line = text.span.endOfLine(from: offset)
    if let order = SilencingOrder(in: text.span, offset..<line) {
      var before = offset
      while before > 0, text[before - 1].isShellBlank { before -= 1 }
      orders.append((order, before == 0 || text[before - 1] == 0x0A))
    }
    offset = line
  }

  // MARK: Operators

  private mutating func readOperator() {
    let sign = text[offset]
    let next = byte(offset + 1)
    endWord(at: offset)
    if sign == UInt8(ascii: "&"), next == UInt8(ascii: ">") {
      offset += 1
      readRedirection()
      return
    }
    let isDouble = next == sign
    if frames[frames.count - 1].kind != .array {
      if isDouble, sign != UInt8(ascii: ";") {
        endCommandOfList()
      } else {
        endCommand(at: offset, isPiped: sign == UInt8(ascii: "|"))
      }
      if isDouble, sign == UInt8(ascii: ";") { endBranch(at: offset) }
    }
    offset += isDouble || sign == UInt8(ascii: "|") && next == UInt8(ascii: "&") ? 2 : 1
  }

  private mutating func readRedirection() {
    let sign = text[offset]
    if sign == UInt8(ascii: "<"), let end = placeholderEnd() {
      append(offset..<end)
      offset = end
      return
    }
    let top = frames.count - 1
    // The number of the file that is redirected.
    if let word = frames[top].word, !word.isQuoted, word.parts.count == 1, word.parts[0].kind == .text,
      word.parts[0].text.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    {
      frames[top].word = nil
    }
    endWord(at: offset)
    if byte(offset + 1) == UInt8(ascii: "(") {
      offset += 1
      return
    }
    frames[top].command.hasRedirection = true
    if sign == UInt8(ascii: "<"), byte(offset + 1) == sign, let document = ShellHereDocument(at: offset, in: text.span)
    {
      hereDocuments.append(PendingHereDocument(document, frame: top))
      offset = document.end
      return
    }
    while offset < end, text[offset] == UInt8(ascii: "<") || text[offset] == UInt8(ascii: ">") { offset += 1 }
    if byte(offset) == UInt8(ascii: "&") || byte(offset) == UInt8(ascii: "|") { offset += 1 }
    frames[top].command.redirection = sign == UInt8(ascii: ">") ? .output : .other
  }

  /// Where a placeholder ends that starts here, `<your-name>`: documentation has them where nothing is redirected.
  private func placeholderEnd() -> Int? {
    guard (byte(offset + 1) | 0x20) &- 0x61 < 26 else { return nil }
    var last = offset + 1
    while last < end, last - offset < 128 {
      switch text[last] {
      case UInt8(ascii: ">"): return text[last - 1] == 0x20 ? nil : last + 1
      case 0x0A, UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "$"),
        UInt8(ascii: "\""), UInt8(ascii: "("):
        return nil
      default: last += 1
      }
    }
    return nil
  }

  /// What templates of other tools write, `{{ name }}`, is a piece of a word.
  private mutating func readDoubleBraces() {
    var last = offset + 2
    while last + 1 < end, last - offset < 256, text[last] != 0x0A {
      if text[last] == UInt8(ascii: "}"), text[last + 1] == UInt8(ascii: "}") {
        append(offset..<last + 2)
        offset = last + 2
        return
      }
      last += 1
    }
    append(offset..<offset + 1)
    offset += 1
  }

  // MARK: Parentheses

  private mutating func readOpeningParenthesis() {
    let top = frames.count - 1
    let start = offset
    if flow.isAtPattern(frames.count), !hasWord, frames[top].command.words.isEmpty {
      offset += 1
      return
    }
    if byte(start + 1) == UInt8(ascii: "("), !hasWord {
      push(.arithmetic, at: start)
      offset += 1
      return
    }
    if let word = frames[top].word, start > word.start, text[start - 1] == UInt8(ascii: "="), !word.isQuoted {
      push(.array, at: start)
      offset += 1
      return
    }
    let next = text.span.skippingShellBlanks(from: start + 1)
    if next < end, text[next] == UInt8(ascii: ")"), hasWord || frames[top].command.words.count == 1 {
      // A function begins.
      frames[top].word = nil
      frames[top].command = ShellCommand()
      offset = next + 1
      return
    }
    endWord(at: start)
    endCommand(at: start)
    push(.subshell, at: start)
    scopes.open()
    offset += 1
  }

  private mutating func readClosingParenthesis() {
    endWord(at: offset)
    if flow.isAtPattern(frames.count) {
      beginBranch()
      offset += 1
      return
    }
    switch frames[frames.count - 1].kind {
    case .substitution, .subshell, .array:
      offset += 1
      closeFrame(at: offset, isClosed: true)
    default:
      endCommand(at: offset)
      offset += 1
    }
  }

  mutating func readBacktick() {
    if frames[frames.count - 1].kind == .backtick {
      endWord(at: offset)
      offset += 1
      closeFrame(at: offset, isClosed: true)
    } else {
      beginWord(at: offset)
      push(.backtick, at: offset)
      scopes.open()
      offset += 1
    }
  }
}
