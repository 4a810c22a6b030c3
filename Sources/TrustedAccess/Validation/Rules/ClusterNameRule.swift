/// Source: Azure docs, "Naming rules and restrictions for Azure resources", and the ARM API's pattern for `resourceName`.
enum ClusterNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "cluster-name",
    summary:
      "A cluster's name is 1 to 63 ASCII letters, digits, hyphens or underscores, a letter or digit at each end.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let id = draft.cluster?.id,
      id.type.description.isEqualIgnoringCase(to: "Microsoft.ContainerService/managedClusters"), !isValid(id.name)
    else { return [] }
    let message =
      "'\(id.name)' is no cluster's name: that is 1 to 63 ASCII letters, digits, hyphens or underscores,"
      + " with a letter or digit at each end."
    return [finding(message, at: .cluster, range: id.anatomy.segments.last?.range)]
  }

  private static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last, name.utf8.count <= 63 else { return false }
    return first.isASCIILetterOrDigit && last.isASCIILetterOrDigit
      && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }
}
