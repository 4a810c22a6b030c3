/// An unknown role is an error only where the list is the service's own of today; our list may be older than the role.
enum UnknownRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "unknown-role", summary: "The cluster's location lists the role.", severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    let provenance = context.roles.provenance
    return draft.namedRoles.filter { $0.entry == nil }.map { role in
      let near = context.roles.suggestions(for: role.text, sourceType: draft.sourceType ?? role.name.sourceType)
      let offer = near.first.map { "; the nearest is '\($0)'" } ?? ""
      let doubt = provenance.isLive ? "" : " If the role is newer than that list, refresh the list."
      return finding(
        "'\(role.text)' is not in \(provenance.inWords)\(offer).\(doubt)", at: .role(role.place),
        severity: provenance.isLive ? .error : .warning,
        fixes: replacing(role.place, by: near, in: draft))
    }
  }
}
