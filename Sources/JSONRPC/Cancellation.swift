import Synchronization

/// Whether a request has been cancelled; shared by the thread that reads and the one that works on it.
package final class Cancellation: Sendable {
  /// The one of all requests that nothing can cancel.
  package static let never = Cancellation()

  private let flag = Atomic(false)

  /// A request that is not cancelled.
  package init() {}

  /// Whether the request has been cancelled.
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Cancels the request, unless nothing can.
  package func cancel() {
    guard self !== Self.never else { return }
    flag.store(true, ordering: .relaxed)
  }
}
