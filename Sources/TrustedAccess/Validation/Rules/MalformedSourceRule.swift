/// Says of a source's ID what its diagnosis says.
enum MalformedSourceRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "malformed-source-id", summary: "The source is given by a well-formed resource ID.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let source = draft.source else { return [] }
    return malformedID(source, at: .source)
  }
}
