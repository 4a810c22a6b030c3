/// What it takes to bring one binding of a cluster to what is wanted, and what that does to access. A pure comparison:
/// nothing is changed.
public struct BindingPlan: Sendable {
  /// What is to be done.
  public enum Action: String, Sendable, CaseIterable {
    /// There is no binding of that name: create it.
    case create
    /// Other roles for the same source: update it.
    case update
    /// Another source, which no update can change: delete the binding, then create it.
    case replace
    /// The binding is not wanted any more: delete it.
    case delete
    /// Everything is as wanted.
    case nothing = "none"
  }

  /// What changes for one source.
  public struct Change: Sendable {
    /// The source.
    public var source: ResourceID
    /// What it may do more, and what no more, on the whole cluster.
    public var difference: AccessDifference
    /// Whether it has a role on the cluster before, and none after.
    public var isDisconnected: Bool
  }

  /// What is to be done.
  public let action: Action

  /// The roles that the binding has after the change and not before, as wanted.
  public let rolesAdded: [RoleName]

  /// The roles that the binding has before the change and not after.
  public let rolesRemoved: [RoleName]

  /// What changes, the source that loses the binding first; empty if nothing is to be done.
  public let changes: [Change]

  /// Those of ``rolesAdded`` whose rules are known.
  public let addedRoles: [Role]

  /// The roles before and after whose rules are not known, so that what they give is in no difference.
  public let unknownRoles: [RoleName]

  /// Compares what is with what is wanted.
  ///
  /// - Parameters:
  ///   - desired: what the binding is to give; `nil` if it is to go.
  ///   - name: the binding.
  ///   - bindings: every binding of the cluster.
  ///   - directory: the roles of the cluster's location.
  public init(
    _ desired: BindingGrant?, for name: BindingName, among bindings: [RoleBinding], roles directory: some RoleDirectory
  ) {
    let current = bindings.first { $0.name == name }.map { BindingGrant(source: $0.source, roles: $0.roles) }
    let others = bindings.filter { $0.name != name }
    action =
      switch (current, desired) {
      case (nil, nil): .nothing
      case (nil, .some): .create
      case (.some, nil): .delete
      case (let current?, let desired?) where current.source != desired.source: .replace
      case (let current?, let desired?): current.givesSame(as: desired) ? .nothing : .update
      }
    let before = current?.roles ?? []
    let after = desired?.roles ?? []
    // A new source starts with nothing, so that all roles are new to it.
    let isReplaced = action == .replace
    rolesAdded = isReplaced ? after : after.filter { !before.contains($0) }
    rolesRemoved = isReplaced ? before : before.filter { !after.contains($0) }
    addedRoles = rolesAdded.compactMap { directory.entry(for: $0)?.role }
    unknownRoles = Self.unique(before + after).filter { directory.entry(for: $0) == nil }

    var changes: [Change] = []
    if action != .nothing {
      for source in Self.unique([current?.source, desired?.source].compactMap { $0 }) {
        let elsewhere = others.filter { $0.source == source }.flatMap(\.roles)
        let old = elsewhere + (current?.source == source ? before : [])
        let new = elsewhere + (desired?.source == source ? after : [])
        func known(_ names: [RoleName]) -> [Role] { names.compactMap { directory.entry(for: $0)?.role } }
        changes.append(
          Change(
            source: source, difference: AccessDifference(from: known(old), to: known(new)),
            isDisconnected: !old.isEmpty && new.isEmpty))
      }
    }
    self.changes = changes
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
