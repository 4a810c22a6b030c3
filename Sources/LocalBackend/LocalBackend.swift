package import DurableStorage
package import TrustedAccess

/// Clusters and role bindings in durable files, with the behaviour and the error texts of AKS.
///
/// Safe for any number of threads and processes on one store: each change is checked and written while its maker alone
/// holds the store's lock. A change costs one durable replacement of the cluster's file; a read of an unchanged cluster
/// one `stat`.
package struct LocalBackend: ClusterBackend {
  /// What a local backend works with.
  package struct Configuration: Sendable {
    /// The store's folder; made when the first cluster is registered.
    package var folder: String

    /// How long the service works on a change, in milliseconds, before its state is `Succeeded`. AKS was seen to take
    /// from 13 s to 6 min.
    package var provisioningDuration: Int64 = 15_000

    /// How long a change waits for other processes, in milliseconds, before it gives up.
    package var lockTimeout: Int64 = 10_000

    /// Creates a configuration with the standard times.
    package init(folder: String) {
      self.folder = folder
    }
  }

  let store: ClusterStore
  let now: @Sendable () -> Timestamp
  let random: @Sendable () -> UInt64
  private let provisioningDuration: Int64
  private let roles: @Sendable (_ cluster: Cluster) -> any RoleDirectory

  /// Creates a backend. Touches no file yet.
  ///
  /// - Parameter roles: the roles that a cluster may have, from memory.
  /// - Parameter now: the wall clock.
  /// - Parameter random: a random number; two registrations of one cluster must not draw the same.
  package init(
    _ configuration: Configuration,
    fileSystem: FileSystem = .system,
    roles: @escaping @Sendable (_ cluster: Cluster) -> any RoleDirectory,
    now: @escaping @Sendable () -> Timestamp,
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) }
  ) {
    store = ClusterStore(
      folder: configuration.folder, fileSystem: fileSystem, lockTimeout: configuration.lockTimeout)
    provisioningDuration = configuration.provisioningDuration
    self.roles = roles
    self.now = now
    self.random = random
  }

  package func listing(of cluster: ResourceID) throws(BackendError) -> BindingListing {
    let state = try registered(cluster)
    let time = now()
    return BindingListing(
      bindings: state.listed.compactMap { stored($0, in: state, at: time) },
      deleted: state.records.compactMap { $0.isDeleted ? effect(of: $0, in: state, at: time) : nil })
  }

  package func binding(named name: BindingName, on cluster: ResourceID) throws(BackendError) -> StoredBinding {
    let state = try registered(cluster)
    guard let record = state.binding(named: name), let binding = stored(record, in: state, at: now()) else {
      throw .bindingNotFound(name, on: cluster)
    }
    return binding
  }

  package func create(
    _ specification: BindingSpecification, on cluster: ResourceID, mode: ChangeMode
  ) throws(BackendError) -> StoredBinding {
    let name = specification.name
    return try change(cluster, mode) { (state, time) throws(BackendError) in
      guard state.binding(named: name) == nil else { throw .bindingExists(name) }
      let directory = roles(state.cluster)
      try BindingRules.check(roles: specification.roles, for: specification.source, in: directory)
      try BindingRules.checkRoom(for: name, besides: state.listedCount)
      let grant = BindingGrant(source: specification.source, roles: specification.roles)
      return try accept(grant, for: name, in: &state, at: time)
    }
  }

  package func update(
    _ name: BindingName, roles newRoles: [RoleName], expecting expected: String?, on cluster: ResourceID,
    mode: ChangeMode
  ) throws(BackendError) -> StoredBinding {
    try change(cluster, mode) { (state, time) throws(BackendError) in
      guard let source = try find(name, expecting: expected, in: state)?.history.newestChange?.desired?.source else {
        throw .bindingNotFound(name, on: cluster)
      }
      try BindingRules.check(roles: newRoles, for: source, in: roles(state.cluster))
      return try accept(BindingGrant(source: source, roles: newRoles), for: name, in: &state, at: time)
    }
  }

  package func delete(
    _ name: BindingName, expecting expected: String?, on cluster: ResourceID, mode: ChangeMode
  ) throws(BackendError) -> StoredBinding? {
    try change(cluster, mode) { (state, time) throws(BackendError) in
      guard let record = try find(name, expecting: expected, in: state) else { return nil }
      let deleted = stored(record, in: state, at: time)
      state.accept(nil, for: name, at: time, duration: provisioningDuration)
      return deleted
    }
  }

  package func effects(on cluster: ResourceID, at time: Timestamp) throws(BackendError) -> [BindingEffect] {
    let state = try registered(cluster)
    return state.records.compactMap { effect(of: $0, in: state, at: time) }
  }
}

