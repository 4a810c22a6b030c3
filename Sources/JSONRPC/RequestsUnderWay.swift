import Synchronization

/// The requests that the slow lane holds, so that they can be cancelled.
final class RequestsUnderWay: Sendable {
  private let cancellations = Mutex<[RequestID: Cancellation]>([:])

  func insert(_ steps: [Step]) {
    cancellations.withLock { cancellations in
      for step in steps {
        if case .answer(_, let cancellation) = step.work { cancellations[step.id] = cancellation }
      }
    }
  }

  func remove(_ steps: [Step]) {
    cancellations.withLock { cancellations in
      for step in steps { cancellations[step.id] = nil }
    }
  }

  /// Cancels a request if it is here.
  func cancel(_ id: RequestID) {
    cancellations.withLock { $0[id]?.cancel() }
  }
}
