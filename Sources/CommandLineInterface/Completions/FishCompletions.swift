import Server

/// Completions for fish: a line for each command and option, with its summary.
enum FishCompletions {
  static func text(for root: Command) -> String {
    var lines = [
      "# Completions of \(ServerInfo.name) for fish: put this file into ~/.config/fish/completions.",
      "complete -c \(ServerInfo.name) -f",
    ]
    for (path, group) in root.groups() {
      let names = group.commands.filter { !$0.isHidden }
      // Offered only where none of them stands yet.
      let condition = condition(path, without: names.map(\.name))
      for command in names {
        lines.append("complete -c \(ServerInfo.name) -n \(condition) -a \(command.name) -d \(quoted(command.summary))")
      }
    }
    for (path, command) in root.leaves() {
      for option in command.shownOptions { lines.append(line(for: option, path)) }
      for operand in command.operands {
        if let values = values(operand.choices, operand.offers) {
          lines.append("complete -c \(ServerInfo.name) -n \(condition(path, without: [])) -a \(values)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func line(for option: Option, _ path: [String]) -> String {
    var words = ["complete -c \(ServerInfo.name) -n \(condition(path, without: []))"]
    for name in option.names {
      words.append(name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst(1))")
    }
    if option.value != nil { words.append(option.offersFolders ? "-r -F" : "-x") }
    if let values = values(option.choices, option.offers) { words.append("-a \(values)") }
    words.append("-d \(quoted(option.summary))")
    return words.joined(separator: " ")
  }

  private static func condition(_ path: [String], without names: [String]) -> String {
    var parts = path.map { "__fish_seen_subcommand_from \($0)" }
    if !names.isEmpty { parts.append("not __fish_seen_subcommand_from \(names.joined(separator: " "))") }
    return quoted(parts.joined(separator: "; and "))
  }

  private static func values(_ choices: [String], _ offers: Offers) -> String? {
    if !choices.isEmpty { return quoted(choices.joined(separator: " ")) }
    guard case .output(let command, let takesWord) = offers else { return nil }
    let word = takesWord ? " -- (commandline -ct)" : ""
    return quoted("(\(ServerInfo.name) \(command)\(word) 2>/dev/null | cut -f1)")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "\\" || $0 == "'" ? "\\\($0)" : "\($0)" }.joined() + "'"
  }
}

extension Option {
  fileprivate var offersFolders: Bool {
    if case .folders = offers { true } else { false }
  }
}
