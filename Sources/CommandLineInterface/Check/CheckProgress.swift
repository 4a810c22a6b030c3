import Glibc
import Server
import Synchronization

/// How far a check is, on one line of standard error that is written over and in the end taken away.
final class CheckProgress: Sendable {
  private let last = Mutex<Int64>(0)
  private let isShown: Bool

  /// At least this long between two lines, in nanoseconds: a check that is quicker shows nothing.
  private static let interval: Int64 = 200_000_000

  /// - Parameter isShown: whether there is somebody to watch it.
  init(isShown: Bool) {
    self.isShown = isShown
    last.withLock { $0 = Self.now }
  }

  /// Tells how many files have been looked at.
  func tell(_ fileCount: Int) {
    guard isShown else { return }
    let isDue = last.withLock { last in
      let now = Self.now
      guard now - last >= Self.interval else { return false }
      last = now
      return true
    }
    if isDue { write("\r\(fileCount) files…") }
  }

  /// Takes the line away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static var now: Int64 {
    var time = timespec()
    _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
