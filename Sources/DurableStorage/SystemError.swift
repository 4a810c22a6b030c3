import Glibc

/// What the system answered to a call that it refused: an `errno` with its name and its meaning in words.
package struct SystemError: Error, Hashable, Sendable {
  /// The number, as in `errno(3)`.
  package let number: Int32

  /// Creates an error from an `errno`.
  package init(number: Int32) {
    self.number = number
  }

  /// The error of the call that has just failed on this thread.
  static var current: SystemError { SystemError(number: errno) }

  /// The symbolic name, `ENOSPC`; `errno 123` if it is none that file system calls are known to give.
  package var name: String { description?.name ?? "errno \(number)" }

  /// What the number means, as the end of a sentence without its full stop: `no space is left on the device`.
  package var text: String { description?.text ?? "the system gave no reason that is known here" }

  private var description: (name: String, text: String)? {
    Self.descriptions.first { $0.number == number }.map { ($0.name, $0.text) }
  }

  /// Source: open(2), read(2), write(2), fsync(2), rename(2), mkdir(2), unlink(2), flock(2).
  private static let descriptions: [(number: Int32, name: String, text: String)] = [
    (EACCES, "EACCES", "permission is denied"),
    (EAGAIN, "EAGAIN", "the resource is busy"),
    (EBADF, "EBADF", "the file is not open"),
    (EBUSY, "EBUSY", "the file or folder is in use by the system"),
    (EDQUOT, "EDQUOT", "the user's disk quota is used up"),
    (EEXIST, "EEXIST", "something of that name is there already"),
    (EFBIG, "EFBIG", "the file would be larger than the system allows"),
    (EINTR, "EINTR", "a signal interrupted the call"),
    (EINVAL, "EINVAL", "the file system does not support the call"),
    (EIO, "EIO", "the device failed to read or write"),
    (EISDIR, "EISDIR", "a folder is where a file should be"),
    (ELOOP, "ELOOP", "too many symbolic links lead on to one another"),
    (EMFILE, "EMFILE", "this process has as many files open as it may"),
    (EMLINK, "EMLINK", "the folder holds as many folders as it can"),
    (ENAMETOOLONG, "ENAMETOOLONG", "the path is longer than the system allows"),
    (ENFILE, "ENFILE", "the system has as many files open as it may"),
    (ENODEV, "ENODEV", "the device is gone"),
    (ENOENT, "ENOENT", "it is not there"),
    (ENOLCK, "ENOLCK", "the system has no locks left"),
    (ENOMEM, "ENOMEM", "no memory is left"),
    (ENOSPC, "ENOSPC", "no space is left on the device"),
    (ENOSYS, "ENOSYS", "this system does not know the call"),
    (ENOTDIR, "ENOTDIR", "a part of the path that should be a folder is a file"),
    (ENOTEMPTY, "ENOTEMPTY", "the folder is not empty"),
    (ENXIO, "ENXIO", "no device answers there"),
    (EOPNOTSUPP, "EOPNOTSUPP", "the file system does not support the call"),
    (EPERM, "EPERM", "the operation is not permitted"),
    (EROFS, "EROFS", "the file system is read-only"),
    (ESTALE, "ESTALE", "the network file system has lost the file"),
    (ETIMEDOUT, "ETIMEDOUT", "the file system did not answer in time"),
    (ETXTBSY, "ETXTBSY", "the file is a program that is running"),
    (EXDEV, "EXDEV", "the two paths lie on different file systems"),
  ]
}

/// Repeats `call` as long as a signal interrupts it.
func uninterrupted<Value>(_ call: () throws(SystemError) -> Value) throws(SystemError) -> Value {
  while true {
    do {
      return try call()
    } catch  where error.number == EINTR {
      continue
    }
  }
}
