/// Where clusters and their role bindings live: the local store, or Azure.
///
/// Synchronous: a call may wait for a disk or a network and is made off the thread that reads requests.
/// An answer is acknowledged only when it is durable.
public protocol ClusterBackend: Sendable {
  /// What is on `cluster` now.
  func listing(of cluster: ResourceID) throws(BackendError) -> BindingListing

  /// One binding.
  func binding(named name: BindingName, on cluster: ResourceID) throws(BackendError) -> StoredBinding

  /// Creates a binding; fails if one of that name is there (the Azure CLI's rule, not ARM's).
  func create(
    _ specification: BindingSpecification, on cluster: ResourceID, mode: ChangeMode
  ) throws(BackendError) -> StoredBinding

  /// Replaces the roles of a binding; its source never changes.
  ///
  /// - Parameter expected: if given, the change is made only if the binding's ``StoredBinding/etag`` is this one.
  func update(
    _ name: BindingName, roles: [RoleName], expecting expected: String?, on cluster: ResourceID, mode: ChangeMode
  ) throws(BackendError) -> StoredBinding

  /// Deletes a binding and gives what it was; `nil` if there was none, which is no error (the Azure CLI's rule).
  ///
  /// - Parameter expected: as for ``update(_:roles:expecting:on:mode:)``.
  func delete(
    _ name: BindingName, expecting expected: String?, on cluster: ResourceID, mode: ChangeMode
  ) throws(BackendError) -> StoredBinding?

  /// What the cluster's bindings really give at `time`: those that are listed, and those that are deleted but whose
  /// access lasts until the cluster reconciles. Ordered by name.
  func effects(on cluster: ResourceID, at time: Timestamp) throws(BackendError) -> [BindingEffect]
}

extension ClusterBackend {
  /// The bindings on `cluster`, by name.
  public func bindings(on cluster: ResourceID) throws(BackendError) -> [StoredBinding] {
    try listing(of: cluster).bindings
  }

  /// Creates a binding; see ``create(_:on:mode:)``.
  public func create(
    _ specification: BindingSpecification, on cluster: ResourceID
  ) throws(BackendError) -> StoredBinding {
    try create(specification, on: cluster, mode: .commit)
  }

  /// Replaces the roles of a binding; see ``update(_:roles:expecting:on:mode:)``.
  public func update(
    _ name: BindingName, roles: [RoleName], expecting expected: String?, on cluster: ResourceID
  ) throws(BackendError) -> StoredBinding {
    try update(name, roles: roles, expecting: expected, on: cluster, mode: .commit)
  }

  /// Deletes a binding; see ``delete(_:expecting:on:mode:)``.
  public func delete(
    _ name: BindingName, expecting expected: String?, on cluster: ResourceID
  ) throws(BackendError) -> StoredBinding? {
    try delete(name, expecting: expected, on: cluster, mode: .commit)
  }

  /// What one binding really gives at `time`; `nil` if it is neither listed nor still in effect.
  public func effectiveState(
    of name: BindingName, on cluster: ResourceID, at time: Timestamp
  ) throws(BackendError) -> EffectiveState? {
    try effects(on: cluster, at: time).first { $0.name == name }?.state
  }
}

/// Whether a change is made, or only checked.
public enum ChangeMode: Hashable, Sendable {
  /// The change is made, and durable when the call returns.
  case commit
  /// Every check is made and nothing is changed: the call fails as the change would, and gives what it would.
  case dryRun
}

/// What a new binding is made of.
public struct BindingSpecification: Hashable, Sendable {
  /// The binding's name.
  public var name: BindingName

  /// The resource that is given the roles.
  public var source: ResourceID

  /// The roles.
  public var roles: [RoleName]

  /// Creates a specification.
  public init(name: BindingName, source: ResourceID, roles: [RoleName]) {
    self.name = name
    self.source = source
    self.roles = roles
  }
}

/// What is on a cluster at one time.
public struct BindingListing: Hashable, Sendable {
  /// The bindings, by name.
  public var bindings: [StoredBinding]

  /// What is left of deleted bindings, by name: their access lasts until the cluster reconciles.
  public var deleted: [BindingEffect]

  /// Creates a listing.
  public init(bindings: [StoredBinding], deleted: [BindingEffect]) {
    self.bindings = bindings
    self.deleted = deleted
  }
}

/// A binding as a backend holds it.
public struct StoredBinding: Hashable, Sendable {
  /// The binding.
  public var binding: RoleBinding

  /// Changes with every change of the binding; opaque.
  public var etag: String

  /// What the binding really gives at the time of the call.
  public var effective: EffectiveState

  /// Creates a stored binding.
  public init(binding: RoleBinding, etag: String, effective: EffectiveState) {
    self.binding = binding
    self.etag = etag
    self.effective = effective
  }
}

/// What one binding really gives.
public struct BindingEffect: Hashable, Sendable {
  /// The binding's name.
  public var name: BindingName

  /// Whether the binding is deleted, and only its access is left.
  public var isDeleted: Bool

  /// What it gives.
  public var state: EffectiveState

  /// Creates an effect.
  public init(name: BindingName, isDeleted: Bool, state: EffectiveState) {
    self.name = name
    self.isDeleted = isDeleted
    self.state = state
  }
}
