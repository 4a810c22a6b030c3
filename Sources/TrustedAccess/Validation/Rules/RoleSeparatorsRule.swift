/// `az` splits `--roles` at commas and does not trim, so `"a, b,"` reaches the service as `a`, ` b` and an empty role.
enum RoleSeparatorsRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "role-separators", summary: "Each role stands by itself, without blanks, commas or semicolons.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    (draft.roles ?? []).filter { $0.hasSeparators && !$0.parts.isEmpty }.map { role in
      let start = role.text.utf8.enumerated().first { $0.element.isRoleSeparator }?.offset ?? 0
      let end = start + role.text.utf8.dropFirst(start).prefix(while: \.isRoleSeparator).count
      let message =
        role.parts.count > 1
        ? "\(role.parts.count) roles stand in one text; write them one by one, in 'az' with commas alone between them."
        : "A blank, comma or semicolon stands beside the role; write '\(role.parts[0])'."
      let title = role.parts.count > 1 ? "Split into \(role.parts.count) roles" : "Use '\(role.parts[0])'"
      let edit = FieldEdit(field: .role(role.place), change: .replaceWithRoles(role.parts))
      return finding(
        message, at: .role(role.place), range: start..<end, fixes: [Fix(title: title, edits: [edit])])
    }
  }
}
