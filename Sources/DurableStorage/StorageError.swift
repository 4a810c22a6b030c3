import Glibc

/// Why something could not be stored, read or locked: what was tried, where, why it failed and what can be done.
package struct StorageError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: String, Sendable, CaseIterable {
    case read
    case write
    /// Making what was written survive a loss of power.
    case synchronize
    case rename
    case remove
    case list
    case createFolder = "create the folder"
    case lock
    case setAside = "set aside"
  }

  /// Why it failed.
  package enum Cause: Hashable, Sendable {
    /// The system refused the call.
    case system(SystemError)
    /// What is there is no regular file but a folder, a pipe or a device.
    case notAFile
    /// The file has more bytes than the reader accepts.
    case tooLarge(limit: Int)
    /// Somebody else held the lock for the whole of the time given, in milliseconds.
    case timeout(milliseconds: Int64)
  }

  /// What was tried.
  package let operation: Operation

  /// The file or folder.
  package let path: String

  /// Why it failed.
  package let cause: Cause

  /// Whether the new content is in place all the same, seen by everybody, and only its surviving a loss of power is
  /// uncertain. In every other case the old content is untouched.
  package let isChangeVisible: Bool

  /// Creates an error.
  package init(_ operation: Operation, _ path: String, _ cause: Cause, isChangeVisible: Bool = false) {
    self.operation = operation
    self.path = path
    self.cause = cause
    self.isChangeVisible = isChangeVisible
  }

  /// The `errno`, if the system refused a call.
  package var systemError: SystemError? {
    if case .system(let error) = cause { error } else { nil }
  }

  /// What is wrong, where and why, in one or two sentences.
  package var message: String {
    let reason =
      switch cause {
      case .system(let error): "\(error.text) (\(error.name))"
      case .notAFile: "it is no regular file"
      case .tooLarge(let limit): "it is larger than \(limit) bytes"
      case .timeout(let milliseconds): "another process or thread has held it for more than \(milliseconds) ms"
      }
    let sentence = "Cannot \(operation.rawValue) \(path): \(reason)."
    return isChangeVisible ? "\(sentence) The change is in place, but a loss of power may undo it." : sentence
  }

  /// What the user can do about it, in one sentence.
  package var remedy: String {
    switch cause {
    case .system(let error): Self.remedy(for: error, operation)
    case .notAFile: "Move it away, or choose another place."
    case .tooLarge: "Move it away; it is no file that this program wrote."
    case .timeout: "Try again; if it lasts, look for a process that hangs with the file open."
    }
  }

  /// Whether the same call may succeed later without a change of its arguments.
  package var isRetryable: Bool {
    switch cause {
    case .timeout: true
    case .system(let error):
      [EAGAIN, EBUSY, EDQUOT, EMFILE, ENFILE, ENOLCK, ENOMEM, ENOSPC, ESTALE, ETIMEDOUT].contains(error.number)
    case .notAFile, .tooLarge: false
    }
  }

  private static func remedy(for error: SystemError, _ operation: Operation) -> String {
    switch error.number {
    case ENOSPC, EDQUOT, EFBIG: "Free some space there, or choose a folder on another file system."
    case EROFS: "Choose a folder on a file system that can be written to."
    case EACCES, EPERM:
      "Give this user the right to \(operation == .read || operation == .list ? "read" : "write") there, or choose another folder."
    case ENOTDIR, EISDIR, EEXIST: "Move away what stands there, or choose another folder."
    case ENOENT: "Create the folder that holds it, or choose another."
    case ENAMETOOLONG, ELOOP: "Choose a shorter path without loops of symbolic links."
    case EMFILE, ENFILE, ENOLCK, ENOMEM, EAGAIN, EBUSY: "Try again when the system is less busy."
    case EIO, ENODEV, ENXIO, ESTALE: "Check the device; its log (dmesg) says more."
    case EINVAL, EOPNOTSUPP, ENOSYS, EXDEV: "Choose a folder on a local file system."
    default: "Check the path and its file system."
    }
  }
}
