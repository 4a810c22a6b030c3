import Server

/// What `--help` prints, laid out for 80 columns.
struct Help {
  private let command: Command
  private let call: String

  /// The help of a command or group that is called by `path`, the program's name first.
  init(of command: Command, path: [String]) {
    self.command = command
    call = path.joined(separator: " ")
  }

  /// The text, with a line feed at its end.
  var text: String {
    let sections =
      switch command.task {
      case .group: group
      case .run: work
      }
    let notes = command.notes.map { Self.section($0.title, $0.rows) }
    return (sections + notes).joined(separator: "\n\n") + "\n"
  }

  private var group: [String] {
    let commands = command.commands.filter { !$0.isHidden }
    return [
      "usage: \(call) COMMAND [OPTION]…",
      description,
      Self.section("Commands", commands.map { ($0.name, $0.summary) }),
      "'\(call) COMMAND --help' tells more of each.",
    ]
  }

  private var work: [String] {
    let operands = command.operands.map { ($0.isRequired ? $0.name : "[\($0.name)]") + ($0.isRepeated ? "…" : "") }
    let required = command.options.filter(\.isRequired).map { "\($0.key) \($0.value ?? "")" }
    let own = command.options.filter { !$0.isHidden }
    let shared = Options.ofEveryCommand.filter { !$0.isHidden }
    let usage = (["usage: " + call] + operands + required + ["[OPTION]…"])
    var sections = [Self.wrapped(usage, indent: 4), description]
    if !operands.isEmpty {
      sections.append(Self.section("Arguments", command.operands.map { ($0.name, Self.summary(of: $0)) }))
    }
    if !own.isEmpty { sections.append(Self.section("Options", own.map(Self.row))) }
    sections.append(Self.section("Options of every command", shared.map(Self.row)))
    if let example = command.example { sections.append("Example:\n  \(example)") }
    return sections
  }

  private var description: String {
    let text = command.details.isEmpty ? "\(command.summary)." : "\(command.summary). \(command.details)"
    return Self.wrapped(text.split(separator: " ").map(String.init), indent: 0)
  }

  private static func row(_ option: Option) -> (String, String) {
    let names = option.names.sorted { $0.utf8.count < $1.utf8.count }.joined(separator: ", ")
    let value = option.choices.isEmpty ? option.value : option.choices.joined(separator: "|")
    let need = option.isRequired ? " (required)" : ""
    return (value.map { "\(names) \($0)" } ?? names, option.summary + need)
  }

  private static func summary(of operand: Operand) -> String {
    operand.choices.isEmpty ? operand.summary : "\(operand.summary): \(operand.choices.joined(separator: ", "))"
  }
}

// MARK: Layout

extension Help {
  private static let width = 80

  /// The right side of a section starts here at the latest; what is longer on the left has a line of its own.
  private static let widestLeft = 30

  /// A heading and its rows, the left sides above one another and the right ones too.
  fileprivate static func section(_ title: String, _ rows: [(String, String)]) -> String {
    let left = rows.map(\.0.count).filter { $0 <= widestLeft }.max() ?? 0
    let indent = left == 0 ? 2 : left + 4
    let lines = rows.map { name, text in
      let start = "  " + name + String(repeating: " ", count: max(0, indent - 2 - name.count))
      let words = text.split(separator: " ").map(String.init)
      return start.count > indent
        ? start + "\n" + wrapped(words, indent: indent, start: String(repeating: " ", count: indent))
        : wrapped(words, indent: indent, start: start)
    }
    return ([title + ":"] + lines).joined(separator: "\n")
  }

  /// Words in lines of ``width``, the first behind `start`, the others indented.
  fileprivate static func wrapped(_ words: [String], indent: Int, start: String = "") -> String {
    var lines: [String] = []
    var line = start
    var isFresh = true
    for word in words {
      if !isFresh, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isFresh = true
      }
      line += isFresh ? word : " " + word
      isFresh = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
