import Server

/// Completions for fish: a line for each command and option, with its summary.
struct FishCompletions {
  private let root: Command

  /// Completions of everything below `root`.
  init(of root: Command) {
    self.root = root
  }

  /// The script.
  var text: String {
    let head = [
      "# Completions of \(ServerInfo.name) for fish: put this file into ~/.config/fish/completions.",
      Self.givenHelper,
      Self.listHelper,
      "complete -c \(ServerInfo.name) -f",
    ]
    // Options alone are those of 'serve'.
    let serving = Command.serve.shownOptions + [Options.version]
    let isRoot = condition([], without: root.commands)
    return
      (head + serving.map { line(for: $0, if: isRoot) } + root.groups().flatMap(commands)
      + root.leaves().flatMap(words))
      .joined(separator: "\n")
  }

  private static let givenHelper = """
    # Those of the options that stand on the command line already, with their values.
    function __trusted_access_server_given
      set -l words (commandline -op)
      for i in (seq 2 (count $words))
        for name in $argv
          if string match -q -- "$name=*" $words[$i]
            printf '%s\\n' $words[$i]
          else if test "$words[$i]" = $name
            printf '%s\\n' $name $words[(math $i + 1)]
          end
        end
      end
    end
    """

  private static let listHelper = """
    # The first column of what the program prints for the last part of a list with commas, behind its other parts.
    function __trusted_access_server_part
      set -l head (string match -r '^.*,' -- (commandline -ct))
      \(ServerInfo.name) $argv -- (string replace -r '^.*,' '' -- (commandline -ct)) 2>/dev/null | cut -f1 |
        while read -l line; echo "$head$line"; end
    end
    """

  /// Offers a group's commands, where none of them stands yet.
  private func commands(of place: CommandPlace) -> [String] {
    let commands = place.command.commands.filter { !$0.isHidden }
    let condition = condition(place.chain, without: commands)
    return commands.map { "\(Self.complete) -n \(condition) -a \($0.name) -d \(quoted($0.summary))" }
  }

  /// Offers a command's options, their values, and words for its operands.
  private func words(of place: CommandPlace) -> [String] {
    let condition = condition(place.chain, without: [])
    return place.command.shownOptions.map { line(for: $0, if: condition) }
      + place.command.operands.compactMap { operand in
        if case .files = operand.offers { return "\(Self.complete) -n \(condition) -F" }
        return values(operand.choices, operand.offers).map { "\(Self.complete) -n \(condition) -a \($0)" }
      }
  }

  private static let complete = "complete -c \(ServerInfo.name)"

  private func line(for option: Option, if condition: String) -> String {
    var words = ["\(Self.complete) -n \(condition)"]
    for name in option.names {
      words.append(name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst(1))")
    }
    if option.value != nil { words.append(option.offersPaths ? "-r -F" : "-x") }
    if let values = values(option.choices, option.offers, isList: option.isList) { words.append("-a \(values)") }
    words.append("-d \(quoted(option.summary))")
    return words.joined(separator: " ")
  }

  private func condition(_ chain: [Command], without commands: [Command]) -> String {
    func seen(_ commands: [Command]) -> String {
      "__fish_seen_subcommand_from \(commands.flatMap { [$0.name] + $0.aliases }.joined(separator: " "))"
    }
    let parts = chain.map { seen([$0]) } + (commands.isEmpty ? [] : ["not " + seen(commands)])
    return quoted(parts.joined(separator: "; and "))
  }

  private func values(_ choices: [String], _ offers: Offers, isList: Bool = false) -> String? {
    if !choices.isEmpty { return quoted(choices.joined(separator: " ")) }
    switch offers {
    case .nothing, .folders, .files: return nil
    case .words(let words): return values(words(), .nothing)
    case .output(let command, let takesWord, let passing):
      let names = passing.flatMap(\.names).joined(separator: " ")
      let call = names.isEmpty ? command : "\(command) (__trusted_access_server_given \(names))"
      guard !isList else { return quoted("(__trusted_access_server_part \(call))") }
      let word = takesWord ? " -- (commandline -ct)" : ""
      return quoted("(\(ServerInfo.name) \(call)\(word) 2>/dev/null | cut -f1)")
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "\\" || $0 == "'" ? "\\\($0)" : "\($0)" }.joined() + "'"
  }
}

extension Option {
  fileprivate var offersPaths: Bool {
    switch offers {
    case .folders, .files: true
    case .nothing, .words, .output: false
    }
  }
}
