import EditorFeatures
import JSONRPC
import LocalBackend
import Synchronization
import TrustedAccess

/// The clusters of the local store as editors see them: what was read last is answered at once, and read anew behind for
/// who asks next, so that no keystroke waits for a disk.
final class RememberedClusters: Sendable {
  private struct State {
    var clusters: [KnownCluster]?
    /// When they were asked for last, so that they were read anew.
    var readAt: Timestamp?
    var isBeingRead = false
  }

  /// How old what is remembered gets before it is read anew, in milliseconds.
  private static let freshness: Int64 = 1000

  private let backend: LocalBackend
  private let threads: Threads
  private let state = Mutex(State())

  init(_ backend: LocalBackend, threads: Threads) {
    self.backend = backend
    self.threads = threads
  }

  /// The clusters as they were read last; `nil` if they have not been.
  func clusters(at time: Timestamp) -> [KnownCluster]? {
    let (clusters, isDue) = state.withLock { state in
      // A clock that was set back makes them due, too.
      let isFresh = state.readAt.map { $0 <= time && time < $0.advanced(byMilliseconds: Self.freshness) } ?? false
      guard !isFresh, !state.isBeingRead else { return (state.clusters, false) }
      state.isBeingRead = true
      state.readAt = time
      return (state.clusters, true)
    }
    // Where there is no thread to be had, who asks next tries again.
    if isDue, !threads.start({ [self] in read() }) { state.withLock { $0 = State(clusters: $0.clusters) } }
    return clusters
  }

  private func read() {
    // What cannot be read is told by the methods that work with it.
    let listing = try? backend.clusters()
    let clusters = (listing?.clusters ?? []).map { registered in
      KnownCluster(
        cluster: registered.cluster, bindings: (try? backend.listing(of: registered.cluster.id))?.bindings ?? [])
    }
    state.withLock { state in
      state.clusters = clusters
      state.isBeingRead = false
    }
  }
}
