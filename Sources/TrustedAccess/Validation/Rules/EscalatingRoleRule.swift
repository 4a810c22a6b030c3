/// Names what a role can be turned into, so that whoever gives it knows.
enum EscalatingRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "escalating-role", summary: "The role can't be turned into more than it says.", severity: .information)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    draft.namedRoles.compactMap { role in
      guard role.earlierPlace == nil, let titles = role.entry?.role.riskTitles, !titles.isEmpty else { return nil }
      return finding("The role \(listed(titles)).", at: .role(role.place))
    }
  }
}
