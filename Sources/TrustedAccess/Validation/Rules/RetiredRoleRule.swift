/// A role that was listed once, and no more.
enum RetiredRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "retired-role", summary: "The role is not retired.", severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    draft.namedRoles.compactMap { role in
      guard case .retired(let date)? = role.entry?.lifecycle else { return nil }
      let heirs = context.roles.suggestions(for: role.text, sourceType: role.name.sourceType)
        .filter { $0.sourceType == role.name.sourceType }
      let offer = heirs.first.map { "; there is '\($0)'" } ?? ""
      return finding(
        "'\(role.text)' is retired: the last list that has it is of \(date)\(offer).", at: .role(role.place),
        severity: context.roles.provenance.isLive ? .error : .warning,
        fixes: replacing(role.place, by: heirs, in: draft))
    }
  }
}
