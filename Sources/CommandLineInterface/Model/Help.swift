/// What `--help` prints.
enum Help {
  /// The help of a command or group that is called by `path`, the program's name first.
  static func text(of command: Command, path: [String]) -> String {
    let call = path.joined(separator: " ")
    var sections: [String] = []
    switch command.task {
    case .group:
      sections.append("usage: \(call) COMMAND [OPTION]…")
      sections.append("\(command.summary).")
      let commands = command.commands.filter { !$0.isHidden }
      sections.append("Commands:\n" + table(commands.map { ($0.name, $0.summary) }))
      sections.append("'\(call) COMMAND --help' tells more of each.")
    case .run:
      let words = command.operands.map { $0.isRequired ? $0.name : "[\($0.name)]" }
      let required = command.options.filter(\.isRequired).map { synopsis(of: $0, named: $0.names[0]) }
      sections.append("usage: " + ([call] + words + required + ["[OPTION]…"]).joined(separator: " "))
      sections.append("\(command.summary).\(command.details.isEmpty ? "" : " \(command.details)")")
      if !command.operands.isEmpty {
        sections.append("Arguments:\n" + table(command.operands.map { ($0.name, $0.summary) }))
      }
      if !command.options.isEmpty { sections.append("Options:\n" + table(command.options.map(row))) }
      sections.append("Of every command:\n" + table(Options.ofEveryCommand.map(row)))
      if let example = command.example { sections.append("Example:\n  \(example)") }
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static func row(_ option: Option) -> (String, String) {
    let names = option.names.sorted { $0.utf8.count < $1.utf8.count }.joined(separator: ", ")
    let value = option.choices.isEmpty ? option.value : option.choices.joined(separator: "|")
    let need = option.isRequired ? " (required)" : ""
    return (value.map { "\(names) \($0)" } ?? names, option.summary + need)
  }

  private static func synopsis(of option: Option, named name: String) -> String {
    option.value.map { "\(name) \($0)" } ?? name
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = min(rows.map(\.0.count).max() ?? 0, 36)
    return rows.map { left, right in
      left.count > width
        ? "  \(left)\n  \(String(repeating: " ", count: width))  \(right)"
        : "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)"
    }.joined(separator: "\n")
  }
}
