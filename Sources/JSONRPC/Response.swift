import JSON

/// Composes responses, JSON-RPC 2.0 §5: the envelope around a result or an error.
///
/// Each is appended to bytes that the caller keeps, so that responses in a row need no memory of their own.
enum Response {
  /// Appends a response with the result that `body` writes, or with the error that it throws; nothing of a half-written
  /// result remains.
  static func append(
    to bytes: inout ByteBuffer, id: RequestID, _ body: (inout JSONWriter) throws(ResponseError) -> Void
  ) {
    let start = bytes.count
    var writer = JSONWriter(into: envelope(id, #","result":"#, behind: &bytes))
    do throws(ResponseError) {
      try body(&writer)
      bytes = writer.finishBuffer()
      bytes.append(UInt8(ascii: "}"))
    } catch {
      bytes = writer.finishBuffer()
      bytes.truncate(to: start)
      appendFailure(to: &bytes, id: id, error)
    }
  }

  /// Appends the response of a service to a call.
  static func append(
    to bytes: inout ByteBuffer, id: RequestID, answering call: Call, cancellation: Cancellation,
    from service: any Service
  ) {
    append(to: &bytes, id: id) { result throws(ResponseError) in
      try service.answer(call, cancellation: cancellation, into: &result)
    }
  }

  /// Appends a response with an error.
  static func appendFailure(to bytes: inout ByteBuffer, id: RequestID, _ error: ResponseError) {
    var response = envelope(id, #","error":{"code":"#, behind: &bytes)
    response.append(decimal: error.code.rawValue)
    response.append(#","message":"#)
    var message = JSONWriter(into: response)
    error.writeMessage(to: &message)
    response = message.finishBuffer()
    if let writeData = error.data {
      response.append(#","data":"#)
      var data = JSONWriter(into: response)
      writeData(&data)
      response = data.finishBuffer()
    }
    response.append("}}")
    bytes = response
  }

  /// Past this many bytes of responses, what is left of a batch is refused.
  private static let longestBatch = 16 << 20

  /// Appends the array that answers a batch.
  static func appendBatch(to bytes: inout ByteBuffer, of steps: [Step], from service: any Service) {
    var separator = UInt8(ascii: "[")
    let start = bytes.count
    for var step in steps {
      bytes.append(separator)
      // What is carried out already is answered so: its response is short.
      if bytes.count - start > longestBatch, step.lane != .carriedOut { step.work = .refuse(batchIsTooLong) }
      step.appendResponse(to: &bytes, from: service)
      separator = UInt8(ascii: ",")
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static let batchIsTooLong = ResponseError(
    .requestFailed,
    "not begun: the responses to the batch are longer than \(longestBatch) bytes; send the request in a smaller batch")

  /// Takes the bytes over, so that they are filled in place, and appends the start of a response.
  private static func envelope(
    _ id: RequestID, _ member: StaticString, behind bytes: inout ByteBuffer
  ) -> ByteBuffer {
    var start = bytes.take()
    start.append(#"{"jsonrpc":"2.0","id":"#)
    id.append(to: &start)
    start.append(member)
    return start
  }
}
