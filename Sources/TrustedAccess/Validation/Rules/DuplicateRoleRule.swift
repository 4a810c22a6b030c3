/// Roles are compared without regard to case, as Azure spells one and the same both ways.
enum DuplicateRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "duplicate-role", summary: "Each role is given once.", severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    draft.namedRoles.compactMap { role in
      guard let earlier = role.earlierPlace else { return nil }
      return finding(
        "The role is given twice: it is number \(earlier + 1) of the list as well.", at: .role(role.place),
        fixes: [.removeRole(at: role.place, titled: "Remove the repeated role")])
    }
  }
}
