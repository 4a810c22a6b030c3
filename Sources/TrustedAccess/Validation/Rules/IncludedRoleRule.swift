/// Roles add up, so a role whose every permission another one has adds nothing to it.
enum IncludedRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "included-role", summary: "No role is included in another of the list.", severity: .information)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard draft.namedRoles.count > 1 else { return [] }
    // A role that the binding can't have, retired or of another source type, makes no other one needless.
    let candidates = draft.namedRoles.filter { role in
      draft.sourceType.map(role.name.sourceType.isSameOrParent(of:)) != false && role.earlierPlace == nil
    }
    let roles = candidates.compactMap { role -> (place: Int, name: RoleName, permissions: PermissionSet)? in
      guard let entry = role.entry, entry.lifecycle == .current, !entry.role.rules.isEmpty
      else { return nil }
      return (role.place, role.name, PermissionSet(entry.role.rules))
    }
    return roles.compactMap { role in
      let wider = roles.first { other in
        guard other.place != role.place, other.permissions.covers(role.permissions) else { return false }
        // Of two that permit the same, the later one is too many.
        return other.place < role.place || !role.permissions.covers(other.permissions)
      }
      guard let wider else { return nil }
      return finding(
        "'\(wider.name)' permits everything that this role does.", at: .role(role.place),
        fixes: [.removeRole(at: role.place, titled: "Remove the included role")])
    }
  }
}
