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
    case .bash: BashCompletions.text(for: root)
    case .zsh: ZshCompletions.text(for: root)
    case .fish: FishCompletions.text(for: root)
    }
  }
}

extension Command {
  /// Every command that works below this one, with the names on the way to it.
  func leaves(path: [String] = []) -> [(path: [String], command: Command)] {
    guard case .group = task else { return [(path, self)] }
    return commands.filter { !$0.isHidden }.flatMap { $0.leaves(path: path + [$0.name]) }
  }

  /// This group and every group below it, with the names on the way to it.
  func groups(path: [String] = []) -> [(path: [String], group: Command)] {
    guard case .group = task else { return [] }
    return [(path, self)] + commands.filter { !$0.isHidden }.flatMap { $0.groups(path: path + [$0.name]) }
  }
}
