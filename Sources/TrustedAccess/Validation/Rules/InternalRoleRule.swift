/// Old documentation shows roles that only Microsoft's own subscriptions are offered (azure-cli pull request 28171).
enum InternalRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "internal-role", summary: "The role is offered to every subscription.", severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    draft.namedRoles.filter { $0.entry?.lifecycle == .internalTest }.map { role in
      finding(
        "'\(role.text)' is a test role that Microsoft offers to its own subscriptions alone; another gets \"non-exist role\".",
        at: .role(role.place),
        fixes: replacing(role.place, by: substitutes(for: role.text, in: draft, context: context), in: draft))
    }
  }
}

extension ValidationRule {
  /// Current roles for the draft's source that can stand in the place of a role that never works.
  static func substitutes(for text: String, in draft: DraftReading, context: ValidationContext) -> [RoleName] {
    draft.sourceType.map { context.roles.suggestions(for: text, sourceType: $0) } ?? []
  }
}
