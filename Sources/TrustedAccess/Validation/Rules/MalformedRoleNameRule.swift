/// AKS answers a bare role name with "role must begin with source resource type".
enum MalformedRoleNameRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "malformed-role-name", summary: "A role is written in full, as '{source type}/{name}'.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    (draft.roles ?? []).filter { $0.name == nil && !$0.text.isEmpty && !$0.hasSeparators }.map { role in
      let names = candidates(for: role.text, sourceType: draft.sourceType, in: context.roles)
      let offer = names.first.map { "'\($0)'" } ?? "'Microsoft.MachineLearningServices/workspaces/mlworkload'"
      let message =
        role.text.utf8.contains(UInt8(ascii: "/"))
        ? "'\(role.text)' is no role's name; it is written '{source type}/{name}', such as \(offer)."
        : "A role begins with its source's type; write it in full, such as \(offer)."
      return finding(
        message, at: .role(role.place), fixes: replacing(role.place, by: names, in: draft))
    }
  }

  /// Full names that may be meant: what the text is but for stray slashes, roles of that own name, near ones.
  private static func candidates(
    for text: String, sourceType type: ResourceType?, in directory: any RoleDirectory
  ) -> [RoleName] {
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    if let cleaned = RoleName(parts.joined(separator: "/")) {
      return [directory.entry(for: cleaned)?.role.name ?? cleaned]
    }
    let named = directory.entries(named: parts.last ?? "").filter { $0.lifecycle == .current }.map(\.role.name)
    let fitting = named.filter { name in type.map { name.sourceType.isSameOrParent(of: $0) } ?? true }
    return fitting.isEmpty ? directory.suggestions(for: text, sourceType: type) : fitting
  }
}
