extension ShellReader {
  /// Closes the innermost frame before an offset, and hands what it means to the one around it.
  mutating func closeFrame(at offset: Int, isClosed: Bool) {
    var top = frames.count - 1
    if frames[top].word?.openQuote != nil { frames[top].word?.closeQuote(at: offset) }
    let inner = isClosed ? offset - 1 : offset
    switch frames[top].kind {
    case .substitution, .subshell, .backtick:
      endWord(at: inner)
      endCommand(at: inner)
    case .array: endWord(at: inner)
    case .script, .arithmetic, .brace, .hereDocument: break
    }
    let frame = frames.removeLast()
    top = frames.count - 1
    flow.drop(downTo: frames.count)
    closeScopes(downTo: frame.scopeDepth, at: offset)
    let range = frame.start..<offset
    switch frame.kind {
    case .script, .subshell: break
    case .arithmetic: if text[frame.start] == UInt8(ascii: "$") { append(opaque(range)) }
    case .substitution, .backtick:
      if frame.commandCount == 1, let output = frame.output {
        beginWord(at: frame.start)
        for part in output.withoutLastLineBreaks { frames[top].word?.append(part) }
      } else {
        append(opaque(range))
      }
    case .array:
      append(opaque(range))
      let isKeyed = frame.command.words.contains { $0.parts.first?.text.utf8.first == UInt8(ascii: "[") }
      frames[top].command.elements = isKeyed ? nil : frame.command.words
    case .brace: append(frame.expansion(range, opaque(range)))
    case .hereDocument: endHereDocument(frame)
    }
  }

  /// What is written, shortened: what is nested deep is not copied for each level.
  private func opaque(_ range: Range<Int>) -> Expression.Part {
    let shown =
      range.count <= 256
      ? text.span.string(range) : text.span.string(range.lowerBound..<range.lowerBound + 16) + "…"
    return .init(.opaque, shown, at: range)
  }
}

extension [Expression.Part] {
  /// What a substitution leaves of an output.
  fileprivate var withoutLastLineBreaks: [Expression.Part] {
    guard var last, last.isVerbatim else { return self }
    let count = last.text.utf8.reversed().prefix { $0 == 0x0A }.count
    last.text = String(Substring(last.text.utf8.dropLast(count)))
    last.range = last.range.lowerBound..<last.range.upperBound - count
    return dropLast() + (last.text.isEmpty ? [] : [last])
  }
}

extension ShellReader.Frame {
  /// What `${…}` means.
  fileprivate func expansion(_ range: Range<Int>, _ written: Expression.Part) -> Expression.Part {
    guard var part = reference, part.kind == .reference else { return written }
    part.range = range
    if hasFallback, let word, let text = word.expression(to: range.upperBound).literal, !text.isEmpty {
      part.fallback = text
    }
    return part
  }
}
