extension Markdown {
  /// What a terminal shows: commands behind prompts, and what they print.
  enum Session {
    /// The commands without their prompts; `nil` if no line begins with a prompt, and so all is text of the shell.
    ///
    /// - Parameter isSession: whether the page says that it is a session. Else it is one only if the first line that is not
    ///   blank begins with a prompt that can be nothing else.
    static func commands(
      of lines: [Range<Int>], in text: Span<UInt8>, as dialect: DialectName, isSession: Bool
    ) -> [Range<Int>]? {
      guard
        let first = lines.first(where: {
          text.skippingMarkdownBlanks(from: $0.lowerBound) < text.endOfLine(from: $0.lowerBound)
        })
      else { return nil }
      guard isSession || prompt(of: first, in: text, dialect, isRoot: false) != nil else { return nil }
      // A hash is a prompt only where there is no other, and an order of Azure behind it; else it begins a comment.
      let isRoot = !lines.contains { prompt(of: $0, in: text, dialect, isRoot: false) != nil }
      var commands: [Range<Int>] = []
      var isContinued = false
      var hasPrompt = false
      for line in lines {
        if let command = prompt(of: line, in: text, dialect, isRoot: isRoot) {
          commands.append(command)
          hasPrompt = true
        } else if isContinued {
          commands.append(withoutContinuationPrompt(line, in: text))
        } else {
          continue
        }
        isContinued = text.isContinued(line, dialect)
      }
      return hasPrompt ? commands : nil
    }

    /// What stands behind a line's prompt; `nil` if it has none.
    private static func prompt(
      of line: Range<Int>, in text: Span<UInt8>, _ dialect: DialectName, isRoot: Bool
    ) -> Range<Int>? {
      let start = text.skippingMarkdownBlanks(from: line.lowerBound)
      guard start < line.upperBound else { return nil }
      switch dialect {
      case .shell:
        var end = start
        while end < line.upperBound, text[end] > 0x20 { end += 1 }
        guard end > start else { return nil }
        let last = text[end - 1]
        let isPrompt: Bool
        if end == start + 1 {
          isPrompt = last == UInt8(ascii: "$") || last == UInt8(ascii: "%") || last == UInt8(ascii: "#") && isRoot
        } else {
          // `me@host:~$`, `bash-5.2$`
          isPrompt =
            (last == UInt8(ascii: "$") || last == UInt8(ascii: "#"))
            && (text.contains(UInt8(ascii: "@"), in: start..<end) || text.has("bash-", at: start)
              || text.has("sh-", at: start))
        }
        let command = Swift.min(text.skippingMarkdownBlanks(from: end), line.upperBound)
        guard isPrompt, command > end || end == line.upperBound || text[end] < 0x20 else { return nil }
        if last == UInt8(ascii: "#"), end == start + 1, !text.has("az ", at: command) { return nil }
        return command..<line.upperBound
      case .powerShell:
        guard text.has("PS ", at: start) || text.has("PS>", at: start) else { return nil }
        return behindAngle(start, line, in: text)
      case .batch:
        guard (text[start] | 0x20) &- 0x61 < 26, text.has(":\\", at: start + 1) else { return nil }
        return behindAngle(start, line, in: text)
      default: return nil
      }
    }

    private static func behindAngle(_ start: Int, _ line: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
      var offset = start
      while offset < line.upperBound, text[offset] != UInt8(ascii: ">") { offset += 1 }
      guard offset < line.upperBound else { return nil }
      return Swift.min(text.skippingMarkdownBlanks(from: offset + 1), line.upperBound)..<line.upperBound
    }

    /// A continued line without its `> ` or `>> `.
    private static func withoutContinuationPrompt(_ line: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
      var offset = line.lowerBound
      while offset < line.upperBound, text[offset] == UInt8(ascii: ">") { offset += 1 }
      guard offset > line.lowerBound, text.peek(at: offset) == 0x20 else { return line }
      return offset + 1..<line.upperBound
    }
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    for offset in range where self[offset] == byte { return true }
    return false
  }

  /// Whether a command goes on behind a line.
  fileprivate func isContinued(_ line: Range<Int>, _ dialect: DialectName) -> Bool {
    let end = endOfMarkdownText(from: line.lowerBound, lineEnd: endOfLine(from: line.lowerBound))
    guard end > line.lowerBound else { return false }
    switch dialect {
    case .powerShell: return self[end - 1] == UInt8(ascii: "`")
    case .batch: return self[end - 1] == UInt8(ascii: "^")
    default: return self[end - 1] == UInt8(ascii: "\\")
    }
  }
}
