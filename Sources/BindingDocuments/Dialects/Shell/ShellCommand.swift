/// A simple command while it is read.
struct ShellCommand {
  /// An assignment before its words, or among those of `export` and its kin.
  struct Assignment {
    var name: String
    var nameRange: Range<Int>
    var value: Expression
    var elements: [Expression]?
    var isAppended: Bool
  }

  var words: [Expression] = []
  var assignments: [Assignment] = []
  /// Where its output goes.
  var target: Expression?
  /// Whether what comes next is where its errors go.
  var redirectsErrors = false
  /// Whether its errors are thrown away.
  var discardsErrors = false
  /// What the next word is, if it is not one of the command.
  var redirection: Redirection?
  /// Whether it has a redirection.
  var hasRedirection = false
  /// The elements of the array that the word in progress ends with.
  var elements: [Expression]?

  enum Redirection { case output, other }

  /// Takes the word behind `>`, `2>` or `&>`.
  mutating func redirect(to file: Expression) {
    let isDiscarded =
      file.literal == "/dev/null" || redirectsErrors && file.literal == "1" && target?.literal == "/dev/null"
    if redirectsErrors, isDiscarded { discardsErrors = true }
    target = file
  }

  /// The name of its program, without what may stand before it.
  var isEmpty: Bool { words.isEmpty && assignments.isEmpty && !hasRedirection }
}

/// Commands that run the command that is among their words.
enum ShellWrapper {
  private static let names: Set<String> = [
    "sudo", "doas", "env", "time", "timeout", "nice", "ionice", "nohup", "xargs", "exec", "command", "builtin",
    "stdbuf",
    "unbuffer", "watch", "setsid", "chronic", "flock", "parallel", "docker", "podman", "eval", "trap", "ssh", "su", "$",
  ]
  private static let beginnings = ["run", "retry", "try", "exec", "invoke"]
  private static let repeating: Set<String> = ["xargs", "parallel"]

  /// Where the words of the command itself begin, and whether it is run for each line of something.
  static func command(in words: [Expression]) -> (start: Int, isRepeated: Bool) {
    var isRepeated = false
    for (place, word) in words.enumerated() {
      if AzureCommandLine.isProgram(word) { return (place, isRepeated) }
      guard let name = words[0].literal else { break }
      guard names.contains(name) || beginnings.contains(where: { name.hasPrefix($0) }) else { break }
      if let text = word.literal, repeating.contains(text) { isRepeated = true }
    }
    return (words.first?.literal == "$" ? 1 : 0, isRepeated)
  }

  /// The scripts that a command runs from strings: `bash -c '…'`, `eval '…'`.
  static func scripts(in words: [Expression]) -> [Expression] {
    guard let name = words.first?.literal, words.count > 1 else { return [] }
    if name == "eval" || name == "trap" || name == "ssh" { return Array(words[1...]) }
    for (place, word) in words.enumerated() where place + 2 < words.count {
      guard let shell = word.literal, isShell(shell) else { continue }
      let options = words[(place + 1)...].prefix {
        $0.literal?.hasPrefix("-") == true || $0.literal?.hasPrefix("+") == true
          || $0.literal == "pipefail"
      }
      guard let last = options.last?.literal, last.hasSuffix("c"), options.endIndex < words.count else { return [] }
      return [words[options.endIndex]]
    }
    if name == "su", let place = words.firstIndex(where: { $0.literal == "-c" }), place + 1 < words.count {
      return [words[place + 1]]
    }
    return []
  }

  static func isShell(_ name: String) -> Bool {
    // Every word of every command comes by here.
    guard name.utf8.last == UInt8(ascii: "h") else { return false }
    let base = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { Substring(name.utf8[name.utf8.index(after: $0)...]) }
    return ["sh", "bash", "zsh", "dash", "ksh", "ash"].contains(base ?? name[...])
  }
}
