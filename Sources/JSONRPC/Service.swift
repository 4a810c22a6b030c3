package import JSON

/// What stands behind a connection and answers its calls.
///
/// ``admit(_:framing:)`` and ``receive(_:from:)`` run on the thread that reads, one after the other in the order of the stream;
/// ``answer(_:cancellation:into:)`` runs there or, by the lane that `admit` gave, on the slow lane's thread at the same
/// time.
package protocol Service: AnyObject, Sendable {
  /// Decides where a request is worked on.
  ///
  /// - Throws: the error to answer with, if the request is not to be worked on at all.
  func admit(_ request: Call, framing: Framing) throws(ResponseError) -> Lane

  /// Answers a request by writing its result, exactly one value.
  ///
  /// - Throws: the error to answer with instead; what was written is dropped.
  func answer(_ request: Call, cancellation: Cancellation, into result: inout JSONWriter) throws(ResponseError)

  /// Takes a notification.
  ///
  /// - Parameter client: who has sent it, for what is to be asked of it or told to it.
  func receive(_ notification: Call, from client: Client)

  /// For how many milliseconds nothing may come before ``settle(_:)`` is called; `nil` if it has nothing to tell.
  var settlingTime: Int? { get }

  /// Tells the client what it has not asked for, such as what is wrong with a document that it has changed. Called on the
  /// thread that reads when everything that has arrived is answered and nothing more has come for the
  /// ``settlingTime``, so that no answer waits for it; and what has become stale meanwhile is never told.
  func settle(_ client: Client)

  /// The status that the process is to end with, once it is to end.
  var exitStatus: Int32? { get }

  /// The status that the process is to end with when the client's stream has ended.
  var statusAtEndOfInput: Int32 { get }
}

extension Service {
  /// There is nothing to tell.
  package var settlingTime: Int? { nil }

  /// Tells nothing.
  package func settle(_ client: Client) {}
}
