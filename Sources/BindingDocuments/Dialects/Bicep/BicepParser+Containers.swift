extension Bicep.Parser {
  /// The object whose brace stands here. What is broken in it costs no more than its line.
  mutating func object() -> Node {
    let start = offset
    offset += 1
    objects += 1
    defer { objects -= 1 }
    var properties: [Bicep.Property] = []
    var nested: [Bicep.Declaration] = []
    var decorators: Int?
    inBrackets { parser in
      while true {
        parser.skipLines()
        let before = parser.offset
        if parser.isAtDeclaration { return parser.stepBackOverLineFeed() }
        switch parser.peek {
        case nil: return
        case UInt8(ascii: "}"):
          parser.offset += 1
          return
        case UInt8(ascii: "]") where parser.arrays > 0: return
        case UInt8(ascii: "@"):
          decorators = decorators ?? before
          parser.skipDecorator()
        case UInt8(ascii: "."):
          while parser.peek == UInt8(ascii: ".") { parser.offset += 1 }
          _ = parser.value()
        default:
          if let declaration = parser.nestedResource(from: decorators) {
            nested.append(declaration)
          } else if let property = parser.property() {
            properties.append(property)
          }
          decorators = nil
        }
        if parser.offset == before { parser.offset += 1 }
      }
    }
    return Bicep.Node(.object(properties, nested), start..<offset)
  }

  /// The resource that is declared here, within another.
  private mutating func nestedResource(from decorators: Int?) -> Bicep.Declaration? {
    let start = offset
    let keyword = Bicep.Keyword(at: start, in: bytes.span)
    guard keyword.kind == .resource,
      keyword.behindBlanks(in: bytes.span).map({ Bicep.Keyword.isNameByte(bytes[$0]) }) ?? false
    else { return nil }
    return declaration(from: decorators)
  }

  private mutating func property() -> Bicep.Property? {
    let name: Expression
    if let range = word() {
      name = Expression([.init(.text, text(range), at: range)], range: range, quoting: .none)
    } else if peek == UInt8(ascii: "'"), let string = string() {
      name = Bicep.Values(bytes, variables: []).expression(string)
    } else {
      return nil
    }
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { return Bicep.Property(name: name, value: nil) }
    offset += 1
    return Bicep.Property(name: name, value: value() ?? restOfLine())
  }

  /// What stands where a value belongs and is none: a placeholder.
  private mutating func restOfLine() -> Node? {
    skipBlanks()
    let start = offset
    var end = offset
    while let byte = peek, byte != 0x0A, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]"), byte != UInt8(ascii: ",")
    {
      offset += 1
      if byte > 0x20 { end = offset }
    }
    return start < end ? Node(.unknown, start..<end) : nil
  }

  /// The array or loop whose bracket stands here.
  mutating func array() -> Node {
    let start = offset
    offset += 1
    arrays += 1
    defer { arrays -= 1 }
    inBrackets { $0.skipLines() }
    if hasWord("for") { return loop(from: start) }
    var elements: [Node] = []
    inBrackets { parser in
      while true {
        parser.skipLines()
        let before = parser.offset
        if parser.isAtDeclaration { return parser.stepBackOverLineFeed() }
        switch parser.peek {
        case nil: return
        case UInt8(ascii: "]"):
          parser.offset += 1
          return
        case UInt8(ascii: "}") where parser.objects > 0: return
        case UInt8(ascii: ","): parser.offset += 1
        case UInt8(ascii: "."):
          while parser.peek == UInt8(ascii: ".") { parser.offset += 1 }
          if let value = parser.value() { elements.append(Node(.spread(value), before..<value.range.upperBound)) }
        default:
          if let element = parser.value() ?? parser.restOfLine() { elements.append(element) }
        }
        if parser.offset == before { parser.offset += 1 }
      }
    }
    return Node(.array(elements), start..<offset)
  }

  /// `for x in xs: body]` or `for (x, i) in xs: body]`
  private mutating func loop(from start: Int) -> Node {
    offset += 3
    var names: [String] = []
    skipBlanks()
    if peek == UInt8(ascii: "(") { offset += 1 }
    while true {
      skipBlanks()
      guard let range = word() else {
        guard peek == UInt8(ascii: ",") || peek == UInt8(ascii: ")") else { break }
        offset += 1
        continue
      }
      let name = text(range)
      if name == "in" { break }
      names.append(name)
    }
    _ = value()
    skipBlanks()
    if peek == UInt8(ascii: ":") { offset += 1 }
    inBrackets { $0.skipLines() }
    let body = value()
    inBrackets { $0.skipLines() }
    if peek == UInt8(ascii: "]") { offset += 1 }
    return Node(body.map { .loop($0, names) } ?? .unknown, start..<offset)
  }
}
