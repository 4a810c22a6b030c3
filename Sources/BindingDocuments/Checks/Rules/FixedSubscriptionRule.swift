internal import TrustedAccess

/// A template whose cluster is in the subscription that a parameter names, and whose source is in a fixed one, works for
/// one value of the parameter: Trusted Access asks for one subscription (see `other-subscription`).
enum FixedSubscriptionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "fixed-subscription", summary: "A template's source is in the subscription of its cluster.", severity: .hint)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form.isTemplate, !site.site.isReference, let cluster = site.cluster?.expression,
      let source = site.source, let parameter = parameter(ofSubscriptionIn: cluster),
      let id = try? ResourceID(source.text), let own = id.subscriptionID, Placeholder.all(in: own).isEmpty,
      own.utf8.count == 36,
      let segment = id.anatomy.segments.first(where: { $0.kind == .subscriptionID }), source.isWritten(segment.range)
    else { return [] }
    return [
      finding(
        "The source's subscription is fixed, and the cluster's is what '\(parameter)' says; Trusted Access asks for one and"
          + " the same, so use that for both.", at: site.place(of: .source, segment.range))
    ]
  }

  /// What a cluster's ID has in the place of its subscription, if that is something that is given a value elsewhere.
  private static func parameter(ofSubscriptionIn cluster: Expression) -> String? {
    guard cluster.parts.count > 2, cluster.parts[0].kind == .text,
      cluster.parts[0].text.isEqualIgnoringCase(to: "/subscriptions/"), cluster.parts[1].kind != .text,
      !cluster.parts[1].range.isEmpty, !cluster.parts[1].text.isEmpty, cluster.parts[2].text.hasPrefix("/")
    else { return nil }
    return cluster.parts[1].text
  }
}
