/// An option of a command: `--name VALUE`, or `--yes` alone.
struct Option: Sendable {
  /// The names, the long one first: `--resource-group`, `-g`.
  var names: [String]

  /// What the value is, in the usage: `NAME`; `nil` for an option without a value.
  var value: String?

  /// What the option does, in a sentence without a full stop.
  var summary: String

  /// The values that it takes; empty if it takes others too.
  var choices: [String]

  /// Where a shell finds values to offer.
  var offers: Offers

  /// Whether the command does nothing without it.
  var isRequired = false

  /// Creates an option with a value, or without if `value` is `nil`.
  init(
    _ name: String, short: String? = nil, value: String? = nil, _ summary: String, choices: [String] = [],
    offers: Offers = .nothing
  ) {
    names = [name] + [short].compactMap { $0 }
    self.value = value
    self.summary = summary
    self.choices = choices
    self.offers = offers
  }

  /// The name by which parsed values are kept.
  var key: String { names[0] }

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
  /// Among the folders.
  case folders
  /// In the first column of what this program prints for these arguments; the word follows them if it `takesWord`.
  case output(of: String, takesWord: Bool)
}

/// A word that a command takes without an option's name.
struct Operand: Sendable {
  /// What it is, in the usage: `METHOD`.
  var name: String

  /// What it does, in a sentence without a full stop.
  var summary: String

  /// Whether the command does nothing without it.
  var isRequired: Bool

  /// The values that it takes; empty if it takes others too.
  var choices: [String] = []

  /// Where a shell finds values to offer.
  var offers = Offers.nothing
}
