/// A binding as its author wrote it, right or wrong: what the validation rules look at.
///
/// A field that is not known (a variable that was not resolved, an option not yet typed) is `nil`; nothing is said of it.
public struct BindingDraft: Hashable, Sendable {
  /// What the draft is for; some rules hold for one only.
  public enum Operation: Hashable, Sendable {
    case create
    case update
  }

  /// The binding's name as written.
  public var name: String?

  /// The cluster's resource ID as written.
  public var cluster: String?

  /// The source's resource ID as written.
  public var source: String?

  /// The roles as written, one text each; `nil` if the list is not known.
  public var roles: [String]?

  /// What the draft is for.
  public var operation: Operation

  /// Creates a draft.
  public init(
    name: String? = nil,
    cluster: String? = nil,
    source: String? = nil,
    roles: [String]? = nil,
    operation: Operation = .create
  ) {
    self.name = name
    self.cluster = cluster
    self.source = source
    self.roles = roles
    self.operation = operation
  }
}
