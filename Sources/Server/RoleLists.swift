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
  private let observer = Mutex<(@Sendable () -> Void)?>(nil)

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

  /// Calls `observer` whenever a list has changed, on whichever thread that was, in the place of the one before.
  func observe(_ observer: @escaping @Sendable () -> Void) {
    self.observer.withLock { $0 = observer }
  }

  /// Tells that a list has changed.
  func tellChange() {
    observer.withLock(\.self)?()
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
      if catalog.refreshIfDue(key) { tellChange() }
      due.withLock { _ = $0.removeFirst() }
    }
  }
}
