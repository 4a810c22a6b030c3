import DurableStorage
import Synchronization
import TrustedAccess

/// The store's folder: one file per cluster, and one lock that every writer holds.
///
/// Readers need no lock, since a file is only ever replaced as a whole. What a file holds is kept in memory with the
/// file's identity, so reading an unchanged file costs one `stat`.
final class ClusterStore: Sendable {
  /// A cluster's file as it was last seen.
  struct Version: Sendable {
    var identity: FileIdentity
    var state: ClusterState
  }

  private struct Memory {
    var versions: [ResourceID: (path: String, version: Version)] = [:]
    /// The clusters in `versions` by the bytes of their files' paths; as strings, `Å` and the Ångström sign were one.
    var clusters: [[UInt8]: ResourceID] = [:]
    var hasRemovedLeftovers = false
  }

  /// How many clusters are kept in memory.
  private static let capacity = 4096

  /// The folder's path.
  let folder: String

  private let fileSystem: FileSystem
  private let lockTimeout: Int64
  private let memory = Mutex(Memory())

  init(folder: String, fileSystem: FileSystem, lockTimeout: Int64) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.lockTimeout = lockTimeout
  }

  // MARK: Reading

  /// What is stored for `cluster`; `nil` if it is not registered.
  func state(of cluster: ResourceID) throws(BackendError) -> ClusterState? {
    try version(of: cluster, isLocked: false)?.state
  }

  /// The file names of all clusters; foreign files are passed over.
  func fileNames() throws(BackendError) -> [String] {
    let names: [String]
    do { names = try fileSystem.list(folder) ?? [] } catch { throw BackendError(error) }
    return names.filter { ClusterFileName.isWellFormed($0) }.sorted()
  }

  /// Whether the store's folder is there.
  func exists() throws(BackendError) -> Bool {
    do { return try fileSystem.list(folder) != nil } catch { throw BackendError(error) }
  }

  /// What is stored in the file of that name; `nil` if it is gone.
  func state(inFileNamed name: String) throws(BackendError) -> ClusterState? {
    let path = "\(folder)/\(name)"
    if let known = memory.withLock({ $0.clusters[Array(path.utf8)] }) {
      return try state(of: known)
    }
    guard let version = try read(path, isLocked: false) else { return nil }
    remember(version, at: path, of: version.state.cluster.id)
    return version.state
  }

  private func version(of cluster: ResourceID, isLocked: Bool) throws(BackendError) -> Version? {
    let known = memory.withLock { $0.versions[cluster] }
    let path: String
    if let known { path = known.path } else { path = try self.path(of: cluster) }
    if let version = known?.version, version.identity.isDistinctive {
      let identity: FileIdentity?
      do { identity = try fileSystem.identity(of: path) } catch { throw BackendError(error) }
      if identity == version.identity { return version }
    }
    let version = try read(path, isLocked: isLocked)
    if let other = version?.state.cluster.id, other != cluster { throw .fileTaken(path, by: other, for: cluster) }
    remember(version, at: path, of: cluster)
    return version
  }

  private func remember(_ version: Version?, at path: String, of cluster: ResourceID) {
    memory.withLock { memory in
      if memory.versions.count >= Self.capacity {
        memory.versions.removeAll()
        memory.clusters.removeAll()
      }
      memory.versions[cluster] = version.map { (path, $0) }
      memory.clusters[Array(path.utf8)] = version.map { _ in cluster }
    }
  }

  /// Reads and parses a file. A damaged one is set aside, under the lock.
  private func read(_ path: String, isLocked: Bool) throws(BackendError) -> Version? {
    let contents: FileContents?
    do { contents = try fileSystem.read(path) } catch { throw BackendError(error) }
    guard let contents else { return nil }
    let reading: ClusterState.Reading
    do throws(Damage) {
      reading = try ClusterState.read(contents.bytes)
      if case .state(let state) = reading { try check(state, isIn: path) }
    } catch {
      if isLocked { throw setAside(path, error) }
      // Under the lock nobody replaces the file between the look and the renaming.
      return try withLock(orThrow: { .damaged(path, error, .failure($0)) }) { () throws(BackendError) in
        try read(path, isLocked: true)
      }
    }
    switch reading {
    case .newerFormat(let version): throw .newerFormat(version, path)
    case .state(let state): return Version(identity: contents.identity, state: state)
    }
  }

  /// Whether a file holds the cluster that it is named after.
  private func check(_ state: ClusterState, isIn path: String) throws(Damage) {
    let name = try? ClusterFileName.name(for: state.cluster.id)
    guard let name, path.utf8.elementsEqual("\(folder)/\(name)".utf8) else {
      throw Damage(reason: "it holds another cluster than its name says, '\(state.cluster.id)'")
    }
  }

  private func setAside(_ path: String, _ damage: Damage) -> BackendError {
    do {
      let seconds = fileSystem.wallClock() / 1_000_000_000
      return .damaged(path, damage, .success(try fileSystem.setAside(path, stamp: String(seconds))))
    } catch {
      return .damaged(path, damage, .failure(error))
    }
  }

  // MARK: Writing

  /// Runs `body` while no other process or thread changes the store.
  ///
  /// - Parameter failure: what is thrown if the lock is not had.
  func withLock<Value>(
    orThrow failure: (StorageError) -> BackendError = { BackendError($0) },
    _ body: () throws(BackendError) -> Value
  ) throws(BackendError) -> Value {
    let result: Result<Value, BackendError>
    do {
      result = try fileSystem.withLock("\(folder)/.lock", .exclusive, timeout: lockTimeout) { () throws(BackendError) in
        removeLeftovers()
        return try body()
      }
    } catch {
      throw failure(error)
    }
    return try result.get()
  }

  /// Makes the store's folder.
  func createFolder() throws(BackendError) {
    guard !folder.isEmpty else {
      throw BackendError(
        .unavailable, code: "NoStore", message: "No folder for the local store is known.",
        remedy: "Give '--store', or set XDG_STATE_HOME or HOME.")
    }
    do { try fileSystem.createFolder(folder) } catch { throw BackendError(error) }
  }

  /// What is stored for `cluster`, read while the lock is held.
  func lockedVersion(of cluster: ResourceID) throws(BackendError) -> Version? {
    try version(of: cluster, isLocked: true)
  }

  /// Stores `state` durably in the place of `old`, while the lock is held.
  func write(_ state: ClusterState, after old: Version?) throws(BackendError) {
    let cluster = state.cluster.id
    let path = try path(of: cluster)
    do {
      let identity = try fileSystem.replace(path, with: state.encoded, after: old?.identity)
      remember(Version(identity: identity, state: state), at: path, of: cluster)
    } catch {
      throw BackendError(error)
    }
  }

  /// Removes what is stored for `cluster`, while the lock is held.
  func remove(_ cluster: ResourceID) throws(BackendError) {
    let path = try path(of: cluster)
    do { _ = try fileSystem.remove(path) } catch { throw BackendError(error) }
    remember(nil, at: path, of: cluster)
  }

  private func path(of cluster: ResourceID) throws(BackendError) -> String {
    try "\(folder)/\(ClusterFileName.name(for: cluster))"
  }

  /// Clears away, once in this process's life, what killed writers left. A failure to do so harms nobody.
  private func removeLeftovers() {
    let isDue = memory.withLock { memory in
      defer { memory.hasRemovedLeftovers = true }
      return !memory.hasRemovedLeftovers
    }
    if isDue { try? fileSystem.removeLeftovers(in: folder) }
  }
}
