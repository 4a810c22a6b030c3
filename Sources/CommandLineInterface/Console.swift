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

  /// Prints a result. A reader that goes away ends the process, as the system's default has it.
  func print(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { exit(1) }
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

  /// Asks a question that is answered by `y` or `n`; anything else, and the end of input, is a no.
  func asks(_ question: String) -> Bool {
    let prompt = Array("\(question) (y/n): ".utf8)
    _ = prompt.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    let answer = readLine()?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
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
