/// A command or group, and how one gets there.
struct CommandPlace {
  /// The groups on the way from the root, without it, and the command.
  var chain: [Command]

  /// The command.
  var command: Command

  /// The names on the way.
  var path: [String] { chain.map(\.name) }

  /// The names on the way, a blank before each.
  var words: String { path.map { " \($0)" }.joined() }
}

extension Command {
  /// Every command that works below this one, but for hidden ones.
  func leaves() -> [CommandPlace] {
    places().filter { $0.command.commands.isEmpty }
  }

  /// This group and every group below it, but for hidden ones.
  func groups() -> [CommandPlace] {
    places().filter { !$0.command.commands.isEmpty }
  }

  private func places(below chain: [Command] = []) -> [CommandPlace] {
    [CommandPlace(chain: chain, command: self)]
      + commands.filter { !$0.isHidden }.flatMap { $0.places(below: chain + [$0]) }
  }
}
