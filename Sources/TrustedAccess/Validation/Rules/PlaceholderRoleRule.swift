/// `reader` and `writer` stand in the ARM API's examples, `Microsoft.Demo/samples` in the Azure CLI's help.
enum PlaceholderRoleRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "placeholder-role", summary: "The role is more than an example of the documentation.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    draft.namedRoles.filter { $0.entry?.lifecycle == .placeholder }.map { role in
      finding(
        "'\(role.text)' is an example of the documentation and never was a role; list the real ones with"
          + " 'az aks trustedaccess role list'.", at: .role(role.place),
        fixes: replacing(role.place, by: substitutes(for: role.text, in: draft, context: context), in: draft))
    }
  }
}
