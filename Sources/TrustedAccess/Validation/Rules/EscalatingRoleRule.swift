/// Names what a role can be turned into, so that whoever gives it knows.
enum EscalatingRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "escalating-role", summary: "The role can't be turned into more than it says.", severity: .information)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    var seen: Set<RoleName> = []
    return draft.namedRoles.compactMap { role in
      guard seen.insert(role.name).inserted, let entry = context.roles.entry(for: role.name) else { return nil }
      var titles: [String] = []
      for escalation in entry.role.escalations where !titles.contains(escalation.risk.title) {
        titles.append(escalation.risk.title)
      }
      guard !titles.isEmpty else { return nil }
      return finding("The role \(listed(titles)).", at: .role(role.place))
    }
  }
}
