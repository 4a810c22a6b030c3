/// How long to leave a source alone that has failed: twice as long after each failure, up to a limit, and not the same for
/// all who met the same failure.
package struct Backoff: Sendable {
  /// The longest delay after the first failure, in milliseconds.
  package var first: Int64 = 30_000

  /// The longest delay at all, in milliseconds.
  package var limit: Int64 = 3_600_000

  /// The usual delays: half a minute to an hour.
  package init() {}

  /// How long to wait after so many failures in a row, in milliseconds.
  ///
  /// - Parameter jitter: `0 ..< 1`; the delay lies between the half and the whole of what the failures amount to.
  package func delay(afterFailures count: Int, jitter: Double) -> Int64 {
    guard count > 0 else { return 0 }
    let doublings = min(count - 1, 40)
    let (product, overflow) = first.multipliedReportingOverflow(by: 1 << Int64(doublings))
    let whole = overflow ? limit : min(product, limit)
    return whole / 2 + Int64(Double(whole / 2) * min(max(jitter, 0), 1))
  }
}
