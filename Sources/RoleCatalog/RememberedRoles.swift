package import TrustedAccess

/// Roles that are known though no list of today holds them. Put in order once, since every validation looks through them.
package struct RememberedRoles: Sendable {
  /// The roles in the order of their names.
  package let entries: [RoleEntry]

  private let byName: [RoleName: RoleEntry]

  /// Takes roles by their names.
  package init(_ byName: [RoleName: RoleEntry]) {
    self.byName = byName
    entries = byName.values
      .map { (text: $0.role.name.description.lowercased(), entry: $0) }
      .sorted { $0.text < $1.text }
      .map(\.entry)
  }

  /// The role of that name.
  package func entry(for name: RoleName) -> RoleEntry? { byName[name] }
}
