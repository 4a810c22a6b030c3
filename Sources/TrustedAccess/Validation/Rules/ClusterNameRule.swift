/// Source: see ``ResourceNameRule``.
enum ClusterNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "cluster-name",
    summary:
      "A cluster's name is 1 to 63 ASCII letters, digits, hyphens or underscores, a letter or digit at each end.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    // An ID without a name is a malformed one.
    guard let id = draft.cluster?.shape, id.type == .cluster, let last = id.anatomy.segments.last, last.kind == .name
    else {
      return []
    }
    return invalidName(last, in: id, rule: .rule(for: .cluster), at: .cluster).map { [$0] } ?? []
  }
}

extension ValidationRule {
  /// A finding that says how the name in `segment` of `id` breaks `rule`; `nil` if it keeps it, or is not known.
  static func invalidName(
    _ segment: ResourceIDAnatomy.Segment, in id: ResourceID, rule: ResourceNameRule, at field: BindingField
  ) -> Finding? {
    let name = id.anatomy.value(of: segment)
    guard Placeholder.all(in: name).isEmpty, let violation = rule.violation(in: name) else { return nil }
    let start = segment.range.lowerBound
    return finding(
      "The name '\(name)' \(violation.reason); it has to be \(rule.summary).", at: field,
      range: start + violation.range.lowerBound..<start + violation.range.upperBound)
  }
}
