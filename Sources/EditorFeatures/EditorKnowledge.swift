package import RoleCatalog
package import TrustedAccess

/// What is known besides a document. Everything answers from memory.
package protocol EditorKnowledge {
  /// The roles of a location; of none in particular, for `nil`.
  func roles(in location: String?) -> RoleSnapshot

  /// The clusters that are registered, with their bindings; `nil` as long as they have not been read.
  var knownClusters: [KnownCluster]? { get }

  /// The time.
  var time: Timestamp { get }

  /// A time as people read it.
  func text(of time: Timestamp) -> String
}

/// A cluster that is registered.
package struct KnownCluster: Sendable {
  /// The cluster.
  package var cluster: Cluster

  /// Its bindings.
  package var bindings: [StoredBinding]

  /// Creates a cluster.
  package init(cluster: Cluster, bindings: [StoredBinding]) {
    self.cluster = cluster
    self.bindings = bindings
  }
}
