/// What an expression refers to by name: a parameter or variable, or a member of one.
struct ARMReference {
  /// What it is.
  enum Kind: String { case parameters, variables }

  let kind: Kind

  /// The name in lower case, and those of the members, with points between them.
  var path: String

  /// The name of its definition, within a template.
  var name: String { kind.rawValue + "." + path }
}
