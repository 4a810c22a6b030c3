/// Source: Azure docs, "Naming rules and restrictions for Azure resources", `Microsoft.Resources/resourceGroups`.
enum ResourceGroupNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "resource-group-name",
    summary: "A resource group's name is 1 to 90 letters, digits, '_', '-', '.', '(' or ')', with no '.' at the end.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    let ids: [(BindingField, ResourceID?)] = [(.cluster, draft.cluster?.id), (.source, draft.source?.id)]
    return ids.compactMap { field, id in
      guard let id, let name = id.resourceGroup, !isValid(name) else { return nil }
      let message =
        "'\(name)' is no resource group's name: that is 1 to 90 letters, digits, '_', '-', '.', '(' or ')',"
        + " with no '.' at the end."
      return finding(
        message, at: field, range: id.anatomy.segments.first { $0.kind == .resourceGroupName }?.range)
    }
  }

  private static func isValid(_ name: String) -> Bool {
    guard !name.isEmpty, name.count <= 90, name.last != "." else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
      default: "_-.()".unicodeScalars.contains(scalar)
      }
    }
  }
}
