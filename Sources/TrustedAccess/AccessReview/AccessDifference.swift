/// Access gained and lost by a change.
public struct AccessDifference: Hashable, Sendable {
  /// What is permitted after the change and was not before.
  public var gained: [PermittedAccess]
  /// What was permitted before the change and is not after.
  public var lost: [PermittedAccess]

  /// Whether the change permits the same as before.
  public var isEmpty: Bool { gained.isEmpty && lost.isEmpty }

  /// The difference between what two sets permit. With a `*`, what it covers is neither gained nor lost.
  public init(from old: PermissionSet, to new: PermissionSet) {
    gained = new.excess(over: old)
    lost = old.excess(over: new)
  }

  /// The difference between what two lists of roles permit.
  public init(from old: [Role], to new: [Role]) {
    self.init(from: PermissionSet(old), to: PermissionSet(new))
  }

  /// What changed between two versions of a role's rules.
  public init(from old: Role, to new: Role) { self.init(from: [old], to: [new]) }
}
