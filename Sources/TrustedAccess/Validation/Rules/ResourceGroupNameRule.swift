/// Source: see ``ResourceNameRule``.
enum ResourceGroupNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "resource-group-name",
    summary: "A resource group's name is 1 to 90 letters, digits, '_', '-', '.', '(' or ')', with no '.' at the end.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    let ids: [(BindingField, ResourceID?)] = [(.cluster, draft.cluster?.shape), (.source, draft.source?.shape)]
    return ids.compactMap { field, id in
      guard let id, let group = id.anatomy.segments.last(where: { $0.kind == .resourceGroupName }) else { return nil }
      return invalidName(group, in: id, rule: .rule(for: .resourceGroup), at: field)
    }
  }
}
