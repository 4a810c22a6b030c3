import DurableStorage
import Synchronization
import TrustedAccess

/// One list in memory.
struct CatalogEntry {
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

/// What a catalog has in memory.
struct CatalogState {
  var entries: [RoleListKey: CatalogEntry] = [:]
  /// The keys whose files have been looked for.
  var loaded: Set<RoleListKey> = []
  var problems: [RoleListKey: RoleListCache.Problem] = [:]
  var failures: [RoleListKey: FailedAttempt] = [:]
  var flights: [RoleListKey: Flight] = [:]

  /// The keys of which there is something to tell.
  var keys: Set<RoleListKey> { Set(entries.keys).union(failures.keys).union(problems.keys) }
}

/// One fetch that any number of callers wait for: the first to hold the lock makes it, the others find its outcome.
final class Flight: Sendable {
  let outcome = Mutex<Result<Refresh, RoleListFailure>?>(nil)
}
