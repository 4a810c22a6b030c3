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

  /// Does the work. A request that was cancelled before it began is not begun.
  func response(from service: any Service) -> [UInt8] {
    switch work {
    case .refuse(let error):
      return Response.failure(to: id, error)
    case .answer(_, let cancellation) where cancellation.isCancelled:
      return Response.failure(to: id, ResponseError(.requestCancelled, "the request was cancelled"))
    case .answer(let call, let cancellation):
      return Response.compose(to: id) { result throws(ResponseError) in
        try service.answer(call, cancellation: cancellation, into: &result)
      }
    }
  }
}
