package import TrustedAccess

extension LocalBackend {
  /// The store's folder; empty if none is known.
  package var folder: String { store.folder }

  /// Whether changes could be made: takes the store's lock and gives it back. A store that is not there yet is made by
  /// the first cluster that is registered, and nothing is tried.
  ///
  /// - Returns: whether the store is there.
  /// - Throws: why no change can be made.
  package func probe() throws(BackendError) -> Bool {
    guard try store.exists() else { return false }
    try store.withLock { () throws(BackendError) in }
    return true
  }
}
