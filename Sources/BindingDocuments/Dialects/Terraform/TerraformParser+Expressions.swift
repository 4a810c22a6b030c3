extension Terraform.Parser {
  /// An expression; `nil` if none begins here. One with an operator is opaque.
  ///
  /// - Parameter acrossLines: whether line feeds do not end it, as within brackets.
  mutating func expression(acrossLines: Bool) -> Terraform.Node? {
    let first = next
    let node = operand(acrossLines: acrossLines)
    var isOpaque = false
    var conditions = 0
    while true {
      let before = next
      if acrossLines { skipNewlines() }
      switch kind {
      case .operator:
        if tokens[next].end == tokens[next].start + 1, bytes[tokens[next].start] == UInt8(ascii: "?") {
          conditions += 1
        }
      case .colon where conditions > 0: conditions -= 1
      default:
        next = before
        guard isOpaque else { return node }
        return opaque(range(from: first))
      }
      isOpaque = true
      next += 1
      _ = operand(acrossLines: acrossLines)
    }
  }

  /// A value without operators; `nil` if none begins here.
  mutating func operand(acrossLines: Bool = false) -> Terraform.Node? {
    if acrossLines { skipNewlines() }
    guard let kind else { return nil }
    let first = next
    var node: Terraform.Node?
    switch kind {
    case .openQuote:
      let text = template()
      node = Terraform.Node(range: text.range, value: .text(text))
    case .openHeredoc:
      let text = heredoc()
      node = Terraform.Node(range: text.range, value: .text(text))
    case .number:
      next += 1
      node = plain(range(from: first))
    case .openBracket: node = deeper { $0.list() }
    case .openBrace: node = deeper { $0.object() }
    case .openParenthesis, .openInterpolation: node = deeper { $0.inner() }
    case .identifier: node = traversal(acrossLines: acrossLines)
    default: return nil
    }
    // An attribute or element of something that is no name.
    var isOpaque = false
    while self.kind == .dot || self.kind == .openBracket && tokens[next].start == tokens[next - 1].end {
      isOpaque = true
      stepOver()
      if self.kind == .identifier || self.kind == .number { next += 1 }
    }
    return isOpaque ? opaque(range(from: first)) : node
  }

  /// A number or `true`, which are texts where a text is asked for.
  private func plain(_ range: Range<Int>) -> Terraform.Node {
    Terraform.Node(
      range: range,
      value: .text(Expression([.init(.text, written(range), at: range)], range: range, quoting: .none)))
  }

  /// What stands in parentheses or in an interpolation, if it is one expression.
  mutating func inner() -> Terraform.Node? {
    let first = next
    let end = tokens[first].partner
    next += 1
    let node = expression(acrossLines: true)
    let behind = next
    skipNewlines()
    let isAll = next == end
    // A parenthesis that was left open takes nothing of what stands behind its value.
    if !isAll, tokens[first].kind == .openParenthesis, kind(at: end) != .closeParenthesis {
      next = behind
      return node
    }
    next = first
    stepOver()
    return isAll ? node : opaque(range(from: first))
  }

  private mutating func list() -> Terraform.Node {
    let first = next
    let end = tokens[first].partner
    next += 1
    skipNewlines()
    if isFor(until: end) {
      next = first
      stepOver()
      return opaque(range(from: first))
    }
    let (elements, isComplete) = elements(until: end)
    return Terraform.Node(range: range(from: first), value: .list(elements, isComplete: isComplete))
  }

  /// What stands between commas up to the token that closes the brackets. Brackets that are left open end before a line
  /// that begins an attribute; then they are not complete.
  mutating func elements(until end: Int) -> (elements: [Terraform.Node], isComplete: Bool) {
    var elements: [Terraform.Node] = []
    var isComplete = end < tokens.count && (tokens[end].kind == .closeBracket || tokens[end].kind == .closeParenthesis)
    while next < end {
      let first = next
      switch kind {
      case .newline, .comma: next += 1
      case .stray:
        isComplete = false
        next += 1
      default:
        if let element = deeper({ $0.expression(acrossLines: true) }) { elements.append(element) }
        // An attribute or a block, so that the brackets were left open before it.
        if next == first + 1, kind(at: first) == .identifier, kind == .equals || kind == .openBrace {
          elements.removeLast()
          next = first
          while tokens[next - 1].kind == .newline { next -= 1 }
          return (elements, false)
        }
        if next == first {
          isComplete = false
          stepOver()
        }
      }
    }
    next = Swift.max(next, end)
    if isClosing(end) { next += 1 }
    return (elements, isComplete)
  }

  private func isClosing(_ index: Int) -> Bool {
    kind(at: index) == .closeBracket || kind(at: index) == .closeParenthesis
  }

  /// A name with its attributes and indices, or a function with its arguments.
  private mutating func traversal(acrossLines: Bool) -> Terraform.Node? {
    let first = next
    var name = written(tokens[next].range)
    next += 1
    if kind == .openParenthesis { return deeper { $0.call(name, from: first) } }
    let isValue = name == "var" || name == "local"
    var isKnown = true
    var steps = 1
    while true {
      if kind == .dot {
        next += 1
        if kind == .identifier || kind == .number {
          name += "." + written(tokens[next].range)
          next += 1
        } else {
          isKnown = false
          if kind == .operator { next += 1 }
        }
        steps += 1
      } else if kind == .openBracket, tokens[next].start == tokens[next - 1].end {
        let index = index()
        if isValue {
          if let index { name += index } else { isKnown = false }
        } else if steps < 2 {
          isKnown = false
        }
      } else {
        break
      }
    }
    let range = range(from: first)
    if steps == 1, name == "true" || name == "false" { return plain(range) }
    guard isKnown, steps > 1, !Self.unknowable.contains(where: { name.hasPrefix($0) }) else { return opaque(range) }
    return Terraform.Node(
      range: range, value: .text(Expression([.init(.reference, name, at: range)], range: range, quoting: .none)))
  }

  /// What no document gives a value.
  private static let unknowable = ["each.", "count.", "self.", "path.", "terraform.", "module.", "ephemeral."]

  /// `[0]`, or `.name` for `["name"]`: as names of definitions have it. `nil` if the index is not known.
  private mutating func index() -> String? {
    let end = tokens[next].partner
    defer { next = kind(at: end) == .closeBracket ? end + 1 : end }
    next += 1
    switch kind {
    case .number where next + 1 == end: return "[\(written(tokens[next].range))]"
    case .openQuote:
      let key = template().literal
      return next == end ? key.map { "." + $0 } : nil
    default: return nil
    }
  }
}
