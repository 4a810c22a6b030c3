/// Why something could not be measured.
struct Failure: Error, CustomStringConvertible {
  /// What went wrong and, where that is known, what would help.
  var description: String

  /// Creates a failure.
  init(_ description: String) {
    self.description = description
  }
}
