/// A binding without roles gives nothing.
enum EmptyRolesRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "empty-roles", summary: "A binding has at least one role, and no role is empty.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let roles = draft.roles, let count = draft.roleCount else { return [] }
    let empty = roles.filter(\.parts.isEmpty)
    if empty.count == count {
      // Whether nothing stands in the list or only empty texts: what mends it is a role.
      let offers = draft.sourceType.map { context.roles.current(forSourcesOf: $0) } ?? []
      let fixes = offers.map { role in
        Fix(title: "Add '\(role)'", edits: [FieldEdit(field: .roles, change: .replaceWithRoles([role.description]))])
      }
      return [finding("The list of roles is empty; a binding has at least one.", at: .roles, fixes: fixes)]
    }
    return empty.map { role in
      finding(
        "The role is empty; a role is written '{source type}/{name}'.", at: .role(role.place),
        fixes: [.removeRole(at: role.place, titled: "Remove the empty role")])
    }
  }
}
