/// When a cluster puts accepted changes of its bindings into effect: at evenly spaced moments, its ticks.
///
/// Source: Azure docs, "Get secure resource access to AKS using Trusted Access": a role binding "might take up to five
/// minutes to take effect", because the cluster's add-on manager reconciles every five minutes.
public struct ReconciliationSchedule: Hashable, Sendable {
  /// AKS's interval between ticks, in milliseconds: five minutes.
  public static let standardInterval: Int64 = 300_000

  /// Milliseconds between two ticks; at least 1.
  public let interval: Int64

  /// A tick happens whenever the milliseconds since the epoch leave this remainder; `0 ..< interval`.
  public let phase: Int64

  /// Creates a schedule; an `interval` below 1 counts as 1, and `phase` is taken modulo `interval`.
  public init(phase: Int64 = 0, interval: Int64 = standardInterval) {
    self.interval = max(interval, 1)
    self.phase = phase.remainder(modulo: self.interval)
  }

  /// The first tick after `time`.
  ///
  /// Strictly after: a change that is accepted in the very millisecond of a tick has missed it, so nothing is effective
  /// the moment it is accepted and nothing waits longer than one interval. Clamped at the end of the range.
  public func firstTick(after time: Timestamp) -> Timestamp {
    let elapsed = time.millisecondsSinceEpoch.remainder(modulo: interval)
    let sinceTick = elapsed >= phase ? elapsed - phase : elapsed - phase + interval
    return time.advanced(byMilliseconds: interval - sinceTick)
  }
}

extension Int64 {
  /// The remainder that lies in `0 ..< modulus`, for a negative number too; `modulus` is at least 1.
  fileprivate func remainder(modulo modulus: Int64) -> Int64 {
    let remainder = self % modulus
    return remainder < 0 ? remainder + modulus : remainder
  }
}
