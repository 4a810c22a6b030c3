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

    /// A list of this process's own, not yet kept.
    init(fetched list: CachedRoleList) {
      index = RoleIndex(list.roles)
      fetchedAt = list.fetchedAt
      isFetched = true
    }

    /// A list that the cache keeps.
    init(_ kept: RoleListCache.Entry) {
      index = RoleIndex(kept.list.roles)
      fetchedAt = kept.list.fetchedAt
      isFetched = false
      identity = kept.identity
    }
  }

  private struct State {
    var entries: [RoleListKey: Entry] = [:]
    /// The keys whose files have been looked for.
    var loaded: Set<RoleListKey> = []
    var problems: [RoleListKey: RoleListCache.Problem] = [:]
    var failures: [RoleListKey: FailedAttempt] = [:]
    var flights: [RoleListKey: Flight] = [:]

    /// The keys of which there is something to tell.
    var keys: Set<RoleListKey> { Set(entries.keys).union(failures.keys).union(problems.keys) }
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
    return snapshot(of: entry, for: key, at: now())
  }

  /// Reads what the cache keeps for `key`, unless it has been read before. Cost: the first time, one file.
  package func load(_ key: RoleListKey) {
    guard state.withLock({ !$0.loaded.contains(key) }) else { return }
    reload(key)
  }

  /// Whether the list for `key` should be fetched: it is stale or there is none, there is a source to ask, and the last
  /// failure is long enough ago.
  package func isRefreshDue(_ key: RoleListKey) -> Bool {
    guard source != nil, !configuration.isOffline else { return false }
    let time = now()
    return state.withLock { state in
      if let entry = state.entries[key], isFresh(entry.fetchedAt, at: time) { return false }
      guard let failure = state.failures[key] else { return true }
      // A clock that was set back must not lengthen the wait.
      return time >= failure.nextAttemptAt || time < failure.at
    }
  }

  /// What the catalog has, key by key: what it was asked for, and what the cache keeps now. Reads what is new there.
  package func status() -> [CatalogStatus] {
    let kept = (try? cache?.keys()) ?? []
    for key in state.withLock(\.keys).union(kept) {
      reload(key)
      recallDamage(key)
    }
    let time = now()
    return state.withLock { state in
      state.keys.union(kept).sorted { $0.order < $1.order }.map { key in
        let entry = state.entries[key]
        let snapshot = entry.map { self.snapshot(of: $0, for: key, at: time) } ?? .bundled
        return CatalogStatus(
          key: key, provenance: snapshot.provenance, isFresh: entry.map { isFresh($0.fetchedAt, at: time) } ?? false,
          roleCount: snapshot.index.entries.count,
          path: entry?.identity == nil ? nil : cache?.path(of: key), failure: state.failures[key],
          problem: state.problems[key].map { ($0.message, $0.remedy) })
      }
    }
  }

  /// What keeps the cache from being looked through, and what can be done; `nil` if nothing does.
  package var cacheProblem: (message: String, remedy: String?)? {
    do throws(RoleListCache.Problem) {
      _ = try cache?.keys()
      return nil
    } catch {
      return (error.message, error.remedy)
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

  /// Looks for a newer list for `key` if the one in memory is stale: first at what another process may have fetched
  /// meanwhile, offline too; then, if ``isRefreshDue(_:)`` still says so, at the source. Gives whether there is a new list.
  package func refreshIfDue(_ key: RoleListKey) -> Bool {
    let time = now()
    let isStale = state.withLock { state in state.entries[key].map { !isFresh($0.fetchedAt, at: time) } ?? true }
    guard isStale else { return false }
    let isReplaced = reload(key)
    guard isRefreshDue(key) else { return isReplaced }
    return (try? refresh(key)) != nil || isReplaced
  }

  /// Forgets the lists of `keys`, or all if that is `nil`, in memory and on disk, what was set aside of them as damaged,
  /// and how their refreshes failed.
  ///
  /// - Returns: the keys whose lists were forgotten, and what could not be removed.
  package func clear(_ keys: [RoleListKey]? = nil) -> (cleared: [RoleListKey], problems: [String]) {
    var cleared: [RoleListKey] = []
    var problems: [String] = []
    var wanted = Set(keys ?? [])
    if keys == nil {
      wanted = state.withLock(\.keys)
      do throws(RoleListCache.Problem) {
        try wanted.formUnion(cache?.keys() ?? [])
      } catch {
        problems.append(error.text)
      }
    }
    for key in wanted.sorted(by: { $0.order < $1.order }) {
      let wasInMemory = state.withLock { state in
        state.loaded.remove(key)
        state.failures[key] = nil
        state.problems[key] = nil
        return state.entries.removeValue(forKey: key) != nil
      }
      do throws(RoleListCache.Problem) {
        let wasOnDisk = try cache?.remove(key) ?? false
        if wasInMemory || wasOnDisk { cleared.append(key) }
      } catch {
        problems.append(error.text)
      }
    }
    return (cleared, problems)
  }

  // MARK: Steps

  /// Takes over what the cache keeps for `key`, if it is better than what is in memory. Gives whether it is. Cost: one
  /// `stat`, and the file if it is another than the one that was read.
  @discardableResult
  private func reload(_ key: RoleListKey) -> Bool {
    guard let cache else { return false }
    let known = state.withLock { $0.entries[key]?.identity }
    if let known, known.isDistinctive, cache.identity(for: key) == known { return false }
    // The index is built before the lock is taken: who searches meanwhile does not wait for it.
    let kept = Result { () throws(RoleListCache.Problem) in try cache.read(key) }.map { $0.map(Entry.init) }
    let time = now()
    return state.withLock { state in
      state.loaded.insert(key)
      // Another thread may have brought something newer than this look at the disk.
      guard state.entries[key]?.identity == known else { return false }
      switch kept {
      case .failure(let problem):
        state.problems[key] = problem
        return false
      case .success(nil):
        state.entries[key]?.identity = nil
        return false
      case .success(let entry?):
        return takeOver(entry, for: key, at: time, &state)
      }
    }
  }

  /// Puts a list of the cache in the place of the one in memory, unless that is better: it may be one that could not be
  /// written.
  private func takeOver(_ kept: Entry, for key: RoleListKey, at time: Timestamp, _ state: inout State) -> Bool {
    let isKeptFresh = isFresh(kept.fetchedAt, at: time)
    if let known = state.entries[key]?.fetchedAt {
      let isBetter = isKeptFresh == isFresh(known, at: time) ? kept.fetchedAt > known : isKeptFresh
      guard isBetter else { return false }
    }
    state.entries[key] = kept
    state.problems[key] = nil
    // What has failed here has succeeded elsewhere.
    if isKeptFresh { state.failures[key] = nil }
    return true
  }

  /// Takes note of a damaged file that another process, or an earlier one, has set aside, unless there is a list again.
  private func recallDamage(_ key: RoleListKey) {
    guard let cache, state.withLock({ $0.entries[key] == nil && $0.problems[key] == nil }) else { return }
    guard let place = try? cache.setAsideFile(for: key) else { return }
    state.withLock { state in
      state.problems[key] = RoleListCache.Problem(
        message: "The cached list \(cache.path(of: key)) was damaged, and was set aside as \(place).",
        remedy: "Refresh the list, or clear it.")
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
    var entry = Entry(fetched: list)
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
        snapshot: snapshot(of: entry, for: key, at: list.fetchedAt),
        difference: RoleListDifference(from: old.index.entries.map(\.role), to: roles), cacheProblem: problem?.text))
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
  private func isFresh(_ fetchedAt: Timestamp, at time: Timestamp) -> Bool {
    fetchedAt <= time && time < fetchedAt.advanced(byMilliseconds: configuration.timeToLive)
  }

  private func snapshot(of entry: Entry, for key: RoleListKey, at time: Timestamp) -> RoleSnapshot {
    let isLive = entry.isFetched && isFresh(entry.fetchedAt, at: time)
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
