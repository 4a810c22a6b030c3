import JSONRPC
import RoleCatalog
import Synchronization
import TrustedAccess

/// The role lists as the methods use them: answered with what is known at once, and renewed behind for who asks next.
final class RoleLists: Sendable {
  private let catalog: RoleCatalog
  private let threads: Threads
  /// The lists that are to be renewed, the one that is being renewed first. A thread works them off one after the other,
  /// while there are any.
  private let due = Mutex<[RoleListKey]>([])

  init(_ catalog: RoleCatalog, threads: Threads) {
    self.catalog = catalog
    self.threads = threads
  }

  /// The best list for a location, as `subscription` sees it if that is known; without a location the bundled one.
  func roles(in location: String?, of subscription: String?) -> RoleSnapshot {
    guard let location, let shared = RoleListKey(location: location) else { return .bundled }
    // What no subscription could be called has no list.
    let key = subscription.flatMap { RoleListKey(subscription: $0, location: location) } ?? shared
    let roles = catalog.roles(for: key)
    if catalog.isRefreshDue(key) { renew(key) }
    return roles
  }

  private func renew(_ key: RoleListKey) {
    due.withLock { due in
      guard !due.contains(key) else { return }
      // Where there is no thread to be had, who asks next tries again.
      guard !due.isEmpty || threads.start({ [self] in renewAll() }) else { return }
      due.append(key)
    }
  }

  private func renewAll() {
    while let key = due.withLock(\.first) {
      // A failure is kept in the catalog, which tells it and says when to try again.
      _ = catalog.refreshIfDue(key)
      due.withLock { _ = $0.removeFirst() }
    }
  }
}
