/// A command: what it is called, what it takes and what it does. Parsing, help and shells' completions all come from here.
struct Command: Sendable {
  /// The name on the command line.
  var name: String

  /// Other names that it answers to.
  var aliases: [String]

  /// What it does, in a sentence without a full stop.
  var summary: String

  /// What more there is to know, in whole sentences; may be empty.
  var details: String

  /// The words that it takes, in their order.
  var operands: [Operand]

  /// Its options, but for those that every command has.
  var options: [Option]

  /// A call that shows its use.
  var example: String?

  /// What it does.
  var task: Task

  /// Whether help and completions leave it out: it is there for scripts that were written for the Azure CLI.
  var isHidden = false

  /// What the help ends with.
  var notes: [Note] = []

  /// A section of help.
  struct Note: Sendable {
    /// Its heading.
    var title: String
    /// Its lines: what it speaks of, and what there is to say. An empty text on the left stands for prose.
    var rows: [(String, String)]
  }

  /// What a command does.
  enum Task: Sendable {
    /// It works, and gives the status for the process to end with.
    case run(@Sendable (ParsedArguments, Console) throws(CommandFailure) -> Int32)
    /// It stands for a group of commands. Made only when the group is entered, so that a start pays for one command.
    case group(@Sendable () -> [Command])
  }

  init(
    _ name: String, aliases: [String] = [], _ summary: String, details: String = "", operands: [Operand] = [],
    options: [Option] = [], example: String? = nil, notes: [Note] = [],
    run: @escaping @Sendable (ParsedArguments, Console) throws(CommandFailure) -> Int32
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.details = details
    self.operands = operands
    self.options = options
    self.example = example
    self.notes = notes
    task = .run(run)
  }

  init(
    group name: String, aliases: [String] = [], _ summary: String, details: String = "", isHidden: Bool = false,
    notes: [Note] = [], _ commands: @escaping @Sendable () -> [Command]
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.isHidden = isHidden
    self.details = details
    self.notes = notes
    operands = []
    options = []
    task = .group(commands)
  }

  /// The commands of the group; empty for a command that works.
  var commands: [Command] {
    if case .group(let commands) = task { commands() } else { [] }
  }

  /// The names, below this one, of the command or group that a command line starts with, as far as it makes sense.
  func path(of words: ArraySlice<String>) -> [String] {
    guard let first = words.first, let command = commands.first(where: { $0.answers(to: first) }) else { return [] }
    return [command.name] + command.path(of: words.dropFirst())
  }

  /// Whether the command goes by that name.
  func answers(to name: String) -> Bool { self.name == name || aliases.contains(name) }

  /// The options that help and completions show.
  var shownOptions: [Option] { allOptions.filter { !$0.isHidden } }

  /// The command's own options and those that every command has.
  var allOptions: [Option] {
    switch task {
    case .run: options + Options.ofEveryCommand
    case .group: [Options.help]
    }
  }
}

/// Why a command did not do what it was asked.
enum CommandFailure: Error {
  /// The command line makes no sense; the message says what would.
  case usage(String)
  /// A service, or the store, said no. `code` stands in brackets before the message.
  case refused(code: String, message: String, remedy: String?, status: Int32)
}
