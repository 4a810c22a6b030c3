import DurableStorage
import JSON
import TrustedAccess

/// The folder of fetched role lists, one file each, which all processes of a user share.
///
/// Losing it costs a fetch, so that a fault here is told and stops nobody.
struct RoleListCache: Sendable {
  /// What is wrong with the cache, in sentences.
  struct Problem: Error, Hashable, Sendable {
    var message: String
    var remedy: String?

    /// Both.
    var text: String { remedy.map { "\(message) \($0)" } ?? message }
  }

  /// A file that was read.
  struct Entry: Sendable {
    var list: CachedRoleList
    var identity: FileIdentity
  }

  private static let lockTimeout: Int64 = 2_000

  /// The largest file, in bytes: 100 000 roles with rules as long as today's take some 150 MB.
  private static let largestFile = JSONLimits.longestText

  private let folder: String
  private let fileSystem: FileSystem

  init(folder: String, fileSystem: FileSystem) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  // MARK: Names

  /// Where the list for `key` is kept.
  func path(of key: RoleListKey) -> String { "\(folder)/\(Self.fileName(of: key))" }

  /// The keys of all lists that are kept, sound or not, and of those that were set aside.
  func keys() throws(Problem) -> Set<RoleListKey> { Set(try names().compactMap(Self.key)) }

  /// Where the damaged file for `key` is that was set aside last; `nil` if there is none.
  func setAsideFile(for key: RoleListKey) throws(Problem) -> String? {
    try names(for: key).filter { $0 != Self.fileName(of: key) }.max().map { "\(folder)/\($0)" }
  }

  private func names() throws(Problem) -> [String] {
    do { return try fileSystem.list(folder) ?? [] } catch { throw Problem(error) }
  }

  /// The names of the list for `key` and of the files that it was set aside as.
  private func names(for key: RoleListKey) throws(Problem) -> [String] {
    try names().filter { Self.key(ofFile: $0) == key }
  }

  /// Full stops part the parts, for none has one.
  private static func fileName(of key: RoleListKey) -> String {
    "\(key.cloud.lowercased()).\(key.subscription ?? "").\(key.location).json"
  }

