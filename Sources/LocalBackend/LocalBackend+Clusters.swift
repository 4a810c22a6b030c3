package import TrustedAccess

/// A cluster as the local store holds it.
package struct RegisteredCluster: Hashable, Sendable {
  /// The cluster.
  package var cluster: Cluster

  /// When it was registered.
  package var registeredAt: Timestamp

  /// When it puts changes of its bindings into effect: every five minutes from its registration on.
  package var schedule: ReconciliationSchedule

  /// How many bindings it has.
  package var bindingCount: Int
}

/// The clusters of a store, and what is wrong with those that cannot be read.
package struct ClusterListing: Hashable, Sendable {
  /// The clusters, ordered by the names of cluster, group and subscription.
  package var clusters: [RegisteredCluster]

  /// One error for each file that could not be read.
  package var problems: [BackendError]
}

extension LocalBackend {
  /// The registered clusters, or those of that name in any group and subscription. Reads one folder, and each file that
  /// has changed.
  ///
  /// - Throws: if the folder cannot be read; a file that cannot be is a problem in the listing.
  package func clusters(named name: String? = nil) throws(BackendError) -> ClusterListing {
    var listing = ClusterListing(clusters: [], problems: [])
    let prefix = name.map { ClusterFileName.prefix(forClustersNamed: $0) } ?? ""
    for fileName in try store.fileNames() where fileName.hasPrefix(prefix) {
      do {
        if let state = try store.state(inFileNamed: fileName) { listing.clusters.append(summary(of: state)) }
      } catch {
        listing.problems.append(error)
      }
    }
    return listing
  }

  /// One registered cluster.
  package func cluster(_ id: ResourceID) throws(BackendError) -> RegisteredCluster {
    summary(of: try registered(id))
  }

  /// Registers a cluster; fails if it is registered already.
  package func register(_ cluster: Cluster, mode: ChangeMode = .commit) throws(BackendError) -> RegisteredCluster {
    let cluster = try ClusterRules.checked(cluster)
    if mode == .dryRun {
      return summary(of: try newState(of: cluster, replacing: try store.state(of: cluster.id)))
    }
    try store.createFolder()
    return try store.withLock { () throws(BackendError) in
      let state = try newState(of: cluster, replacing: try store.lockedVersion(of: cluster.id)?.state)
      try store.write(state, after: nil)
      return summary(of: state)
    }
  }

  /// Takes a cluster out of the store, with its bindings. Gives what it was.
  ///
  /// - Parameter force: whether to do so even if the cluster has bindings; else that is refused.
  package func unregister(
    _ id: ResourceID, force: Bool = false, mode: ChangeMode = .commit
  ) throws(BackendError) -> RegisteredCluster {
    if mode == .dryRun { return try removable(try registered(id), force) }
    _ = try registered(id)
    return try store.withLock { () throws(BackendError) in
      guard let state = try store.lockedVersion(of: id)?.state else { throw notFound(id) }
      let removed = try removable(state, force)
      try store.remove(id)
      return removed
    }
  }

  private func newState(of cluster: Cluster, replacing old: ClusterState?) throws(BackendError) -> ClusterState {
    guard old == nil else {
      throw BackendError(
        .alreadyExists,
        code: "ClusterAlreadyRegistered",
        message: "The cluster '\(cluster.id)' is registered already.",
        target: cluster.id.text,
        remedy: "Unregister it first, if its location or flags are to change."
      )
    }
    return ClusterState(cluster: cluster, registeredAt: now(), incarnation: String(random(), radix: 36))
  }

  private func removable(_ state: ClusterState, _ force: Bool) throws(BackendError) -> RegisteredCluster {
    let cluster = summary(of: state)
    guard force || cluster.bindingCount == 0 else {
      throw BackendError(
        .preconditionFailed,
        code: "ClusterHasBindings",
        message: """
          The cluster '\(state.cluster.id)' has \(cluster.bindingCount) role binding\
          \(cluster.bindingCount == 1 ? "" : "s"): \(state.listed.map(\.name.description).joined(separator: ", ")).
          """,
        target: state.cluster.id.text,
        remedy: "Delete the bindings first, or force it."
      )
    }
    return cluster
  }

  private func summary(of state: ClusterState) -> RegisteredCluster {
    RegisteredCluster(
      cluster: state.cluster, registeredAt: state.registeredAt, schedule: state.schedule,
      bindingCount: state.listedCount)
  }
}
