/// Something that a rule has to say of a binding: what is wrong, where, and what would be right.
public struct Finding: Hashable, Sendable {
  /// The rule's stable code, `unknown-role`; also the name of its page in the documentation.
  public var code: String

  /// How grave it is.
  public var severity: Severity

  /// What is wrong and what would be right, in one or two sentences, without a trailing line break.
  public var message: String

  /// The field of the binding that the finding is about.
  public var field: BindingField

  /// The part of the field's text that is wrong, in UTF-8 offsets; `nil` means all of it.
  public var range: Range<Int>?

  /// Ways to mend it, best first; empty where none can be computed.
  public var fixes: [Fix]

  /// Creates a finding.
  public init(
    code: String,
    severity: Severity,
    message: String,
    field: BindingField,
    range: Range<Int>? = nil,
    fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.field = field
    self.range = range
    self.fixes = fixes
  }
}

/// How grave a finding is, LSP's four levels, most grave first.
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  /// AKS or Azure Resource Manager refuses it.
  case error = 1
  /// It may be refused, or does not do what its author believes.
  case warning
  /// Worth knowing.
  case information
  /// A suggestion.
  case hint

  /// More grave is less, as in LSP.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A field of a binding as its author writes it.
public enum BindingField: Hashable, Sendable {
  case name
  case cluster
  case source
  /// The list of roles as a whole.
  case roles
  /// One role, by its place in the list.
  case role(Int)
}

/// A change that mends a finding.
public struct Fix: Hashable, Sendable {
  /// What the change does, as an editor's menu shows it: `Use 'Microsoft.…/mlworkload'`.
  public var title: String

  /// The edits that make it up; they do not overlap.
  public var edits: [FieldEdit]

  /// Creates a fix.
  public init(title: String, edits: [FieldEdit]) {
    self.title = title
    self.edits = edits
  }
}

/// One edit of a field's text.
public struct FieldEdit: Hashable, Sendable {
  /// What an edit does to its field.
  public enum Change: Hashable, Sendable {
    /// Puts this text in the field's place.
    case replace(String)
    /// Puts this text in the place of a part of the field, given in UTF-8 offsets.
    case replaceRange(Range<Int>, String)
    /// Puts these roles in the place of the field's one role, or of the whole list.
    case replaceWithRoles([String])
    /// Takes the role out of the list.
    case remove
  }

  /// The field to edit.
  public var field: BindingField

  /// What to do to it.
  public var change: Change

  /// Creates an edit.
  public init(field: BindingField, change: Change) {
    self.field = field
    self.change = change
  }
}
