/// An option of a command: `--name VALUE`, or `--yes` alone.
struct Option: Sendable {
  /// The names, the long one first: `--resource-group`, `-g`.
  var names: [String]

  /// What the value is, in the usage: `NAME`; `nil` for an option without a value.
  var value: String?

  /// What the option does, in a sentence without a full stop.
  var summary: String

  /// Whether the value is a list: parts with commas between, blanks around each left out.
  var isList: Bool

  /// The values that it takes; empty if it takes others too.
  var choices: [String]

  /// Where a shell finds values to offer.
  var offers: Offers

  /// Whether the command does nothing without it.
  var isRequired = false

  /// Whether help and completions leave it out: it is there for scripts that were written for the Azure CLI.
  var isHidden = false

  /// Why it is refused, and what would do instead; `nil` if it isn't.
  var refusal: String?

  /// Creates an option with a value, or without if `value` is `nil`.
  init(
    _ name: String, aliases: [String] = [], short: String? = nil, value: String? = nil, _ summary: String,
    isList: Bool = false, choices: [String] = [], offers: Offers = .nothing
  ) {
    names = [name] + aliases + [short].compactMap { $0 }
    self.value = value
    self.isList = isList
    self.summary = summary
    self.choices = choices
    self.offers = offers
  }

  /// The name by which parsed values are kept.
  var key: String { names[0] }

  /// The same option, kept out of help and completions.
  var hidden: Option {
    var hidden = self
    hidden.isHidden = true
    return hidden
  }

  /// The same option, which is refused with these words.
  func refused(_ words: String) -> Option {
    var refused = hidden
    refused.refusal = words
    return refused
  }

  /// The same option, which must be given.
  var required: Option {
    var required = self
    required.isRequired = true
    return required
  }
}

/// Where a shell finds values for a word that is being typed.
enum Offers: Sendable {
  /// Nowhere.
  case nothing
  /// Among these, though there may be others. Asked for only when completions are made.
  case words(@Sendable () -> [String])
  /// Among the folders.
  case folders
  /// Among the files and folders.
  case files
  /// In the first column of what this program prints for these arguments. Those of the options `passing` follow that stand
  /// on the command line already, with their values, and the word if it `takesWord`.
  case output(of: String, takesWord: Bool = false, passing: [Option])
}

/// A word that a command takes without an option's name.
struct Operand: Sendable {
  /// What it is, in the usage: `METHOD`.
  var name: String

  /// What it does, in a sentence without a full stop.
  var summary: String

  /// Whether the command does nothing without it.
  var isRequired: Bool

  /// Whether it may be given several times; the last operand alone may.
  var isRepeated = false

  /// The values that it takes; empty if it takes others too.
  var choices: [String] = []

  /// Where a shell finds values to offer.
  var offers = Offers.nothing
}