// MARK: - Steps that the methods share

extension LocalBackend {
  /// What is stored for a cluster that must be registered.
  func registered(_ cluster: ResourceID) throws(BackendError) -> ClusterState {
    guard let state = try store.state(of: cluster) else { throw notFound(cluster) }
    return state
  }

  /// Why there is no such cluster, as Azure Resource Manager says it: no such group, or no such resource in it.
  func notFound(_ cluster: ResourceID) -> BackendError {
    let remedy = "Register the cluster in the local store, or check its ID."
    let isGroupKnown = (try? store.fileNames())?.contains { ClusterFileName.isInGroup($0, of: cluster) } ?? false
    return isGroupKnown
      ? .clusterNotFound(cluster, remedy: remedy) : .resourceGroupNotFound(of: cluster, remedy: remedy)
  }

  /// Runs `body` on the newest state of `cluster`, and stores what it makes of it, if it makes any change. A dry run does
  /// the same on a copy and needs no lock.
  func change<Value>(
    _ cluster: ResourceID, _ mode: ChangeMode,
    _ body: (inout ClusterState, Timestamp) throws(BackendError) -> Value
  ) throws(BackendError) -> Value {
    var state = try registered(cluster)
    if mode == .dryRun { return try body(&state, now()) }
    return try store.withLock { () throws(BackendError) in
      guard let version = try store.lockedVersion(of: cluster) else { throw notFound(cluster) }
      var state = version.state
      let value = try body(&state, now())
      if state.revision != version.state.revision { try store.write(state, after: version) }
      return value
    }
  }

  /// The binding of that name, if it is there; it must have the etag `expected`, if one is given.
  private func find(
    _ name: BindingName, expecting expected: String?, in state: ClusterState
  ) throws(BackendError) -> BindingRecord? {
    guard let record = state.binding(named: name) else { return nil }
    let etag = state.etag(of: record)
    if let expected, expected != etag { throw .etagMismatch(name, expected: expected, current: etag) }
    return record
  }

  private func accept(
    _ grant: BindingGrant, for name: BindingName, in state: inout ClusterState, at time: Timestamp
  ) throws(BackendError) -> StoredBinding {
    state.accept(grant, for: name, at: time, duration: provisioningDuration)
    guard let record = state.binding(named: name), let binding = stored(record, in: state, at: time) else {
      throw .bindingNotFound(name, on: state.cluster.id)
    }
    return binding
  }

  /// What a binding gives at `time`; `nil` if it is deleted and gives nothing any more.
  private func effect(of record: BindingRecord, in state: ClusterState, at time: Timestamp) -> BindingEffect? {
    let effect = record.history.effectiveState(at: time, on: state.schedule)
    if record.isDeleted, effect.phase == .removed { return nil }
    return BindingEffect(name: record.name, isDeleted: record.isDeleted, state: effect)
  }

  /// A binding as it is at `time`; `nil` if it is deleted.
  func stored(_ record: BindingRecord, in state: ClusterState, at time: Timestamp) -> StoredBinding? {
    guard let desired = record.history.newestChange?.desired,
      let provisioningState = record.history.provisioningState(at: time, duration: provisioningDuration)
    else { return nil }
    let binding = RoleBinding(
      name: record.name, cluster: state.cluster.id, source: desired.source, roles: desired.roles,
      provisioningState: provisioningState)
    return StoredBinding(
      binding: binding, etag: state.etag(of: record),
      effective: record.history.effectiveState(at: time, on: state.schedule))
  }
}
