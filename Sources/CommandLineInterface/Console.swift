import Glibc
import Server

/// The streams of the process, and what kind they are.
struct Console: Sendable {
  /// Whether somebody can answer a question.
  let isInteractive = isatty(STDIN_FILENO) == 1

  /// Whether warnings are printed.
  var showsWarnings = true

  /// Whether messages are coloured: on a terminal, unless `NO_COLOR` says otherwise (no-color.org).
  private let isColored = isatty(STDERR_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)

  /// Whether results are coloured: in a terminal, unless `NO_COLOR` says otherwise.
  let isOutputColored = isatty(STDOUT_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)

  /// Whether somebody watches what happens: standard error is a terminal.
  let isWatched = isatty(STDERR_FILENO) == 1

  /// How many characters a line on standard output has room for, if that is a terminal.
  var outputWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Prints a result.
  ///
  /// Ends the process if it can't: silently if the reader has gone, which mostly ends it by a signal already.
  func print(_ text: String) {
    print(bytes: Array(text.utf8) + (text.utf8.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]))
  }

  /// Prints a result as it is.
  func print(bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        if errno != EPIPE { complain("standard output: \(String(cString: strerror(errno)))") }
        exit(1)
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Tells of something that should be known.
  func warn(_ message: String) {
    guard showsWarnings else { return }
    StandardError.write("\(colored("WARNING:", "33")) \(message)")
  }

  /// Tells of what went wrong.
  func complain(_ message: String) {
    StandardError.write("\(colored("ERROR:", "31")) \(message)")
  }

  /// Tells, without a prefix, of what is no trouble.
  func note(_ message: String) {
    guard showsWarnings else { return }
    StandardError.write(message)
  }

  /// Asks a question until it is answered by `y` or `n`. The end of input is a no.
  func asks(_ question: String) -> Bool {
    let prompt = Array("\(question) (y/n): ".utf8)
    while true {
      _ = prompt.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard let answer = readLine()?.lowercased() else { return false }
      if ["y", "yes"].contains(answer) { return true }
      if ["n", "no"].contains(answer) { return false }
    }
  }

  /// All of standard input.
  func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private func colored(_ text: String, _ color: String) -> String {
    isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
