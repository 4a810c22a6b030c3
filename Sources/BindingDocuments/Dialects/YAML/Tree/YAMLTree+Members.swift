extension YAML.Tree {
  /// What a mapping gives a name.
  struct Member {
    /// The value, which is no alias.
    var value: Int

    /// The alias through which it came, if it stands elsewhere.
    var alias: Int?

    /// The path from what the alias stands for: `.spec.roles`.
    var path: String
  }

  /// The most entries that are looked through behind aliases for one name, so that many aliases of one large mapping
  /// cost no more than they are.
  private static var budget: Int { 256 }

  /// What a mapping gives a name, itself or by `<<`.
  func member(_ name: StaticString, of mapping: Int, ignoringCase: Bool = false) -> Member? {
    guard nodes[mapping].kind == .mapping else { return nil }
    var merges: [Int] = []
    for child in children(of: mapping) where nodes[child].key >= 0 {
      if isScalar(nodes[child].key, name, ignoringCase: ignoringCase) { return follow(child, path: "") }
      if isScalar(nodes[child].key, "<<") { merges.append(child) }
    }
    var budget = Self.budget
    for merge in merges {
      if let found = merged(name, merge, &budget) { return found }
    }
    return nil
  }

  /// What a member of a member gives a name.
  func member(_ name: StaticString, of member: Member?) -> Member? {
    guard let member, var found = self.member(name, of: member.value) else { return nil }
    guard let alias = member.alias else { return found }
    // What an alias within stands for is told from the outer one.
    found.path = found.alias == nil ? "\(member.path).\(name)" : "\(member.path).\(name)\(found.path)"
    found.alias = alias
    return found
  }

  /// What a node stands for: itself, or what its alias means.
  func follow(_ node: Int, path: String) -> Member {
    guard nodes[node].kind == .alias else { return Member(value: node, path: path) }
    let target = nodes[node].detail
    return Member(value: target >= 0 ? target : node, alias: node, path: path)
  }

  /// What `<<: *base` or `<<: [*base, *more]` gives a name.
  private func merged(_ name: StaticString, _ merge: Int, _ budget: inout Int) -> Member? {
    var pending = [(node: merge, alias: -1)]
    while let (node, alias) = pending.popLast(), budget > 0 {
      budget -= 1
      switch nodes[node].kind {
      case .alias where nodes[node].detail >= 0:
        pending.append((nodes[node].detail, alias >= 0 ? alias : node))
      case .sequence:
        // Earlier ones take precedence, and the last that is added comes first.
        let elements = children(of: node).prefix(budget)
        pending += elements.reversed().map { ($0, alias) }
      case .mapping:
        for child in children(of: node) where nodes[child].key >= 0 && budget > 0 {
          budget -= 1
          if isScalar(nodes[child].key, name) {
            let found = follow(child, path: "")
            return Member(
              value: found.value, alias: alias >= 0 ? alias : found.alias, path: alias >= 0 ? ".\(name)" : "")
          }
          if isScalar(nodes[child].key, "<<") { pending.append((child, alias)) }
        }
      default: break
      }
    }
    return nil
  }
}
