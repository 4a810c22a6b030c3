/// A Trusted Access role as a location lists it: its name and what it permits.
public struct Role: Hashable, Sendable {
  /// The role's name.
  public var name: RoleName

  /// What the role permits; the union of its rules, as in Kubernetes.
  public var rules: [PolicyRule]

  /// Creates a role.
  public init(name: RoleName, rules: [PolicyRule]) {
    self.name = name
    self.rules = rules
  }
}
