import Synchronization

/// Whether a request has been cancelled; shared by the thread that reads and the one that works on it.
package final class Cancellation: Sendable {
  /// The one of requests that are answered as soon as they are read, so that nothing can cancel them.
  package static let never = Cancellation()

  private let flag = Atomic(false)

  /// A request that is not cancelled.
  package init() {}

  /// Whether the request has been cancelled.
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Cancels the request.
  package func cancel() { flag.store(true, ordering: .relaxed) }
}
