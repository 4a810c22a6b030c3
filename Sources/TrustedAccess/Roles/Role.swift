/// A Trusted Access role as a location lists it: its name and what it permits.
public struct Role: Sendable {
  /// The role's name.
  public let name: RoleName

  /// What the role permits; the union of its rules, as in Kubernetes.
  public let rules: [PolicyRule]

  /// What ``escalations`` has found.
  let escalationMemo = EscalationMemo()

  /// Creates a role.
  public init(name: RoleName, rules: [PolicyRule]) {
    self.name = name
    self.rules = rules
  }
}

extension Role: Hashable {
  /// Equal by name and rules, these in their order.
  public static func == (left: Role, right: Role) -> Bool {
    left.name == right.name && left.rules == right.rules
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(rules)
  }
}
