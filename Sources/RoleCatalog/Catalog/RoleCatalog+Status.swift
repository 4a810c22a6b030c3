import Synchronization
import TrustedAccess

extension RoleCatalog {
  /// What the catalog has, key by key: what it was asked for, and what the cache keeps now. Reads what is new there.
  package func status() -> [CatalogStatus] {
    let kept = (try? cache?.keys()) ?? []
    for key in state.withLock(\.keys).union(kept) {
      reload(key)
      recallDamage(key)
    }
    let time = now()
    return state.withLock { state in
      state.keys.union(kept).sorted().map { key in
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
}
