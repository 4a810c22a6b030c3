/// Where a request is worked on, and so what it may wait for.
///
/// Replies of one lane come in the order of its requests. A ``state`` request sees the effect of every ``slow`` one that
/// was sent before it, as a script that pipelines its requests expects.
package enum Lane: Sendable {
  /// On the thread that reads, from memory alone: never behind anything but its like.
  case immediate
  /// On the thread that reads if no slow request is under way, else behind the slow ones.
  case state
  /// As ``state``, for a request that is carried out when it is admitted: its reply waits for what is under way, and
  /// nothing keeps it from being made.
  case carriedOut
  /// On the thread that reads, from memory, when everything that has arrived is answered and nothing more waits to be read:
  /// no other answer waits for it, and what has arrived meanwhile cancels it or is taken into account.
  case settled
  /// On a thread of its own: it may wait for a disk or a network.
  case slow
}

extension Lane {
  /// What can cancel a request that waits in this lane.
  var cancellation: Cancellation {
    switch self {
    case .immediate, .carriedOut: .never
    case .state, .settled, .slow: Cancellation()
    }
  }
}
