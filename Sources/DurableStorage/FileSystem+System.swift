import Glibc

extension FileSystem {
  /// The file system of this machine.
  package static let system = FileSystem(
    open: { (path, access) throws(SystemError) in
      try check(Glibc.open(path, access.flags | O_CLOEXEC, 0o600))
    },
    close: { descriptor in _ = Glibc.close(descriptor) },
    read: { (descriptor, buffer) throws(SystemError) in
      try check(Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    },
    write: { (descriptor, bytes) throws(SystemError) in
      try check(Glibc.write(descriptor, bytes.baseAddress, bytes.count))
    },
    synchronize: { (descriptor) throws(SystemError) in try check(fsync(descriptor)) },
    status: { (descriptor) throws(SystemError) in
      var status = stat()
      try check(fstat(descriptor, &status))
      return FileStatus(status)
    },
    statusOfPath: { (path) throws(SystemError) in
      var status = stat()
      try check(stat(path, &status))
      return FileStatus(status)
    },
    setModificationTime: { (descriptor, nanoseconds) throws(SystemError) in
      let time = timespec(nanoseconds: nanoseconds)
      try check(futimens(descriptor, [time, time]))
    },
    rename: { (path, newPath) throws(SystemError) in try check(Glibc.rename(path, newPath)) },
    renameWithoutReplacing: { (path, newPath) throws(SystemError) in
      // The C library's module does not show renameat2; a second link is as safe, for it never replaces a name.
      do throws(SystemError) {
        try check(link(path, newPath))
      } catch  where [EPERM, EOPNOTSUPP, ENOSYS].contains(error.number) {
        // The file system has no links. Callers hold a lock, so nobody comes between the look and the renaming.
        var status = stat()
        guard lstat(newPath, &status) != 0 else { throw SystemError(number: EEXIST) }
        try check(Glibc.rename(path, newPath))
        return
      }
      do throws(SystemError) {
        try check(Glibc.unlink(path))
      } catch {
        _ = Glibc.unlink(newPath)
        throw error
      }
    },
    unlink: { (path) throws(SystemError) in try check(Glibc.unlink(path)) },
    makeFolder: { (path) throws(SystemError) in try check(mkdir(path, 0o700)) },
    names: { (folder) throws(SystemError) in try namesOfEntries(in: folder) },
    lock: { (descriptor, mode) throws(SystemError) in
      try check(flock(descriptor, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB))
    },
    wallClock: { nanoseconds(of: CLOCK_REALTIME) },
    steadyClock: { nanoseconds(of: CLOCK_MONOTONIC) },
    rest: { nanoseconds in
      var time = timespec(nanoseconds: nanoseconds)
      _ = nanosleep(&time, nil)
    }
  )
}

extension FileSystem.Access {
  /// The flags of open(2).
  fileprivate var flags: Int32 {
    switch self {
    case .read: O_RDONLY | O_NONBLOCK
    case .create: O_WRONLY | O_CREAT | O_EXCL
    // NFS and SMB lock alone only what is open to be written.
    case .lock: O_RDWR | O_CREAT | O_NONBLOCK
    case .folder: O_RDONLY | O_DIRECTORY
    }
  }
}

extension timespec {
  /// A time or duration in nanoseconds; the fraction of a second is never negative, as the system wants it.
  fileprivate init(nanoseconds: Int64) {
    let remainder = nanoseconds % 1_000_000_000
    let fraction = remainder < 0 ? remainder + 1_000_000_000 : remainder
    self.init(tv_sec: Int((nanoseconds - remainder) / 1_000_000_000) - (remainder < 0 ? 1 : 0), tv_nsec: Int(fraction))
  }
}

/// The answer of a call, unless it is the -1 of a failure.
@discardableResult
private func check<Answer: SignedInteger>(_ answer: Answer) throws(SystemError) -> Answer {
  guard answer >= 0 else { throw SystemError.current }
  return answer
}

private func nanoseconds(of clock: clockid_t) -> Int64 {
  var time = timespec()
  _ = clock_gettime(clock, &time)
  return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}

private func namesOfEntries(in folder: String) throws(SystemError) -> [String] {
  guard let stream = opendir(folder) else { throw SystemError.current }
  defer { closedir(stream) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      if errno != 0 { throw SystemError.current }
      return names
    }
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != ".", name != ".." { names.append(name) }
  }
}
