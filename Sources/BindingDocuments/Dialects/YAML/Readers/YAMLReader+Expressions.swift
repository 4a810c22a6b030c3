extension YAML.Reader {
  /// What a member of a mapping is given. What came through an alias is a reference to what the alias stands for.
  mutating func expression(_ member: YAML.Tree.Member, _ interpolation: YAML.Interpolation = .opaque) -> Expression {
    guard let alias = member.alias else { return expression(member.value, interpolation) }
    let range = aliasRange(alias)
    guard tree[member.value].isScalar else { return unknown(range) }
    let name = written(range) + member.path
    define(name, expression(member.value, interpolation), at: tree[member.value].range)
    return Expression([.init(.reference, name, at: range)], range: range, quoting: .none)
  }

  /// What a node means.
  func expression(_ node: Int, _ interpolation: YAML.Interpolation = .opaque) -> Expression {
    let node = (number: node, value: tree[node])
    guard node.value.isScalar else {
      let isMissing = node.value.kind == .missing
      return isMissing ? Expression([], range: node.value.range, quoting: .none) : unknown(node.value.range)
    }
    // What a tag makes of it is not known, unless it is one of YAML's own.
    guard node.value.tag.isEmpty || written(node.value.tag).hasPrefix("!!") else { return unknown(node.value.range) }
    var parts: [Expression.Part] = []
    for piece in tree.pieces(of: node.number) {
      switch piece {
      case .verbatim(let range): append(range, interpolation, to: &parts)
      case .replaced(let text, let range): parts.append(.init(.text, text, at: range))
      }
    }
    return Expression(parts, range: node.value.range, quoting: node.value.quoting)
  }

  /// A value of which nothing is known.
  func unknown(_ range: Range<Int>) -> Expression {
    Expression([.init(.opaque, written(range), at: range)], range: range, quoting: .none)
  }

  /// Where the alias stands through which a value came, or the sequence of them.
  func aliasRange(_ alias: Int) -> Range<Int> { tree[alias].range }

  private func append(
    _ range: Range<Int>, _ interpolation: YAML.Interpolation, to parts: inout [Expression.Part]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let found = YAML.Placeholder.first(in: start..<range.upperBound, of: tree.bytes, interpolation)
      let end = found?.range.lowerBound ?? range.upperBound
      if start < end { parts.append(.init(.text, written(start..<end), at: start..<end)) }
      if let found { parts.append(.init(found.kind, found.text, at: found.range)) }
      start = found?.range.upperBound ?? end
    }
  }

  /// Adds a definition. A name that is given different values has none that is known.
  mutating func define(_ name: String, _ value: Expression?, at range: Range<Int>) {
    guard let known = defined[name] else {
      defined[name] = reading.definitions.count
      reading.definitions.append(Definition(name, value, at: range))
      return
    }
    if meaning(reading.definitions[known].value) != meaning(value) { reading.definitions[known].value = nil }
  }

  private func meaning(_ value: Expression?) -> [String]? {
    value?.parts.map { "\($0.kind) \($0.text)" }
  }
}
