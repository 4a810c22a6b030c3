package import TrustedAccess

/// What differs between two role lists. Names compare without regard to case, rules without regard to their order.
package struct RoleListDifference: Hashable, Sendable {
  /// A role that both lists hold, with different rules.
  package struct Change: Hashable, Sendable {
    /// The role as the newer list has it.
    package var role: Role

    /// What the role permitted by the older list.
    package var olderRules: [PolicyRule]
  }

  /// The roles of the newer list that the older one lacks, in the newer list's order.
  package var added: [Role] = []

  /// The roles of the older list that the newer one lacks, in the older list's order.
  package var removed: [Role] = []

  /// The roles of both with different rules, in the newer list's order.
  package var changed: [Change] = []

  /// Whether both lists say the same.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two lists. Cost: proportional to their length.
  package init(from older: [Role], to newer: [Role]) {
    let before = Dictionary(older.map { ($0.name, $0) }) { first, _ in first }
    let after = Set(newer.map(\.name))
    for role in newer {
      guard let old = before[role.name] else {
        added.append(role)
        continue
      }
      if !Self.permitsSame(old.rules, role.rules) { changed.append(Change(role: role, olderRules: old.rules)) }
    }
    removed = older.filter { !after.contains($0.name) }
  }

  private static func permitsSame(_ left: [PolicyRule], _ right: [PolicyRule]) -> Bool {
    left == right || Set(left.map(\.sorted)) == Set(right.map(\.sorted))
  }
}

extension PolicyRule {
  /// This rule with each of its lists in order: what it permits does not depend on it.
  fileprivate var sorted: PolicyRule {
    let inOrder = { (texts: [String]) in texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return PolicyRule(
      verbs: inOrder(verbs), apiGroups: inOrder(apiGroups), resources: inOrder(resources),
      resourceNames: inOrder(resourceNames), nonResourceURLs: inOrder(nonResourceURLs))
  }
}
