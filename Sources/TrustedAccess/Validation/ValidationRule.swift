/// One thing that can be wrong with a binding. One rule a file, in `Validation/Rules`; all of them in ``Validator/rules``.
package protocol ValidationRule: Sendable {
  /// What the rule is, for its findings and for the documentation.
  static var description: ValidationRuleDescription { get }

  /// What the rule has to say of `draft`; empty if nothing.
  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding]
}

/// What a validation rule is, for the documentation.
public struct ValidationRuleDescription: Hashable, Sendable {
  /// The rule's stable code, `unknown-role`.
  public let code: String

  /// What the rule holds bindings to, in one sentence.
  public let summary: String

  /// The severity of its findings, where nothing speaks for another.
  public let severity: Severity
}

/// What the rules may look at besides the draft.
public struct ValidationContext: Sendable {
  /// The roles of the cluster's location.
  public var roles: any RoleDirectory

  /// The bindings that the cluster has already; `nil` if not known.
  public var existingBindings: [RoleBinding]?

  /// Creates a context.
  public init(roles: any RoleDirectory, existingBindings: [RoleBinding]? = nil) {
    self.roles = roles
    self.existingBindings = existingBindings
  }
}

extension ValidationRule {
  /// A finding of this rule.
  static func finding(
    _ message: String, at field: BindingField, range: Range<Int>? = nil, severity: Severity? = nil, fixes: [Fix] = []
  ) -> Finding {
    Finding(
      code: description.code, severity: severity ?? description.severity, message: message, field: field, range: range,
      fixes: fixes)
  }

  /// Fixes that put one of `roles` in the place of one in the list; roles that the list has already are left out.
  static func replacing(_ place: Int, by roles: [RoleName], in draft: DraftReading) -> [Fix] {
    let given = draft.namedRoles.map(\.name)
    return roles.filter { !given.contains($0) }.map { .use($0.description, at: .role(place)) }
  }
}
