/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// The domain never reads a clock; every function that depends on the time takes one of these.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var millisecondsSinceEpoch: Int64

  /// Creates a point in time from milliseconds since 1970-01-01T00:00:00Z.
  public init(millisecondsSinceEpoch: Int64) {
    self.millisecondsSinceEpoch = millisecondsSinceEpoch
  }

  /// The point in time that lies `milliseconds` later, clamped at the ends of the range.
  public func advanced(byMilliseconds milliseconds: Int64) -> Timestamp {
    let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
    if overflow { return Timestamp(millisecondsSinceEpoch: milliseconds < 0 ? .min : .max) }
    return Timestamp(millisecondsSinceEpoch: sum)
  }

  /// Earlier points in time are less.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
  }
}
