/// Something to measure: one process setup that gives the figures of one or more lines.
struct Measurement: Sendable {
  /// Its name for `--only`.
  var name: String
  /// The lines that it gives.
  var lines: [Line]
  /// Measures; gives one outcome a line.
  var run: @Sendable (Setting) throws(Failure) -> [Outcome]

  /// All measurements, in the order of the table.
  static let all: [Measurement] = [
    .start, .roundTrip, .pipeline, .memory, .parsing, .search, .durableCreate, .calls, .documents, .opening,
  ]
}

/// What measurements are made with.
struct Setting: Sendable {
  /// The server to be measured.
  var server: Command
  /// The floor: a C server that only frames and answers with fixed text.
  var floor: Command
  /// The one processor for what is measured on one.
  var processor: Processors
  /// A folder for the files of this run, on the disk that the package lies on.
  var folder: String
  /// Builds programs.
  var toolbox: Toolbox
}