  /// The key of a list's file, or of a file that it was set aside as; `nil` for any other.
  private static func key(ofFile name: String) -> RoleListKey? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 || parts.count == 5 && parts[4].hasPrefix("damaged-") else { return nil }
    let key = RoleListKey(cloud: parts[0], subscription: parts[1].isEmpty ? nil : parts[1], location: parts[2])
    return key.flatMap { parts[..<4].joined(separator: ".") == fileName(of: $0) ? $0 : nil }
  }

  // MARK: Reading

  /// Which version of the list is kept; `nil` if none is. Cost: one `stat`.
  func identity(for key: RoleListKey) -> FileIdentity? {
    try? fileSystem.identity(of: path(of: key))
  }

  /// The list for `key`; `nil` if none is kept. A damaged file is set aside.
  func read(_ key: RoleListKey) throws(Problem) -> Entry? {
    switch try contents(for: key) {
    case .none: return nil
    case .entry(let entry): return entry
    case .newer(let version): throw newer(version, key)
    case .damaged(let reason): return try readUnderLock(key, seen: reason)
    }
  }

  /// The list for `key` after a look that found damage. Under the lock nobody puts a sound file in its place between the
  /// look and the renaming.
  private func readUnderLock(_ key: RoleListKey, seen reason: String) throws(Problem) -> Entry? {
    let outcome: Result<Entry?, Problem>
    do {
      outcome = try withLock { () throws(Problem) in
        switch try contents(for: key) {
        case .none: return nil
        case .entry(let entry): return entry
        case .newer(let version): throw newer(version, key)
        case .damaged(let reason): throw try setAside(key, because: reason)
        }
      }
    } catch {
      throw damage(of: key, reason, error)
    }
    return try outcome.get()
  }

  private enum Contents {
    case none
    case entry(Entry)
    case newer(Int)
    case damaged(String)
  }

  private func contents(for key: RoleListKey) throws(Problem) -> Contents {
    let file: FileContents?
    do { file = try fileSystem.read(path(of: key), limit: Self.largestFile) } catch { throw Problem(error) }
    guard let file else { return .none }
    switch CachedRoleList.read(file.bytes) {
    case .list(let list) where list.key == key: return .entry(Entry(list: list, identity: file.identity))
    case .list: return .damaged("it holds the list of something else than its name says")
    case .newerFormat(let version): return .newer(version)
    case .damaged(let reason): return .damaged(reason)
    }
  }

  // MARK: Changing

  /// Keeps a list, in the place of an older one. One that a later version of this program wrote stays, and so does a
  /// damaged one that cannot be set aside.
  func write(_ list: CachedRoleList) throws(Problem) -> FileIdentity {
    let outcome: Result<FileIdentity, Problem>
    do {
      try fileSystem.createFolder(folder)
      outcome = try withLock { () throws(Problem) in try replace(list) }
    } catch {
      throw Problem(error)
    }
    return try outcome.get()
  }

  private func replace(_ list: CachedRoleList) throws(Problem) -> FileIdentity {
    var old: FileIdentity?
    switch try contents(for: list.key) {
    case .none: break
    case .entry(let entry): old = entry.identity
    case .newer(let version): throw newer(version, list.key)
    case .damaged(let reason): _ = try setAside(list.key, because: reason)
    }
    let path = path(of: list.key)
    let bytes = list.encoded
    guard bytes.count <= Self.largestFile else {
      throw Problem(message: "The list for \(path) has \(bytes.count) bytes, and may have \(Self.largestFile).")
    }
    do {
      // Leftovers do no harm but take room: the next write tries again.
      try? fileSystem.removeLeftovers(in: folder)
      return try fileSystem.replace(path, with: bytes, after: old)
    } catch {
      throw Problem(error)
    }
  }

  /// Forgets the list for `key`, sound or not, and what was set aside of it. Gives whether there was anything.
  func remove(_ key: RoleListKey) throws(Problem) -> Bool {
    guard try !names(for: key).isEmpty else { return false }
    let outcome: Result<Bool, Problem>
    do {
      outcome = try withLock { () throws(Problem) in try removeFiles(for: key) }
    } catch {
      throw Problem(error)
    }
    return try outcome.get()
  }

  private func removeFiles(for key: RoleListKey) throws(Problem) -> Bool {
    var isRemoved = false
    for name in try names(for: key) {
      do {
        if try fileSystem.remove("\(folder)/\(name)") { isRemoved = true }
      } catch {
        throw Problem(error)
      }
    }
    return isRemoved
  }

  /// Gives a damaged file another name.
  ///
  /// - Returns: what there is to tell of it.
  /// - Throws: the same if it keeps its name; it must not be overwritten then.
  private func setAside(_ key: RoleListKey, because reason: String) throws(Problem) -> Problem {
    let stamp = String(fileSystem.wallClock() / 1_000_000_000)
    do {
      let place = try fileSystem.setAside(path(of: key), stamp: stamp)
      return Problem(
        message: "The cached list \(path(of: key)) is damaged: \(reason). It was set aside as \(place).",
        remedy: "Refresh the list.")
    } catch {
      throw damage(of: key, reason, error)
    }
  }

  private func withLock<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(StorageError) -> Result<Value, Failure> {
    try fileSystem.withLock("\(folder)/.lock", .exclusive, timeout: Self.lockTimeout, body)
  }

  // MARK: Problems

  /// A damaged file that could not be set aside.
  private func damage(of key: RoleListKey, _ reason: String, _ error: StorageError) -> Problem {
    Problem(
      message: "The cached list \(path(of: key)) is damaged: \(reason). It could not be set aside. \(error.message)",
      remedy: error.remedy)
  }

  private func newer(_ version: Int, _ key: RoleListKey) -> Problem {
    Problem(
      message: "The cached list \(path(of: key)) has the format version \(version), "
        + "which a later version of this program wrote.",
      remedy: "Use that version, or clear the cache.")
  }
}

extension RoleListCache.Problem {
  fileprivate init(_ error: StorageError) {
    self.init(message: error.message, remedy: error.remedy)
  }
}
