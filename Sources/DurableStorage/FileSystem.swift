/// The file system as the layers above use it: the system's calls as values, which tests replace to inject faults, and in
/// extensions the durable operations that are made of them.
///
/// Each closure is one call with its meaning in the manual, and gives up with the call's `errno`. None of them repeats an
/// interrupted call; the operations do. Descriptors are never inherited by child processes.
package struct FileSystem: Sendable {
  /// How a file is opened.
  package enum Access: Sendable {
    /// To be read; without waiting for the other end if it is a pipe.
    case read
    /// To be written; made with the rights `0600`, and refused with `EEXIST` if anything of that name is there.
    case create
    /// To be locked; made with the rights `0600` if it is not there.
    case lock
    /// To be synchronized; refused with `ENOTDIR` if it is no folder.
    case folder
  }

  /// open(2): a descriptor.
  package var open: @Sendable (_ path: String, _ access: Access) throws(SystemError) -> Int32

  /// close(2), whose answer says nothing that a caller could act on: what matters was synchronized before.
  package var close: @Sendable (_ descriptor: Int32) -> Void

  /// read(2): how many bytes came, 0 at the end of the file.
  package var read: @Sendable (_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int

  /// write(2): how many bytes were taken, at least 1.
  package var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int

  /// fsync(2).
  package var synchronize: @Sendable (_ descriptor: Int32) throws(SystemError) -> Void

  /// fstat(2).
  package var status: @Sendable (_ descriptor: Int32) throws(SystemError) -> FileStatus

  /// stat(2).
  package var statusOfPath: @Sendable (_ path: String) throws(SystemError) -> FileStatus

  /// futimens(2): sets the modification time, in nanoseconds since 1970-01-01T00:00:00Z.
  package var setModificationTime: @Sendable (_ descriptor: Int32, _ nanoseconds: Int64) throws(SystemError) -> Void

  /// rename(2): puts a file in another's place.
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(SystemError) -> Void

  /// Gives a file another name; refused with `EEXIST` if anything of that name is there.
  package var renameWithoutReplacing: @Sendable (_ path: String, _ newPath: String) throws(SystemError) -> Void

  /// unlink(2).
  package var unlink: @Sendable (_ path: String) throws(SystemError) -> Void

  /// mkdir(2) with the rights `0700`.
  package var makeFolder: @Sendable (_ path: String) throws(SystemError) -> Void

  /// readdir(3): the names in a folder but `.` and `..`, in no order.
  package var names: @Sendable (_ folder: String) throws(SystemError) -> [String]

  /// flock(2) without waiting: `EAGAIN` if somebody else holds the lock. Closing the descriptor gives it back.
  package var lock: @Sendable (_ descriptor: Int32, _ mode: LockMode) throws(SystemError) -> Void

  /// The wall clock, in nanoseconds since 1970-01-01T00:00:00Z.
  package var wallClock: @Sendable () -> Int64

  /// A clock that nobody sets, in nanoseconds since some beginning.
  package var steadyClock: @Sendable () -> Int64

  /// Lets this thread rest for so many nanoseconds, or less if a signal comes.
  package var rest: @Sendable (_ nanoseconds: Int64) -> Void
}

/// How a lock is held.
package enum LockMode: Sendable {
  /// Together with others that hold it so.
  case shared
  /// Alone.
  case exclusive
}
