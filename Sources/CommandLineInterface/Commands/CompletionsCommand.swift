extension Command {
  static let completions = Command(
    "completions", "Print the completions for a shell",
    operands: [Operand(name: "SHELL", summary: "The shell", isRequired: true, choices: Shell.allCases.map(\.rawValue))],
    example: "source <(trusted-access-server completions bash)"
  ) { arguments, console throws(CommandFailure) in
    let shell = Shell(rawValue: arguments.operands[0]) ?? .bash
    console.print(shell.completions(for: .root))
    return 0
  }
}

/// A shell that completions can be had for.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  func completions(for root: Command) -> String {
    switch self {
    case .bash: BashCompletions(of: root).text
    case .zsh: ZshCompletions(of: root).text
    case .fish: FishCompletions(of: root).text
    }
  }
}
