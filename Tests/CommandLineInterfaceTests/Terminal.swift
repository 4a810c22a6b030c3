import Foundation
import Glibc

/// A pseudo terminal.
struct Terminal {
  /// The end that a program has.
  let end: FileHandle
  private let ours: Int32

  private struct Failure: Error {}

  // ioctl_tty(2): TIOCSPTLCK and TIOCGPTPEER, macros that Swift does not see.
  private static let setLock: UInt = 0x4004_5431
  private static let openPeer: UInt = 0x5441

  /// Opens a terminal.
  ///
  /// - Parameter columns: its width; as the system has it if `nil`.
  init(columns: Int?) throws {
    ours = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: CInt = 0
    guard ours >= 0, ioctl(ours, Self.setLock, &isLocked) == 0 else { throw Failure() }
    let theirs = ioctl(ours, Self.openPeer, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard theirs >= 0 else { throw Failure() }
    end = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
    if let columns {
      var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(theirs, UInt(TIOCSWINSZ), &size)
    }
  }

  /// Types a text; it waits until the program reads.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(ours, $0.baseAddress, $0.count) }
  }

  /// All that was shown until the last program that has the other end is gone.
  func shown() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ours, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    close(ours)
    return String(decoding: bytes, as: UTF8.self)
  }
}
