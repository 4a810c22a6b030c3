/// A role is for sources of its type and of types nested in it: a role of `Microsoft.Security/pricings` for a
/// `Microsoft.Security/pricings/securityOperators`.
enum OtherSourceTypeRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "role-of-other-source-type", summary: "The role is for sources of the given source's type.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let type = draft.sourceType else { return [] }
    return draft.namedRoles.filter { !$0.name.sourceType.isSameOrParent(of: type) }.map { role in
      let fitting = context.roles.current(forSourcesOf: type)
      // The role of the same own name first, the others in the directory's order.
      let same = fitting.filter { $0.name.isEqualIgnoringCase(to: role.name.name) }
      let offers = (same + fitting.filter { !same.contains($0) }).prefix(3)
      return finding(
        message(role.name, type, offers.first), at: .role(role.place),
        range: 0..<role.name.sourceType.description.utf8.count,
        fixes: replacing(role.place, by: Array(offers), in: draft))
    }
  }

  private static func message(_ role: RoleName, _ type: ResourceType, _ offer: RoleName?) -> String {
    if type.description.isEqualIgnoringCase(to: "Microsoft.RecoveryServices/vaults"),
      role.sourceType.description.isEqualIgnoringCase(to: "Microsoft.DataProtection/backupVaults")
    {
      return
        "AKS is backed up to a Backup vault (Microsoft.DataProtection/backupVaults); the source is a Recovery Services"
        + " vault (\(type)), which has no role. Name the Backup vault as source."
    }
    let remedy = offer.map { "; for this source there is '\($0)'" } ?? ", and none is known for this source"
    return "The role is for sources of type \(role.sourceType), and the source is a \(type)\(remedy)."
  }
}
