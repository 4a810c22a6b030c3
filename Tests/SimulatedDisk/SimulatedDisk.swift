import DurableStorage
import Glibc
import Synchronization

/// A file system in memory that tells what is durable from what is only written, fails or dies where a test says so, and
/// takes inodes into use again as soon as they are free.
package final class SimulatedDisk: Sendable {
  /// A call of ``FileSystem``.
  package enum Call: Sendable, CaseIterable {
    case openToRead, create, openLock, openFolder
    case read, write, synchronizeFile, synchronizeFolder, status, statusOfPath, setModificationTime
    case rename, renameWithoutReplacing, unlink, makeFolder, names, lock
  }

  /// What becomes of a call.
  package enum Fault: Sendable {
    /// It is refused with that `errno`, and changes nothing.
    case error(Int32)
    /// The process dies before the call: no later call has any effect, until ``SimulatedDisk/restart(_:)``.
    case death
  }

  /// What a restart leaves.
  package enum Restart: Sendable, CaseIterable {
    /// The process alone was killed: all that was written is there.
    case processKilled
    /// The power failed; nothing is left but what was synchronized.
    case powerLost
    /// The power failed after the folders, but not the files, had reached the disk by themselves.
    case powerLostAfterFolders
    /// The power failed after the files, but not the folders, had reached the disk by themselves.
    case powerLostAfterFiles
  }

  let state = Mutex(DiskState())

  /// Creates a disk with nothing but `/`.
  package init() {}

  /// Decides on each call from now on; the calls are counted from 0.
  package func inject(_ fault: @escaping @Sendable (_ call: Call, _ number: Int) -> Fault?) {
    state.withLock { state in
      state.fault = fault
      state.calls = []
    }
  }

  /// Lets every call succeed from now on, and forgets the calls so far.
  package func heal() { inject { _, _ in nil } }

  /// The calls since the last ``inject(_:)`` or ``heal()``.
  package var calls: [Call] { state.withLock { $0.calls } }

  /// How many descriptors are open.
  package var descriptorCount: Int { state.withLock { $0.descriptors.count } }

  /// How many bytes the disk takes; `nil` for any number.
  package func setCapacity(_ bytes: Int?) { state.withLock { $0.capacity = bytes } }

  /// Whether nothing can be changed.
  package func setReadOnly(_ isReadOnly: Bool) { state.withLock { $0.isReadOnly = isReadOnly } }

  /// The most bytes that one write takes.
  package func setWriteLength(_ bytes: Int) { state.withLock { $0.writeLength = bytes } }

  /// Sets the wall clock, in nanoseconds since 1970-01-01T00:00:00Z.
  package func setWallClock(_ nanoseconds: Int64) { state.withLock { $0.wallClock = nanoseconds } }

  /// What happens while somebody rests; it gets the number of nanoseconds.
  package func whileResting(_ body: @escaping @Sendable (Int64) -> Void) { state.withLock { $0.whileResting = body } }

  /// Ends the process, gives back its locks, and starts anew without faults.
  package func restart(_ restart: Restart) {
    state.withLock { state in
      state.descriptors = [:]
      state.isDead = false
      state.fault = { _, _ in nil }
      state.calls = []
      for id in state.nodes.keys {
        state.nodes[id]?.restart(restart)
      }
    }
  }

  /// The names in a folder, sorted, with no fault.
  package func names(in folder: String) -> [String] {
    state.withLock { state in
      (try? state.node(at: folder)).flatMap {
        state.nodes[$0]?.entries.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
      }
        ?? []
    }
  }

  /// A file's bytes, with no fault; `nil` if there is no such file.
  package func bytes(of path: String) -> [UInt8]? {
    state.withLock { state in
      guard let id = try? state.node(at: path), let node = state.nodes[id], node.kind == .file else { return nil }
      return node.bytes
    }
  }

  /// Puts a file in place by other means than this package's: durable, and in the same inode if it is there already.
  package func put(_ bytes: [UInt8], at path: String) throws {
    try state.withLock { state in
      let id: Int
      if let known = try? state.node(at: path) { id = known } else { id = try state.make(.file, at: path) }
      state.wallClock += 1_000_123
      state.nodes[id]?.bytes = bytes
      state.nodes[id]?.durableBytes = bytes
      state.nodes[id]?.modifiedAt = state.wallClock
      let (folder, name) = DiskState.split(path)
      state.nodes[try state.node(at: folder)]?.durableEntries[name] = id
    }
  }

  /// Removes a file or a folder with all that is in it by other means than this package's.
  package func erase(_ path: String) throws {
    try state.withLock { state in
      let (folder, name) = DiskState.split(path)
      let id = try state.node(at: folder)
      state.nodes[id]?.entries[name] = nil
      state.nodes[id]?.durableEntries[name] = nil
    }
  }
}
