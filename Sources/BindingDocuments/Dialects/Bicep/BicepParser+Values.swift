extension Bicep.Parser {
  typealias Node = Bicep.Node

  /// The expression that stands here; `nil` if there is none before the end of the line.
  mutating func value() -> Node? {
    skipBlanks()
    guard depth < Self.deepest else {
      skipTooDeep()
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    guard let first = operand() else { return nil }
    return withOperators(behind: first)
  }

  /// An expression, and all that operators add to it: which makes it unknown. It goes on in the next line if that begins
  /// with an operator.
  private mutating func withOperators(behind first: Node) -> Node {
    var value = first
    var conditions = 0
    while true {
      let behind = offset
      skipBlanks()
      let isNextLine = peek == 0x0A
      if isNextLine { skipLines() }
      guard let length = operatorLength(isNextLine: isNextLine, isInCondition: conditions > 0) else {
        if isNextLine { offset = behind }
        return value
      }
      if length == 1, peek == UInt8(ascii: "?") { conditions += 1 }
      if peek == UInt8(ascii: ":") { conditions -= 1 }
      offset += length
      let end = offset
      skipBlanks()
      value = Node(.unknown, first.range.lowerBound..<(operand()?.range.upperBound ?? end))
    }
  }

  /// How long the operator is that stands here; `nil` if there is none.
  private func operatorLength(isNextLine: Bool, isInCondition: Bool) -> Int? {
    let next = peek(1)
    switch peek {
    case UInt8(ascii: ":") where isInCondition: return 1
    case UInt8(ascii: "?"): return next == UInt8(ascii: "?") ? 2 : 1
    case UInt8(ascii: "&") where next == UInt8(ascii: "&"), UInt8(ascii: "|") where next == UInt8(ascii: "|"): return 2
    case UInt8(ascii: "="), UInt8(ascii: "!"): return next == UInt8(ascii: "=") || next == UInt8(ascii: "~") ? 2 : nil
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      return isNextLine ? nil : next == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "/"):
      return isNextLine ? nil : 1
    default: return nil
    }
  }

  // MARK: Operands

  private mutating func operand() -> Node? {
    let start = offset
    while let byte = peek, byte == UInt8(ascii: "!") || byte == UInt8(ascii: "-") { offset += 1 }
    guard var value = primary() else {
      return start < offset ? Node(.unknown, start..<offset) : nil
    }
    if value.range.lowerBound > start { value = Node(.unknown, start..<value.range.upperBound) }
    // No chain is so long that its tree is too deep.
    for _ in 0..<Self.longestChain {
      guard let longer = access(of: value) else { return value }
      value = longer
    }
    return Node(.unknown, value.range)
  }

  private mutating func primary() -> Node? {
    let start = offset
    switch peek {
    case UInt8(ascii: "'"): return string()
    case UInt8(ascii: "$"): return string() ?? unknownByte()
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "("):
      offset += 1
      let inner = inParentheses { $0.value() }
      close(UInt8(ascii: ")"))
      return Node(inner?.kind ?? .unknown, start..<offset)
    case let byte? where Bicep.Keyword.isNameByte(byte):
      guard let range = word() else { return nil }
      let text = text(range)
      if text == "if", let condition = condition(from: start) { return condition }
      if text == "true" || text == "false" || text == "null" || byte &- 0x30 < 10 { return Node(.word(text), range) }
      guard peek == UInt8(ascii: "(") else { return Node(.name(text), range) }
      return call(text, from: start)
    default: return nil
    }
  }

  private mutating func unknownByte() -> Node {
    offset += 1
    return Node(.unknown, offset - 1..<offset)
  }

  /// Reads within parentheses, where line breaks do not count.
  private mutating func inParentheses<Result>(_ read: (inout Self) -> Result) -> Result {
    parentheses += 1
    defer { parentheses -= 1 }
    return read(&self)
  }

  /// Outside of parentheses, within an array or an object, line breaks count again.
  mutating func inBrackets<Result>(_ read: (inout Self) -> Result) -> Result {
    let outer = parentheses
    parentheses = 0
    defer { parentheses = outer }
    return read(&self)
  }

  private mutating func call(_ name: String, from start: Int) -> Node {
    offset += 1
    var arguments: [Node] = []
    inParentheses { parser in
      while true {
        parser.skipBlanks()
        let before = parser.offset
        if let argument = parser.value() { arguments.append(argument) }
        parser.skipBlanks()
        switch parser.peek {
        case UInt8(ascii: ","): parser.offset += 1
        case nil, 0x0A, UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): return
        default: if parser.offset == before { parser.offset += 1 }
        }
      }
    }
    close(UInt8(ascii: ")"))
    return Node(.call(name, arguments), start..<offset)
  }

  private mutating func condition(from start: Int) -> Node? {
    skipBlanks()
    guard peek == UInt8(ascii: "(") else { return nil }
    offset += 1
    _ = inParentheses { $0.value() }
    inParentheses { $0.skipBlanks() }
    close(UInt8(ascii: ")"))
    guard let body = value() else { return Node(.unknown, start..<offset) }
    return Node(.condition(body), start..<body.range.upperBound)
  }

  private mutating func access(of value: Node) -> Node? {
    let start = value.range.lowerBound
    let behind = offset
    switch peek {
    case UInt8(ascii: "!") where peek(1) != UInt8(ascii: "="):
      offset += 1
      return Node(value.kind, start..<offset)
    case UInt8(ascii: "."):
      offset += peek(1) == UInt8(ascii: "?") ? 2 : 1
    case UInt8(ascii: ":") where peek(1) == UInt8(ascii: ":"):
      offset += 2
    case UInt8(ascii: "["):
      offset += peek(1) == UInt8(ascii: "?") ? 2 : 1
      let index = inParentheses { $0.value() }
      close(UInt8(ascii: "]"))
      if case .string(let pieces, _) = index?.kind, pieces.count == 1, case .text(let part) = pieces[0] {
        return Node(.member(value, part.text), start..<offset)
      }
      return Node(.unknown, start..<offset)
    default:
      return nil
    }
    guard let range = word() else {
      // Not typed to its end.
      return behind < offset ? Node(.unknown, start..<offset) : nil
    }
    let name = text(range)
    guard peek == UInt8(ascii: "(") else { return Node(.member(value, name), start..<offset) }
    let call = call(name, from: start)
    if case .name(let space) = value.kind, space == "az" || space == "sys" { return call }
    return Node(.unknown, call.range)
  }

  /// Steps over a closing bracket, if it stands here.
  mutating func close(_ bracket: UInt8) {
    inParentheses { $0.skipBlanks() }
    if peek == bracket { offset += 1 }
  }

  /// Steps over what is nested too deep: to the end of the line.
  private mutating func skipTooDeep() {
    while let byte = peek, byte != 0x0A { offset += 1 }
  }
}
