import JSON

/// What one message of the stream asks for: a response, by refusing it or by answering it.
struct Step: Sendable {
  enum Work: Sendable {
    case refuse(ResponseError)
    case answer(Call, Cancellation)
  }

  /// The request's id; null for a message that is none.
  var id: RequestID

  /// Where the work is to be done.
  var lane: Lane

  var work: Work

  /// Does the work and appends the response. A request that was cancelled before it began is not begun.
  func appendResponse(to bytes: inout ByteBuffer, from service: any Service) {
    switch work {
    case .refuse(let error):
      Response.appendFailure(to: &bytes, id: id, error)
    case .answer(_, let cancellation) where cancellation.isCancelled:
      Response.appendFailure(
        to: &bytes, id: id, ResponseError(.requestCancelled, "the request was cancelled"))
    case .answer(let call, let cancellation):
      Response.append(to: &bytes, id: id, answering: call, cancellation: cancellation, from: service)
    }
  }
}
