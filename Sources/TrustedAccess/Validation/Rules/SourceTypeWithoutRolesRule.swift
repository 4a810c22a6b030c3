/// A source whose type no role is for can be given nothing.
enum SourceTypeWithoutRolesRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "source-type-without-roles", summary: "There are Trusted Access roles for the source's type.",
    severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let type = draft.sourceType, !SourceWithoutIdentityRule.hasNoIdentity(type),
      !context.roles.sourceTypes.contains(where: { $0.isSameOrParent(of: type) })
    else { return [] }
    // A role of another type has its own finding, which says more, and so has one that is no more, or never was.
    guard
      draft.namedRoles.allSatisfy({
        $0.name.sourceType.isSameOrParent(of: type) && ($0.entry?.lifecycle ?? .current) == .current
      })
    else { return [] }
    let provenance = context.roles.provenance
    let types = context.roles.sourceTypes.map(\.description)
    let message =
      "There is no role for sources of type \(type) in \(provenance.inWords)"
      + (types.isEmpty ? "." : "; there are roles for \(listed(Array(types.prefix(6)))).")
    return [finding(message, at: .source, severity: provenance.isLive ? .error : .warning)]
  }
}
