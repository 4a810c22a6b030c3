/// A value with its unit.
struct Quantity: Sendable {
  /// What a value can be measured in.
  enum Unit: String, Sendable {
    case ratio = ""
    case nanoseconds = "ns"
    case perSecond = "/s"
    case bytes = "B"
    case bytesPerSecond = "B/s"
  }

  /// How many units.
  var value: Double
  /// The unit.
  var unit: Unit

  /// A duration.
  static func nanoseconds(_ value: Double) -> Quantity { Quantity(value: value, unit: .nanoseconds) }
  /// How often something happens that takes that many nanoseconds.
  static func rate(each nanoseconds: Double, times: Double = 1) -> Quantity {
    Quantity(value: times * 1e9 / nanoseconds, unit: .perSecond)
  }
  /// How fast that many bytes are worked off.
  static func throughput(bytes: Int, in nanoseconds: Double) -> Quantity {
    Quantity(value: Double(bytes) * 1e9 / nanoseconds, unit: .bytesPerSecond)
  }
  /// A size.
  static func bytes(_ value: Double) -> Quantity { Quantity(value: value, unit: .bytes) }

  /// A multiple of something else of the same unit.
  static func ratio(_ value: Quantity, to base: Quantity) -> Quantity {
    Quantity(value: value.value / base.value, unit: .ratio)
  }
}

extension Quantity: CustomStringConvertible {
  /// The value in the unit's multiple that reads best, with three digits.
  var description: String {
    switch unit {
    case .ratio: "\(digits(value)) ×"
    case .nanoseconds: scaled([("ns", 1), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)])
    case .perSecond: scaled([("/s", 1), ("k/s", 1e3), ("M/s", 1e6)])
    case .bytes: scaled([("B", 1), ("KB", 1024), ("MB", 1_048_576)])
    case .bytesPerSecond: scaled([("B/s", 1), ("KB/s", 1e3), ("MB/s", 1e6), ("GB/s", 1e9)])
    }
  }

  private func scaled(_ multiples: [(name: String, size: Double)]) -> String {
    let multiple = multiples.last { value >= $0.size } ?? multiples[0]
    return "\(digits(value / multiple.size)) \(multiple.name)"
  }
}

/// The value with three digits that count, and all of those before the point.
private func digits(_ value: Double) -> String {
  guard value.isFinite else { return "-" }
  let places = value < 10 ? 2 : value < 100 ? 1 : 0
  let scale = places == 2 ? 100.0 : places == 1 ? 10.0 : 1.0
  let whole = (value * scale).rounded()
  guard places > 0 else { return "\(Int(whole))" }
  let fraction = String(Int(whole) % Int(scale))
  let zeros = String(repeating: "0", count: places - fraction.count)
  let text = "\(Int(whole) / Int(scale)).\(zeros)\(fraction)"
  return text.hasSuffix("0")
    ? String(text.dropLast(places == 2 && text.hasSuffix("00") ? 3 : places == 1 ? 2 : 1)) : text
}
