/// A warning only: the docs ask for one subscription, and users were told that others work (Azure/AKS issues 3651, 4703).
enum OtherSubscriptionRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "other-subscription", summary: "Source and cluster are in the same subscription.", severity: .warning)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let source = draft.source?.shape, let own = source.subscriptionID,
      let clusters = draft.cluster?.shape?.subscriptionID, !own.isEqualIgnoringCase(to: clusters),
      own[...].isGUID, clusters[...].isGUID
    else { return [] }
    let message =
      "The source is in subscription \(own) and the cluster in \(clusters); Trusted Access asks for one and the same,"
      + " and may refuse this."
    let range = source.anatomy.segments.first { $0.kind == .subscriptionID }?.range
    return [finding(message, at: .source, range: range)]
  }
}
