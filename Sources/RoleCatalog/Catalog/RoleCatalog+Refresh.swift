import Synchronization
import TrustedAccess

extension RoleCatalog {
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
    var entry = CatalogEntry(fetched: list)
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
}
