extension YAML.TreeBuilder {
  /// A flow container that is open.
  private struct FlowFrame {
    var node: Int
    var isMapping: Bool
    /// Whether the last value stands open: behind the colon of its name.
    var awaitsValue = false
  }

  /// Reads `[…]` or `{…}`. One that is not closed ends before a line that is not indented deeper than what it belongs
  /// to.
  mutating func flow(_ node: Int, indent: Int) {
    var open: [FlowFrame] = []
    begin(node, &open)
    while position < tree.bytes.count, let top = open.last {
      switch peek(0) {
      case 0x20, 0x09: position += 1
      case 0x0A, 0x0D:
        guard goesOn(deeperThan: indent) else { return end(&open) }
      case UInt8(ascii: "#") where isBlankOrEnd(position - 1): comment()
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        position += 1
        lastEnd = position
        tree.nodes[top.node].range = tree.nodes[top.node].range.lowerBound..<position
        open.removeLast()
      case UInt8(ascii: ","):
        position += 1
        open[open.count - 1].awaitsValue = false
      case UInt8(ascii: ":") where isBlankOrFlow(position + 1) || isQuote(position - 1): position += 1
      default: member(indent: indent, &open)
      }
    }
    end(&open)
  }

  /// Reads an element, a name or a value.
  private mutating func member(indent: Int, _ open: inout [FlowFrame]) {
    let top = open[open.count - 1]
    if top.isMapping, !top.awaitsValue {
      if let name = flowName() {
        let node = append(name, to: top.node)
        open[open.count - 1].awaitsValue = name.end != nil
        lastEnd = name.end ?? name.range.upperBound
        position = lastEnd
        tree.nodes[node].range = position..<position
      } else {
        // No name can be made of it.
        position += 1
      }
      return
    }
    open[open.count - 1].awaitsValue = false
    let last = tree.nodes[top.node].lastChild
    let isAwaited = top.isMapping && last >= 0
    let node = isAwaited ? last : append(YAML.Node(.missing, position..<position, parent: top.node))
    properties(of: node)
    switch peek(0) {
    case UInt8(ascii: "["): begin(node, &open)
    case UInt8(ascii: "{"):
      if let end = placeholderEnd(at: position) { flowPlain(node, from: end) } else { begin(node, &open) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(node, indent: indent)
    case UInt8(ascii: "*"): alias(node)
    // A value that is missing after all.
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0A, 0x0D, 0: return step(node)
    default: flowPlain(node, from: position)
    }
    if !tree.nodes[node].range.isEmpty { lastEnd = tree.nodes[node].range.upperBound }
  }

  /// A byte 0 is text as well, and must be stepped over.
  private mutating func step(_ node: Int) {
    if position < tree.bytes.count, tree.bytes[position] == 0 { flowPlain(node, from: position + 1) }
  }

  private mutating func flowPlain(_ node: Int, from rest: Int) {
    let start = position
    position = Swift.max(plainEnd(from: rest, inFlow: true).end, Swift.max(rest, start + 1))
    tree.nodes[node].kind = .plain
    tree.nodes[node].range = start..<position
  }

  private mutating func begin(_ node: Int, _ open: inout [FlowFrame]) {
    let isMapping = peek(0) == UInt8(ascii: "{")
    tree.nodes[node].kind = isMapping ? .mapping : .sequence
    tree.nodes[node].range = position..<position + 1
    open.append(FlowFrame(node: node, isMapping: isMapping))
    position += 1
    lastEnd = position
  }

  private mutating func end(_ open: inout [FlowFrame]) {
    while let frame = open.popLast() {
      let start = tree.nodes[frame.node].range.lowerBound
      tree.nodes[frame.node].range = start..<Swift.max(lastEnd, start + 1)
    }
  }

  /// Steps over line breaks; whether what follows still belongs to what is open.
  private mutating func goesOn(deeperThan indent: Int) -> Bool {
    let line = lineStart(behind: position)
    let text = indentationEnd(from: line)
    let first = byte(at: text)
    let closes = first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
    let isEmpty = text >= tree.bytes.count || isLineBreak(first)
    guard isEmpty || closes || text - line > indent else { return false }
    position = isEmpty ? text : line
    return true
  }

  /// The name that begins at the position, with the colon if it has one.
  private mutating func flowName() -> Name? {
    switch peek(0) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = closingQuote(from: position) else {
        return Name(kind: .plain, range: position..<Swift.max(position + 1, plainEnd(from: position, inFlow: true).end))
      }
      let colon = indentationEnd(from: end)
      let kind: YAML.Node.Kind = peek(0) == UInt8(ascii: "'") ? .single : .double
      return Name(kind: kind, range: position..<end, end: byte(at: colon) == UInt8(ascii: ":") ? colon + 1 : nil)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ":"):
      guard let end = placeholderEnd(at: position) else { return nil }
      return plainName(from: end)
    default: return plainName(from: position)
    }
  }

  private mutating func plainName(from rest: Int) -> Name? {
    let text = plainEnd(from: rest, inFlow: true)
    let end = Swift.max(text.end, rest)
    guard end > position else { return nil }
    return Name(kind: .plain, range: position..<end, end: text.colon.map { $0 + 1 })
  }

  private mutating func append(_ name: Name, to mapping: Int) -> Int {
    var key = YAML.Node(name.kind, name.range, parent: mapping)
    key.isKey = true
    tree.nodes.append(key)
    let number = tree.nodes.count - 1
    let node = append(YAML.Node(.missing, name.range.upperBound..<name.range.upperBound, parent: mapping))
    tree.nodes[node].key = number
    return node
  }

  private func isQuote(_ offset: Int) -> Bool {
    offset >= 0 && (byte(at: offset) == UInt8(ascii: "\"") || byte(at: offset) == UInt8(ascii: "'"))
  }
}
