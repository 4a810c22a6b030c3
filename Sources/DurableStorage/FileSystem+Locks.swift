import Glibc

extension FileSystem {
  /// Runs `body` while holding the advisory lock at `path`, a file of its own that stays empty and is never removed. It
  /// excludes other processes and other threads of this one alike; it is not re-entrant. The lock ends with the process,
  /// however that ends.
  ///
  /// - Parameter milliseconds: how long to wait for the lock at most; with 0 it is tried once.
  /// - Returns: what `body` returned or threw.
  /// - Throws: why the lock was not had; `body` was not run then.
  package func withLock<Value, Failure: Error>(
    _ path: String, _ mode: LockMode, timeout milliseconds: Int64, _ body: () throws(Failure) -> Value
  ) throws(StorageError) -> Result<Value, Failure> {
    let descriptor = try acquire(path, mode, timeout: milliseconds)
    defer { close(descriptor) }
    return Result(catching: body)
  }

  /// Opens the lock's file and locks it. The system cannot wait for a lock and give up after a time, so it is tried again
  /// and again, after rests that grow to 4 ms.
  private func acquire(_ path: String, _ mode: LockMode, timeout milliseconds: Int64) throws(StorageError) -> Int32 {
    let start = steadyClock()
    let timeout = milliseconds.multipliedReportingOverflow(by: 1_000_000)
    let patience = timeout.overflow ? Int64.max : timeout.partialValue
    var rest: Int64 = 50_000
    while true {
      do {
        if let descriptor = try tryLock(path, mode) { return descriptor }
      } catch {
        throw StorageError(.lock, path, .system(error))
      }
      let left = patience &- (steadyClock() &- start)
      guard left > 0 else { throw StorageError(.lock, path, .timeout(milliseconds: milliseconds)) }
      self.rest(min(rest, left))
      rest = min(rest * 2, 4_000_000)
    }
  }

  /// A descriptor that holds the lock; `nil` if somebody else does.
  private func tryLock(_ path: String, _ mode: LockMode) throws(SystemError) -> Int32? {
    let descriptor = try uninterrupted { () throws(SystemError) in try open(path, .lock) }
    do {
      try uninterrupted { () throws(SystemError) in try lock(descriptor, mode) }
      // Whoever removed the folder and made it anew made another lock file; a lock on the old one excludes nobody.
      let held = try uninterrupted { () throws(SystemError) in try status(descriptor) }.identity
      let named = try uninterrupted { () throws(SystemError) in try statusOfPath(path) }.identity
      if held.device == named.device, held.inode == named.inode { return descriptor }
    } catch {
      close(descriptor)
      if error.number == EAGAIN || error.number == ENOENT { return nil }
      throw error
    }
    close(descriptor)
    return nil
  }
}
