import Glibc
package import JSONRPC

/// The process's standard streams, with standard output kept for messages alone.
///
/// The descriptor of standard output is duplicated and then pointed at standard error, so that whatever a library or a
/// stray `print` writes never lands between two messages.
package struct StandardStreams: Sendable {
  private let messages: CInt

  /// Takes hold of standard output.
  ///
  /// - Throws: if a standard stream is closed.
  package init() throws(SystemError) {
    messages = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard messages >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
      throw SystemError(code: errno, operation: "standard output")
    }
    // A reader that has gone shows as an error of `write`, not as a signal that ends the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Reads from standard input, waiting until there is something; 0 at its end.
  package func read(into room: UnsafeMutableRawBufferPointer) -> Result<Int, SystemError> {
    retrying("read") { Glibc.read(STDIN_FILENO, room.baseAddress, room.count) }
  }

  /// Whether there is something to read, or the end, within so many milliseconds.
  package func isInputComing(withinMilliseconds time: Int) -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, CInt(clamping: time)) > 0
  }

  /// Writes to what was standard output, waiting until it takes something.
  package func write(_ bytes: UnsafeRawBufferPointer) -> Result<Int, SystemError> {
    retrying("write") { Glibc.write(messages, bytes.baseAddress, bytes.count) }
  }

  /// Makes a call until it is not interrupted. A descriptor that does not block is waited for: a client may share it.
  private func retrying(_ operation: String, _ call: () -> Int) -> Result<Int, SystemError> {
    while true {
      let count = call()
      if count >= 0 { return .success(count) }
      switch errno {
      case EINTR:
        continue
      case EAGAIN:
        let isRead = operation == "read"
        var descriptor = pollfd(
          fd: isRead ? STDIN_FILENO : messages, events: Int16(isRead ? POLLIN : POLLOUT), revents: 0)
        poll(&descriptor, 1, -1)
      default:
        return .failure(SystemError(code: errno, operation: operation))
      }
    }
  }
}
