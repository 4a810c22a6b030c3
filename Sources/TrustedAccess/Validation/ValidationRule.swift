/// One thing that can be wrong with a binding. One rule a file, in `Validation/Rules`.
public protocol ValidationRule: Sendable {
  /// The rule's stable code, `unknown-role`.
  static var code: String { get }

  /// What the rule holds bindings to, in one sentence.
  static var summary: String { get }

  /// What the rule has to say of `draft`; empty if nothing.
  static func findings(in draft: BindingDraft, context: ValidationContext) -> [Finding]
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
