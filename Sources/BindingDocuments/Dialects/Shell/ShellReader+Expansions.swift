extension ShellReader {
  /// What a `$` begins.
  mutating func readDollar(isQuoted: Bool) {
    let start = offset
    let next = byte(start + 1)
    switch next {
    case UInt8(ascii: "("):
      beginWord(at: start)
      push(byte(start + 2) == UInt8(ascii: "(") ? .arithmetic : .substitution, at: start)
      scopes.open()
      offset += 2
    case UInt8(ascii: "{"): readBraces(isQuoted: isQuoted)
    case UInt8(ascii: "[") where byte(start + 2) == next: readWorkflowExpression(closedBy: UInt8(ascii: "]"))
    case UInt8(ascii: "'") where !isQuoted: readSingleQuote(at: start + 1)
    case UInt8(ascii: "\"") where !isQuoted:
      beginWord(at: start)
      offset += 1
    case UInt8(ascii: "@"), UInt8(ascii: "*"):
      append(.init(next == UInt8(ascii: "*") && isQuoted ? .opaque : .reference, "@[@]", at: start..<start + 2))
      offset += 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "!"),
      UInt8(ascii: "-"):
      append(.init(.opaque, text.span.string(start..<start + 2), at: start..<start + 2))
      offset += 2
    case _ where next.isShellName:
      let last = endOfName(from: start + 1)
      append(.init(.reference, text.span.string(start + 1..<last), at: start..<last))
      offset = last
    default:
      append(start..<start + 1)
      offset += 1
    }
  }

  private func endOfName(from start: Int) -> Int {
    var last = start
    while last < end, text[last].isShellName { last += 1 }
    return last
  }

  /// `${…}`
  private mutating func readBraces(isQuoted: Bool) {
    let start = offset
    guard text.span.hasClosedShellBrace(at: start + 1) else {
      let last = Swift.max(endOfName(from: start + 2), Swift.min(start + 2, end))
      append(.init(.opaque, text.span.string(start..<last), at: start..<last))
      offset = last
      return
    }
    if byte(start + 2) == UInt8(ascii: "{") {
      readWorkflowExpression(closedBy: UInt8(ascii: "}"))
      return
    }
    var last = endOfName(from: start + 2)
    if last == start + 2, byte(last) == UInt8(ascii: "@") || byte(last) == UInt8(ascii: "*") { last += 1 }
    var name = text.span.string(start + 2..<last)
    if name == "@" || name == "*" { name = "@[@]" }
    if last > start + 2, byte(last) == UInt8(ascii: "[") {
      let first = last
      while last < end, text[last] != UInt8(ascii: "]"), text[last] != UInt8(ascii: "}") { last += 1 }
      if byte(last) == UInt8(ascii: "]") { last += 1 }
      let index = text.span.string(first..<last)
      name += index == "[*]" && !isQuoted ? "[@]" : index
    }
    let isKnown = last > start + 2 && !name.hasSuffix("[*]")
    let kind: Expression.Part.Kind = isKnown && hasPlainOperator(at: last) ? .reference : .opaque
    push(.brace, at: start)
    frames[frames.count - 1].reference = .init(kind, name, at: start..<start)
    if byte(last) == UInt8(ascii: ":") { last += 1 }
    frames[frames.count - 1].hasFallback = byte(last) == UInt8(ascii: "-") || byte(last) == UInt8(ascii: "=")
    if byte(last) != UInt8(ascii: "}"), byte(last) != 0x0A, byte(last) != UInt8(ascii: "$"),
      byte(last) != UInt8(ascii: "\"")
    {
      last += 1
    }
    offset = Swift.max(last, Swift.min(start + 2, end))
  }

  /// Whether what is behind a name leaves it its value: nothing, or what is taken if it has none.
  private func hasPlainOperator(at offset: Int) -> Bool {
    let sign = byte(offset) == UInt8(ascii: ":") ? byte(offset + 1) : byte(offset)
    switch sign {
    case UInt8(ascii: "}"): return byte(offset) == sign
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "?"): return true
    default: return false
    }
  }

  /// `${{ … }}` or `$[[ … ]]`, which a pipeline replaces before the shell sees it.
  private mutating func readWorkflowExpression(closedBy bracket: UInt8) {
    let start = offset
    var last = start + 3
    while last < end, text[last] != 0x0A, !(text[last] == bracket && byte(last + 1) == bracket) { last += 1 }
    last = Swift.min(end, byte(last) == bracket ? last + 2 : last)
    append(.init(.opaque, text.span.string(start..<last), at: start..<last))
    offset = last
  }

  /// One step within `${…}` behind the name.
  mutating func stepBrace() {
    let start = offset
    let isQuoted = frames.count > 1 && frames[frames.count - 2].word?.openQuote != nil
    switch text[start] {
    case UInt8(ascii: "}"):
      offset += 1
      closeFrame(at: offset, isClosed: true)
    case 0x0A: closeFrame(at: start, isClosed: false)
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "'") where !isQuoted: readSingleQuote(at: start)
    case UInt8(ascii: "\""): readDoubleQuote()
    case UInt8(ascii: "$"): readDollar(isQuoted: isQuoted)
    case UInt8(ascii: "`"): readBacktick()
    default:
      append(start..<start + 1)
      offset += 1
    }
  }

  /// One step within `((…))`.
  mutating func stepArithmetic() {
    switch text[offset] {
    case UInt8(ascii: "("):
      push(.arithmetic, at: offset)
      scopes.open()
      offset += 1
    case UInt8(ascii: ")"):
      offset += 1
      closeFrame(at: offset, isClosed: true)
    case UInt8(ascii: "$"): readDollar(isQuoted: true)
    case UInt8(ascii: "`"): readBacktick()
    default: offset += 1
    }
  }
}
