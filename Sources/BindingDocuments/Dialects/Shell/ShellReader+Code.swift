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
    case UInt8(ascii: "{") where !hasWord && readBracedPlaceholder(): break
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
      if redirection == .output { frames[top].command.redirect(to: word.expression(to: end)) }
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
  mutating func assignment(_ word: ShellWord, _ end: Int) -> ShellCommand.Assignment? {
    let top = frames.count - 1
    let elements = frames[top].command.elements
    frames[top].command.elements = nil
    var nameEnd = word.start
    while nameEnd < end, text[nameEnd].isShellName { nameEnd += 1 }
    guard nameEnd > word.start, nameEnd < end, text[word.start] &- 0x30 >= 10 else { return nil }
    guard [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "[")].contains(text[nameEnd]) else { return nil }
    if let first = frames[top].command.words.first?.literal {
      guard Self.declaring.contains(first) else { return nil }
    }
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

  mutating func readComment() {
    let line = text.span.endOfLine(from: offset)
    if let order = SilencingOrder(in: text.span, offset..<line) {
      var before = offset
      while before > 0, text[before - 1].isShellBlank { before -= 1 }
      orders.append((order, before == 0 || text[before - 1] == 0x0A))
    }
    offset = line
  }
}
