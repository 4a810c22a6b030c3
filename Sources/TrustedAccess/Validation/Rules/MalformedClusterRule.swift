/// Says of a cluster's ID what its diagnosis says.
enum MalformedClusterRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "malformed-cluster-id", summary: "The cluster is given by a well-formed resource ID.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let cluster = draft.cluster else { return [] }
    return malformedID(cluster, at: .cluster)
  }
}

extension ValidationRule {
  /// A finding for each thing that is wrong with the form of `reading`, with the ID put right where it can be.
  static func malformedID(_ reading: DraftReading.IDReading, at field: BindingField) -> [Finding] {
    reading.problems.map { problem in
      let fixes = problem.correction.map { [Fix.use($0, at: field)] } ?? []
      return finding(problem.message, at: field, range: problem.range, severity: problem.severity, fixes: fixes)
    }
  }
}
