/// Source: azure-cli aks-preview 0.5.94, "service no longer supports updating source resource id".
enum ChangedSourceRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "changed-source", summary: "The source of an existing binding stays the same.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let name = draft.name, let source = draft.source?.id,
      let existing = context.existingBindings?.first(where: { $0.name.description.isEqualIgnoringCase(to: name) }),
      existing.source != source
    else { return [] }
    let message =
      "'\(existing.name)' exists for \(existing.source), and a binding's source can't be changed; delete it first, or"
      + " use another name."
    return [finding(message, at: .source, fixes: [.use(existing.source.text, at: .source)])]
  }
}
