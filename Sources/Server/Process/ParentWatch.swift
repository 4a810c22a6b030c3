import Glibc
package import JSONRPC
import Synchronization

/// Sees to it that the process does not outlive the client that started it, even where another process holds the
/// client's end of the pipe open.
///
/// LSP 3.17, "Initialize Request", `processId`: a server should exit when that process is gone. One thread that looks
/// once a second, so within two seconds of the client's death; there is none until there is a client to look after.
package final class ParentWatch: Sendable {
  private struct State: Sendable {
    var process: pid_t?
    var isStarted = false
  }

  private let state = Mutex(State())
  private let threads: Threads
  private let clientIsGone: @Sendable () -> Void

  /// Creates a watch.
  ///
  /// - Parameters:
  ///   - threads: where the watch's thread comes from.
  ///   - clientIsGone: ends the process; called on that thread.
  package init(threads: Threads = .system, clientIsGone: @escaping @Sendable () -> Void) {
    self.threads = threads
    self.clientIsGone = clientIsGone
  }

  /// Looks after the process of that number once ``start()`` is called; what is no process number is passed over.
  package func watch(_ process: Int) {
    guard let process = pid_t(exactly: process), process > 1 else { return }
    state.withLock { $0.process = process }
  }

  /// Starts the thread, if there is a process to look after and it is not started.
  package func start() {
    state.withLock { state in
      guard state.process != nil, !state.isStarted else { return }
      state.isStarted = threads.start { [self] in run() }
    }
  }

  private func run() {
    while let process = state.withLock({ $0.process }) {
      if Self.isGone(process) { return clientIsGone() }
      var second = timespec(tv_sec: 1, tv_nsec: 0)
      nanosleep(&second, nil)
    }
  }

  /// Whether a process has ended; also if its parent has not taken notice, so that it is still listed.
  private static func isGone(_ process: pid_t) -> Bool {
    // EPERM means that the process is there and belongs to another user.
    guard kill(process, 0) == 0 || errno != ESRCH else { return true }
    let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    let stat = [UInt8](unsafeUninitializedCapacity: 512) { room, count in
      count = max(read(file, room.baseAddress, room.count), 0)
    }
    // proc(5): the state follows the name, which is in brackets and may itself hold some.
    guard let name = stat.lastIndex(of: UInt8(ascii: ")")), name + 2 < stat.count else { return false }
    return stat[name + 2] == UInt8(ascii: "Z") || stat[name + 2] == UInt8(ascii: "X")
  }
}
