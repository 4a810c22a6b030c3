package import DurableStorage
import Synchronization
package import TrustedAccess

/// The roles of every location, from the best list there is: fetched, kept on disk, or bundled.
///
/// Stale beats nothing, visibly: ``snapshot(for:)`` answers from memory at once, and its provenance tells how old the list
/// is. ``load(_:)`` and ``refresh(_:)`` touch the disk and the network, and are made by whoever can wait. Nothing is
/// loaded before it is asked for.
package final class RoleCatalog: Sendable {
  /// What a catalog works with.
  package struct Configuration: Sendable {
    /// The cache's folder; `nil` for none.
    package var folder: String?

    /// For how long a fetched list counts as fresh, in milliseconds: 24 hours.
    package var timeToLive: Int64 = 86_400_000

    /// Whether the live source is never asked.
    package var isOffline = false

    /// How long a source that failed is left alone.
    package var backoff = Backoff()

    /// Creates a configuration with the standard times.
    package init(folder: String?) {
      self.folder = folder
    }
  }

  // What follows is for the extensions of this type alone.

  let configuration: Configuration
  let cache: RoleListCache?
  let source: (any RoleListSource)?
  let now: @Sendable () -> Timestamp
  let jitter: @Sendable () -> Double
  let state = Mutex(CatalogState())

  /// Creates a catalog. Touches no file yet.
  ///
  /// - Parameters:
  ///   - source: asks the service; `nil` if nothing can.
  ///   - now: the wall clock.
  ///   - jitter: a random number, `0 ..< 1`.
  package init(
    _ configuration: Configuration,
    source: (any RoleListSource)? = nil,
    fileSystem: FileSystem = .system,
    now: @escaping @Sendable () -> Timestamp,
    jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.configuration = configuration
    self.source = source
    self.now = now
    self.jitter = jitter
    cache = configuration.folder.map { RoleListCache(folder: $0, fileSystem: fileSystem) }
  }

  /// The best list in memory, the bundled one if there is no other. Cost: a lock and a look.
  package func snapshot(for key: RoleListKey?) -> RoleSnapshot {
    key.flatMap(list) ?? .bundled
  }

  /// The list for `key`, or where the subscription has none the location's own, or else the bundled one. Cost: a lock and
  /// a look for each, and the first time a file.
  package func roles(for key: RoleListKey) -> RoleSnapshot {
    load(key)
    if let list = list(for: key) { return list }
    guard key.subscription != nil else { return .bundled }
    load(key.withoutSubscription)
    return snapshot(for: key.withoutSubscription)
  }

  private func list(for key: RoleListKey) -> RoleSnapshot? {
    state.withLock { $0.entries[key] }.map { snapshot(of: $0, for: key, at: now()) }
  }

  /// A list that is from the future is as good as stale: the clock was wrong then or is now.
  func isFresh(_ fetchedAt: Timestamp, at time: Timestamp) -> Bool {
    fetchedAt <= time && time < fetchedAt.advanced(byMilliseconds: configuration.timeToLive)
  }

  func snapshot(of entry: CatalogEntry, for key: RoleListKey, at time: Timestamp) -> RoleSnapshot {
    let isLive = entry.isFetched && isFresh(entry.fetchedAt, at: time)
    return RoleSnapshot(
      provenance: RoleProvenance(
        origin: isLive ? .live : .cached, fetchedAt: entry.fetchedAt, timeToLive: configuration.timeToLive,
        location: key.location),
      index: entry.index, remembered: RoleSnapshot.rememberedByBundle)
  }
}
