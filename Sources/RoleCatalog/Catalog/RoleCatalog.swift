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

  /// One list in memory.
  private struct Entry {
    var index: RoleIndex
    var fetchedAt: Timestamp
    /// Whether this process has fetched it itself.
    var isFetched: Bool
    /// The file that holds it; `nil` if none does.
    var identity: FileIdentity?
  }

  private struct State {
    var entries: [RoleListKey: Entry] = [:]
    /// The keys whose files have been looked for.
    var loaded: Set<RoleListKey> = []
    var problems: [RoleListKey: RoleListCache.Problem] = [:]
    var failures: [RoleListKey: FailedAttempt] = [:]
    var flights: [RoleListKey: Flight] = [:]
  }

  /// One fetch that any number of callers wait for: the first to hold the lock makes it, the others find its outcome.
  private final class Flight: Sendable {
    let outcome = Mutex<Result<Refresh, RoleListFailure>?>(nil)
  }

  private let configuration: Configuration
  private let cache: RoleListCache?
  private let source: (any RoleListSource)?
  private let now: @Sendable () -> Timestamp
  private let jitter: @Sendable () -> Double
  private let state = Mutex(State())

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

  // MARK: Reading

  /// The best list in memory, the bundled one if there is no other. Cost: a lock and a look.
  package func snapshot(for key: RoleListKey?) -> RoleSnapshot {
    guard let key, let entry = state.withLock({ $0.entries[key] }) else { return .bundled }
    return snapshot(of: entry, for: key)
  }

  /// Reads what the cache keeps for `key`, unless it has been read before. Cost: the first time, one small file.
  package func load(_ key: RoleListKey) {
    guard state.withLock({ $0.loaded.insert(key).inserted }) else { return }
    reload(key)
  }

  /// Whether the list for `key` should be fetched: it is stale or there is none, there is a source to ask, and the last
  /// failure is long enough ago.
  package func isRefreshDue(_ key: RoleListKey) -> Bool {
    guard source != nil, !configuration.isOffline else { return false }
    let time = now()
    return state.withLock { state in
      if let entry = state.entries[key], isFresh(entry, at: time) { return false }
      guard let failure = state.failures[key] else { return true }
      // A clock that was set back must not lengthen the wait.
      return time >= failure.nextAttemptAt || time < failure.at
    }
  }

  /// What the catalog has, key by key: what it was asked for, and what the cache keeps.
  package func status() -> [CatalogStatus] {
    let kept = (try? cache?.keys()) ?? []
    for key in kept { load(key) }
    let time = now()
    return state.withLock { state in
      let keys = Set(state.entries.keys).union(state.failures.keys).union(state.problems.keys).union(kept)
      return keys.sorted { $0.order < $1.order }.map { key in
        let entry = state.entries[key]
        let snapshot = entry.map { self.snapshot(of: $0, for: key) } ?? .bundled
        return CatalogStatus(
          key: key, provenance: snapshot.provenance, isFresh: entry.map { isFresh($0, at: time) } ?? false,
          roleCount: snapshot.index.entries.count,
          path: entry?.identity == nil ? nil : cache?.path(of: key), failure: state.failures[key],
          problem: state.problems[key].map { ($0.message, $0.remedy) })
      }
    }
  }

  // MARK: Changing

  /// Fetches the list for `key`, keeps it, and tells what has changed. Whoever asks while a fetch is under way waits for
  /// that one. A failure is remembered, and changes nothing else.
  package func refresh(_ key: RoleListKey) throws(RoleListFailure) -> Refresh {
    guard !configuration.isOffline else { throw .offline }
    guard let source else { throw .noSource }
    let flight = state.withLock { state in
      if let flight = state.flights[key] { return flight }
      let flight = Flight()
      state.flights[key] = flight
      return flight
    }
    let outcome = flight.outcome.withLock { outcome in
      if let outcome { return outcome }
      let made = fetch(key, from: source)
      outcome = made
      state.withLock { $0.flights[key] = nil }
      return made
    }
    return try outcome.get()
  }

  /// Fetches the list for `key` if ``isRefreshDue(_:)`` says so even after a look at what another process may have
  /// fetched meanwhile. Gives whether there is a new list.
  package func refreshIfDue(_ key: RoleListKey) -> Bool {
    guard isRefreshDue(key) else { return false }
    let isReplaced = reload(key)
    guard isRefreshDue(key) else { return isReplaced }
    return (try? refresh(key)) != nil
  }

  /// Forgets the lists of `keys`, or all if that is `nil`: in memory and on disk.
  ///
  /// - Returns: the keys whose lists were forgotten, and what could not be removed.
  package func clear(_ keys: [RoleListKey]? = nil) -> (cleared: [RoleListKey], problems: [String]) {
    let known = Set(state.withLock { Array($0.entries.keys) } + ((try? cache?.keys()) ?? []))
    var cleared: [RoleListKey] = []
    var problems: [String] = []
    for key in (keys ?? Array(known)).sorted(by: { $0.order < $1.order }) {
      let wasInMemory = state.withLock { state in
        state.loaded.remove(key)
        state.failures[key] = nil
        state.problems[key] = nil
        return state.entries.removeValue(forKey: key) != nil
      }
      do {
        let wasOnDisk = try cache?.remove(key) ?? false
        if wasInMemory || wasOnDisk { cleared.append(key) }
      } catch {
        problems.append(error.message)
      }
    }
    return (cleared, problems)
  }

  // MARK: Steps

  /// Takes over what the cache keeps for `key`, if it is something else than what is in memory.
  @discardableResult
  private func reload(_ key: RoleListKey) -> Bool {
    guard let cache else { return false }
    let known = state.withLock { $0.entries[key]?.identity }
    if let known, known.isDistinctive, cache.identity(for: key) == known { return false }
    do {
      guard let kept = try cache.read(key) else { return false }
      state.withLock { state in
        state.problems[key] = nil
        state.entries[key] = Entry(
          index: RoleIndex(kept.list.roles), fetchedAt: kept.list.fetchedAt, isFetched: false, identity: kept.identity)
      }
      return true
    } catch {
      state.withLock { $0.problems[key] = error }
      return false
    }
  }

  private func fetch(_ key: RoleListKey, from source: any RoleListSource) -> Result<Refresh, RoleListFailure> {
    load(key)
    let roles: [Role]
    do throws(RoleListFailure) {
      roles = try source.roles(for: key)
    } catch {
      remember(error, for: key)
      return .failure(error)
    }
    let old = snapshot(for: key)
    let list = CachedRoleList(key: key, fetchedAt: now(), roles: roles)
    var entry = Entry(index: RoleIndex(roles), fetchedAt: list.fetchedAt, isFetched: true, identity: nil)
    var problem: RoleListCache.Problem?
    do throws(RoleListCache.Problem) {
      entry.identity = try cache?.write(list)
    } catch {
      problem = error
    }
    state.withLock { [entry, problem] state in
      state.entries[key] = entry
      state.failures[key] = nil
      state.problems[key] = problem
    }
    return .success(
      Refresh(
        snapshot: snapshot(of: entry, for: key),
        difference: RoleListDifference(from: old.index.entries.map(\.role), to: roles), cacheProblem: problem?.message))
  }

  private func remember(_ failure: RoleListFailure, for key: RoleListKey) {
    let time = now()
    state.withLock { state in
      let count = (state.failures[key]?.count ?? 0) + 1
      let delay = configuration.backoff.delay(afterFailures: count, jitter: jitter())
      state.failures[key] = FailedAttempt(
        failure: failure, at: time, count: count, nextAttemptAt: time.advanced(byMilliseconds: delay))
    }
  }

  /// A list that is from the future is as good as stale: the clock was wrong then or is now.
  private func isFresh(_ entry: Entry, at time: Timestamp) -> Bool {
    entry.fetchedAt <= time && time < entry.fetchedAt.advanced(byMilliseconds: configuration.timeToLive)
  }

  private func snapshot(of entry: Entry, for key: RoleListKey) -> RoleSnapshot {
    let isLive = entry.isFetched && isFresh(entry, at: now())
    return RoleSnapshot(
      provenance: RoleProvenance(
        origin: isLive ? .live : .cached, fetchedAt: entry.fetchedAt, timeToLive: configuration.timeToLive,
        location: key.location),
      index: entry.index, remembered: RoleSnapshot.rememberedByBundle)
  }
}

extension RoleListKey {
  /// The order of lists of keys.
  fileprivate var order: String { "\(cloud.lowercased()) \(location) \(subscription ?? "")" }
}
