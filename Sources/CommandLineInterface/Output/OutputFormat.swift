/// How a result is printed.
enum OutputFormat: String, CaseIterable, Sendable {
  /// Indented JSON.
  case json
  /// Columns under their titles, for people.
  case table
  /// Columns with a tab between, without titles, for scripts; of a list a line for each element.
  case tsv
  /// Nothing.
  case none
}

extension ParsedArguments {
  /// How the result is to be printed.
  var format: OutputFormat { self[Options.output].flatMap(OutputFormat.init(rawValue:)) ?? .json }
}
