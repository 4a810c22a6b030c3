/// Source: the ARM API's pattern for `trustedAccessRoleBindingName`; see ``BindingName``.
enum BindingNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "binding-name", summary: "A binding's name is 1 to 24 ASCII letters, digits or hyphens.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let name = draft.name, BindingName(name) == nil else { return [] }
    let taken = (context.existingBindings ?? []).map(\.name)
    let fixes = ShorterName.proposals(for: name).filter { !taken.contains($0) }
      .map { Fix.use($0.description, at: .name) }
    let rule = "a binding's name is 1 to 24 ASCII letters, digits or hyphens"
    guard !name.isEmpty else { return [finding("The name is empty; \(rule).", at: .name, fixes: fixes)] }
    let isAllowed = { (scalar: Unicode.Scalar) in BindingName(String(scalar)) != nil }
    if let wrong = name.unicodeScalars.firstIndex(where: { !isAllowed($0) }) {
      let start = name.utf8.distance(from: name.startIndex, to: wrong)
      let scalar = name.unicodeScalars[wrong]
      let message = "'\(scalar)' can't stand in a binding's name; \(rule)."
      return [
        finding(message, at: .name, range: start..<start + String(scalar).utf8.count, fixes: fixes)
      ]
    }
    return [
      finding(
        "The name has \(name.utf8.count) characters; \(rule).", at: .name,
        range: BindingName.maximumLength..<name.utf8.count, fixes: fixes)
    ]
  }
}
