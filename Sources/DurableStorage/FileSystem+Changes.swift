import Glibc
import Synchronization

// Durable changes. Each is acknowledged only when it would survive a loss of power, and nothing is synchronized beyond
// the file and the folder that hold it.

extension FileSystem {
  /// What the names of temporary files start with.
  private static let temporaryPrefix = ".writing-"

  /// How many temporary files this process has made, so that each has a name of its own.
  private static let temporaryCount = Atomic<UInt64>(0)

  /// Puts `bytes` in the place of the file at `path`, or makes it, with the rights `0600`: written to a temporary file of
  /// the same folder, synchronized, renamed, the folder synchronized. Whoever reads sees the old bytes or the new ones.
  ///
  /// - Parameter old: the version that is replaced, if there is one; the new one is given a later modification time, so
  ///   that ``FileIdentity`` tells them apart even if the clock was set back.
  /// - Returns: the new version's identity.
  /// - Throws: the old file is untouched, unless ``StorageError/isChangeVisible`` says otherwise.
  @discardableResult
  package func replace(
    _ path: String, with bytes: [UInt8], after old: FileIdentity? = nil
  ) throws(StorageError) -> FileIdentity {
    let folder = Self.folder(of: path)
    let temporary: String
    let descriptor: Int32
    do {
      (temporary, descriptor) = try makeTemporaryFile(in: folder)
    } catch {
      throw StorageError(.write, path, .system(error))
    }
    let identity: FileIdentity
    do {
      defer { close(descriptor) }
      identity = try write(bytes, to: descriptor, after: old, path)
    } catch {
      discard(temporary)
      throw error
    }
    do {
      try uninterrupted { () throws(SystemError) in try rename(temporary, path) }
    } catch {
      discard(temporary)
      throw StorageError(.rename, path, .system(error))
    }
    try synchronizeFolder(folder)
    return identity
  }

  /// Writes and synchronizes all of `bytes`; `path` is what errors name.
  private func write(
    _ bytes: [UInt8], to descriptor: Int32, after old: FileIdentity?, _ path: String
  ) throws(StorageError) -> FileIdentity {
    do {
      var written = 0
      while written < bytes.count {
        var answer: Result<Int, SystemError> = .success(0)
        bytes.withUnsafeBytes { buffer in
          let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
          answer = Result { () throws(SystemError) in
            try uninterrupted { () throws(SystemError) in try write(descriptor, rest) }
          }
        }
        written += try answer.get()
      }
      // A microsecond later, since some file systems keep no finer times.
      let later = max(wallClock(), (old?.modifiedAt ?? .min).addingReportingOverflow(1000).partialValue)
      try uninterrupted { () throws(SystemError) in try setModificationTime(descriptor, later) }
    } catch {
      throw StorageError(.write, path, .system(error))
    }
    do {
      try uninterrupted { () throws(SystemError) in try synchronize(descriptor) }
      return try uninterrupted { () throws(SystemError) in try status(descriptor) }.identity
    } catch {
      throw StorageError(.synchronize, path, .system(error))
    }
  }

  /// A new, empty temporary file, open to be written.
  private func makeTemporaryFile(in folder: String) throws(SystemError) -> (path: String, descriptor: Int32) {
    while true {
      let count = Self.temporaryCount.add(1, ordering: .relaxed).newValue
      let path = "\(folder)/\(Self.temporaryPrefix)\(getpid())-\(count)"
      do {
        return (path, try uninterrupted { () throws(SystemError) in try open(path, .create) })
      } catch  where error.number == EEXIST {
        // A leftover of an earlier process with this number, or a process of another container that shares the folder.
        continue
      }
    }
  }

  /// Removes the temporary files that writers which were killed left in a folder. What cannot be removed stays.
  ///
  /// To be called only while holding a lock that every writer of the folder holds: another writer's temporary file would
  /// be taken for a leftover.
  package func removeLeftovers(in folder: String) throws(StorageError) {
    for name in try list(folder) ?? [] where name.hasPrefix(Self.temporaryPrefix) {
      discard("\(folder)/\(name)")
    }
  }

  /// Removes a file whose presence does no harm.
  private func discard(_ path: String) {
    try? uninterrupted { () throws(SystemError) in try unlink(path) }
  }

  /// Removes a file. Gives whether there was one.
  package func remove(_ path: String) throws(StorageError) -> Bool {
    do {
      try uninterrupted { () throws(SystemError) in try unlink(path) }
    } catch {
      if error.number == ENOENT { return false }
      throw StorageError(.remove, path, .system(error))
    }
    try synchronizeFolder(Self.folder(of: path))
    return true
  }

  /// Gives a damaged file another name in the same folder, `{name}.damaged-{stamp}`, or with `-2`, `-3` and so on behind
  /// it, so that nothing is overwritten and somebody can look at it. Gives the new path.
  ///
  /// - Parameter stamp: tells when; of characters that a file name may have.
  package func setAside(_ path: String, stamp: String) throws(StorageError) -> String {
    var newPath = "\(path).damaged-\(stamp)"
    var number = 1
    while true {
      do {
        try uninterrupted { () throws(SystemError) in try renameWithoutReplacing(path, newPath) }
        break
      } catch {
        guard error.number == EEXIST, number < 10_000 else { throw StorageError(.setAside, path, .system(error)) }
      }
      number += 1
      newPath = "\(path).damaged-\(stamp)-\(number)"
    }
    // A loss of power may give the file its old name back; whoever reads it then sets it aside anew.
    try? synchronizeFolder(Self.folder(of: path))
    return newPath
  }

  /// Makes a folder and those above it that are not there, each with the rights `0700`. Leaves it as it is if it is there.
  package func createFolder(_ path: String) throws(StorageError) {
    let parent = Self.folder(of: path)
    var refusal = refusal(ofMakingFolder: path)
    if refusal?.number == ENOENT, !path.isEmpty, parent != path {
      try createFolder(parent)
      refusal = self.refusal(ofMakingFolder: path)
    }
    // Whoever made what was there may have been killed before it was durable. Where that may not be asked for, it is old.
    guard let refusal else {
      try? synchronizeFolder(Self.folder(of: parent))
      return try synchronizeFolder(parent)
    }
    guard refusal.number == EEXIST, try isFolder(path) else {
      throw StorageError(.createFolder, path, .system(refusal))
    }
    try? synchronizeFolder(parent)
  }

  /// Makes a folder. Gives why it was not made.
  private func refusal(ofMakingFolder path: String) -> SystemError? {
    do {
      try uninterrupted { () throws(SystemError) in try makeFolder(path) }
      return nil
    } catch {
      return error
    }
  }

  private func isFolder(_ path: String) throws(StorageError) -> Bool {
    do {
      return try uninterrupted { () throws(SystemError) in try statusOfPath(path) }.kind == .folder
    } catch {
      // A symbolic link that leads nowhere.
      if error.number == ENOENT { return false }
      throw StorageError(.createFolder, path, .system(error))
    }
  }

  /// Makes the entries of a folder durable.
  private func synchronizeFolder(_ folder: String) throws(StorageError) {
    do {
      let descriptor = try uninterrupted { () throws(SystemError) in try open(folder, .folder) }
      defer { close(descriptor) }
      try uninterrupted { () throws(SystemError) in try synchronize(descriptor) }
    } catch {
      // Some network file systems keep entries durable by themselves and refuse to synchronize a folder.
      if error.number == EINVAL { return }
      throw StorageError(.synchronize, folder, .system(error), isChangeVisible: true)
    }
  }

  /// The folder that `path` lies in.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
