/// Legal as far as is known, and mostly an oversight: one binding can hold all roles of a source.
enum SourceBoundTwiceRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "source-bound-twice", summary: "One binding of a cluster holds all roles of a source.",
    severity: .information)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let source = draft.source?.id, let name = draft.name, let existing = context.existingBindings else {
      return []
    }
    let others = existing.filter { $0.source == source && !$0.name.description.isEqualIgnoringCase(to: name) }
    guard !others.isEmpty else { return [] }
    let names = listed(others.map { "'\($0.name)'" })
    return [
      finding("The cluster has \(names) for this source already; one binding can hold all of its roles.", at: .source)
    ]
  }
}
