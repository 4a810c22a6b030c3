/// One line of the table: what is to be reached.
struct Line: Sendable {
  /// What is measured.
  var text: String
  /// What is to be reached.
  var goal: Goal
}

/// What is to be reached.
enum Goal: Sendable {
  case atMost(Quantity)
  case atLeast(Quantity)

  /// At most that many times the baseline.
  static func atMost(_ ratio: Double) -> Goal { .atMost(Quantity(value: ratio, unit: .ratio)) }
  /// At least that many times the baseline.
  static func atLeast(_ ratio: Double) -> Goal { .atLeast(Quantity(value: ratio, unit: .ratio)) }

  /// Whether a figure reaches it.
  func isMet(by figure: Quantity) -> Bool {
    switch self {
    case .atMost(let limit): figure.value <= limit.value
    case .atLeast(let limit): figure.value >= limit.value
    }
  }
}

extension Goal: CustomStringConvertible {
  /// The sign and the limit.
  var description: String {
    switch self {
    case .atMost(let limit): "≤ \(limit)"
    case .atLeast(let limit): "≥ \(limit)"
    }
  }
}

/// What came of a line.
enum Outcome {
  /// The figure that is held against the goal, and what it is made of.
  case measured(figure: Quantity, value: Quantity, baseline: Quantity?)
  /// Why there is no figure.
  case notMeasured(String)

  /// A figure that is the ratio of a value to its baseline.
  static func ratio(of value: Quantity, to baseline: Quantity) -> Outcome {
    .measured(figure: .ratio(value, to: baseline), value: value, baseline: baseline)
  }
}

/// A line with what came of it.
struct Result {
  /// The name of the measurement that it belongs to, as `--only` takes it.
  var name: String
  /// The line.
  var line: Line
  /// What came of it.
  var outcome: Outcome
}
