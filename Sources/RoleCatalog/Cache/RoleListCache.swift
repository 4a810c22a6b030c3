import DurableStorage
import TrustedAccess

/// The folder of fetched role lists, one file each, which all processes of a user share.
///
/// Losing it costs a fetch, so that a fault here is told and stops nobody.
struct RoleListCache: Sendable {
  /// What is wrong with the cache, in sentences.
  struct Problem: Error, Hashable, Sendable {
    var message: String
    var remedy: String?
  }

  /// A file that was read.
  struct Entry: Sendable {
    var list: CachedRoleList
    var identity: FileIdentity
  }

  private static let suffix = ".json"
  private static let lockTimeout: Int64 = 2_000

  private let folder: String
  private let fileSystem: FileSystem

  init(folder: String, fileSystem: FileSystem) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// Where the list for `key` is kept.
  func path(of key: RoleListKey) -> String {
    "\(folder)/\(key.cloud.lowercased()).\(key.subscription ?? "").\(key.location)\(Self.suffix)"
  }

  /// Which version of the list is kept; `nil` if none is. Cost: one `stat`.
  func identity(for key: RoleListKey) -> FileIdentity? {
    try? fileSystem.identity(of: path(of: key))
  }

  /// The list for `key`; `nil` if none is kept. A damaged file is set aside.
  func read(_ key: RoleListKey) throws(Problem) -> Entry? {
    let path = path(of: key)
    if case .damaged = try contents(of: path) {
      // Under the lock nobody puts a sound file in its place between the look and the renaming.
      return try withLock { () throws(Problem) in
        switch try contents(of: path) {
        case .damaged(let reason): throw setAside(path, because: reason)
        case .entry(let entry): return checked(entry, key)
        case .newer(let version): throw newer(version, path)
        case .none: return nil
        }
      }
    }
    switch try contents(of: path) {
    case .entry(let entry): return checked(entry, key)
    case .newer(let version): throw newer(version, path)
    case .damaged, .none: return nil
    }
  }

  /// The keys of all lists that are kept, in the order of their files' names.
  func keys() throws(Problem) -> [RoleListKey] {
    let names: [String]
    do { names = try fileSystem.list(folder) ?? [] } catch { throw Problem(error) }
    return names.sorted().compactMap { name in
      guard name.hasSuffix(Self.suffix) else { return nil }
      let parts = name.dropLast(Self.suffix.count).split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, case .entry(let entry) = try? contents(of: "\(folder)/\(name)") else { return nil }
      return entry.list.key
    }
  }

  /// Keeps a list, in the place of an older one. One that a later version of this program wrote stays.
  func write(_ list: CachedRoleList) throws(Problem) -> FileIdentity {
    let path = path(of: list.key)
    do { try fileSystem.createFolder(folder) } catch { throw Problem(error) }
    return try withLock { () throws(Problem) in
      var old: FileIdentity?
      switch try contents(of: path) {
      case .newer(let version): throw newer(version, path)
      case .damaged(let reason): _ = setAside(path, because: reason)
      case .entry(let entry): old = entry.identity
      case .none: break
      }
      do throws(StorageError) {
        return try fileSystem.replace(path, with: list.encoded, after: old)
      } catch {
        throw Problem(error)
      }
    }
  }

  /// Forgets the list for `key`. Gives whether there was one.
  func remove(_ key: RoleListKey) throws(Problem) -> Bool {
    guard identity(for: key) != nil else { return false }
    return try withLock { () throws(Problem) in
      do throws(StorageError) {
        return try fileSystem.remove(path(of: key))
      } catch {
        throw Problem(error)
      }
    }
  }

  private enum Contents {
    case entry(Entry)
    case newer(Int)
    case damaged(String)
  }

  private func contents(of path: String) throws(Problem) -> Contents? {
    let file: FileContents?
    do { file = try fileSystem.read(path) } catch { throw Problem(error) }
    guard let file else { return nil }
    switch CachedRoleList.read(file.bytes) {
    case .list(let list): return .entry(Entry(list: list, identity: file.identity))
    case .newerFormat(let version): return .newer(version)
    case .damaged(let reason): return .damaged(reason)
    }
  }

  /// The entry, if it is of the list that its name says: a copied file is none.
  private func checked(_ entry: Entry, _ key: RoleListKey) -> Entry? { entry.list.key == key ? entry : nil }

  private func setAside(_ path: String, because reason: String) -> Problem {
    let stamp = String(fileSystem.wallClock() / 1_000_000_000)
    let outcome: String
    do {
      outcome = "It was set aside as \(try fileSystem.setAside(path, stamp: stamp))."
    } catch {
      outcome = "It could not be set aside. \(error.message)"
    }
    return Problem(message: "The cached list \(path) is damaged: \(reason). \(outcome)", remedy: "Refresh the list.")
  }

  private func newer(_ version: Int, _ path: String) -> Problem {
    Problem(
      message:
        "The cached list \(path) has the format version \(version), which a later version of this program wrote.",
      remedy: "Use that version, or clear the cache.")
  }

  private func withLock<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    let result: Result<Value, Problem>
    do {
      result = try fileSystem.withLock("\(folder)/.lock", .exclusive, timeout: Self.lockTimeout) {
        () throws(Problem) in
        try body()
      }
    } catch {
      throw Problem(error)
    }
    return try result.get()
  }
}

extension RoleListCache.Problem {
  fileprivate init(_ error: StorageError) {
    self.init(message: error.message, remedy: error.remedy)
  }
}
