/// Source: Azure docs, "Get secure resource access to AKS using Trusted Access".
enum TooManyBindingsRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "too-many-bindings", summary: "A cluster has at most 8 role bindings.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard draft.operation == .create, let existing = context.existingBindings,
      existing.count >= RoleBinding.maximumPerCluster
    else { return [] }
    // Without a name it can be one of them that is replaced.
    guard let name = draft.name, !existing.contains(where: { $0.name.description.isEqualIgnoringCase(to: name) }) else {
      return []
    }
    let message =
      "The cluster has \(existing.count) role bindings, and AKS allows \(RoleBinding.maximumPerCluster);"
      + " delete one first: \(listed(existing.map { "'\($0.name)'" }, last: "or"))."
    return [finding(message, at: .cluster)]
  }
}
