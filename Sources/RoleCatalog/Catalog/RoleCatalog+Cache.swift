import DurableStorage
import Synchronization
import TrustedAccess

extension RoleCatalog {
  /// Reads what the cache keeps for `key`, unless it has been read before. Cost: the first time, one file.
  package func load(_ key: RoleListKey) {
    guard state.withLock({ !$0.loaded.contains(key) }) else { return }
    reload(key)
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
    for key in wanted.sorted() {
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

  /// Takes over what the cache keeps for `key`, if it is better than what is in memory. Gives whether it is. Cost: one
  /// `stat`, and the file if it is another than the one that was read.
  @discardableResult
  func reload(_ key: RoleListKey) -> Bool {
    guard let cache else { return false }
    let known = state.withLock { $0.entries[key]?.identity }
    if let known, known.isDistinctive, cache.identity(for: key) == known { return false }
    // The index is built before the lock is taken: who searches meanwhile does not wait for it.
    let kept = Result { () throws(RoleListCache.Problem) in try cache.read(key) }.map { $0.map(CatalogEntry.init) }
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
  private func takeOver(_ kept: CatalogEntry, for key: RoleListKey, at time: Timestamp, _ state: inout CatalogState)
    -> Bool
  {
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
}
