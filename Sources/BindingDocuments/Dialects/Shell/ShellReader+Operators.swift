// Operators, redirections and parentheses.
extension ShellReader {
  mutating func readOperator() {
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
        let hidesFailure = sign == UInt8(ascii: "|") && frames[frames.count - 1].command.discardsErrors
        let count = reading.sites.count
        endCommandOfList()
        if hidesFailure, reading.sites.count > count, passesOver(at: offset + 2) {
          reading.sites[reading.sites.count - 1].hidesFailure = true
        }
      } else {
        endCommand(at: offset, isPiped: sign == UInt8(ascii: "|"))
      }
      if isDouble, sign == UInt8(ascii: ";") { endBranch(at: offset) }
    }
    offset += isDouble || sign == UInt8(ascii: "|") && next == UInt8(ascii: "&") ? 2 : 1
  }

  /// Whether the command at an offset does nothing, or only says something.
  private func passesOver(at offset: Int) -> Bool {
    let start = text.span.skippingShellBlanks(from: offset)
    var end = start
    while end < text.count, !text[end].endsShellWord { end += 1 }
    return ["true", ":", "echo", "printf"].contains(text.span.string(start..<end))
  }

  mutating func readRedirection() {
    let sign = text[offset]
    if sign == UInt8(ascii: "<"), let end = placeholderEnd() {
      append(offset..<end)
      offset = end
      return
    }
    let top = frames.count - 1
    frames[top].command.redirectsErrors = byte(offset - 1) == UInt8(ascii: "&") || byte(offset - 1) == UInt8(ascii: "2")
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

  /// Where a placeholder ends that starts here, `<your-name>`: documentation has them where nothing is redirected, in
  /// every script.
  private func placeholderEnd() -> Int? {
    let first = byte(offset + 1)
    guard (first | 0x20) &- 0x61 < 26 || first >= 0x80 else { return nil }
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

  /// What documentation writes in braces, `{resource group}`, is a piece of a word, blanks and all; whether there is one.
  mutating func readBracedPlaceholder() -> Bool {
    var last = offset + 1
    guard (byte(last) | 0x20) &- 0x61 < 26 || byte(last) >= 0x80 else { return false }
    while last < end, last - offset < 64 {
      let next = text[last]
      if next == UInt8(ascii: "}") {
        append(offset..<last + 1)
        offset = last + 1
        return true
      }
      guard (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next >= 0x80 || " -_".utf8.contains(next) else { break }
      last += 1
    }
    return false
  }

  /// What templates of other tools write, `{{ name }}`, is a piece of a word.
  mutating func readDoubleBraces() {
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

  mutating func readOpeningParenthesis() {
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
      functions.append(start)
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

  mutating func readClosingParenthesis() {
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
