import JSON

/// Composes responses, JSON-RPC 2.0 §5: the envelope around a result or an error.
///
/// Each is appended to bytes that the caller keeps, so that responses in a row need no memory of their own.
enum Response {
  /// Appends a response with the result that `body` writes, or with the error that it throws; nothing of a half-written
  /// result remains.
  static func append(
    to bytes: inout [UInt8], id: RequestID, _ body: (inout JSONWriter) throws(ResponseError) -> Void
  ) {
    let start = bytes.count
    var writer = JSONWriter(into: envelope(id, resultMember, behind: &bytes))
    do throws(ResponseError) {
      try body(&writer)
      bytes = (consume writer).finish()
      bytes.append(UInt8(ascii: "}"))
    } catch {
      bytes = (consume writer).finish()
      bytes.removeSubrange(start...)
      appendFailure(to: &bytes, id: id, error)
    }
  }

  /// Appends the response of a service to a call.
  static func append(
    to bytes: inout [UInt8], id: RequestID, answering call: Call, cancellation: Cancellation, from service: any Service
  ) {
    append(to: &bytes, id: id) { result throws(ResponseError) in
      try service.answer(call, cancellation: cancellation, into: &result)
    }
  }

  /// Appends a response with an error.
  static func appendFailure(to bytes: inout [UInt8], id: RequestID, _ error: ResponseError) {
    var writer = JSONWriter(into: envelope(id, errorMember, behind: &bytes))
    error.write(to: &writer)
    bytes = (consume writer).finish()
    bytes.append(UInt8(ascii: "}"))
  }

  /// Past this many bytes of responses, what is left of a batch is refused.
  private static let longestBatch = 16 << 20

  /// Appends the array that answers a batch.
  static func appendBatch(to bytes: inout [UInt8], of steps: [Step], from service: any Service) {
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
  private static func envelope(_ id: RequestID, _ member: StaticString, behind bytes: inout [UInt8]) -> [UInt8] {
    let text = id.text
    let version = versionAndID
    bytes.append(addingCapacity: version.utf8CodeUnitCount + text.count + member.utf8CodeUnitCount) { room in
      room.append(copying: version)
      room.append(copying: text.span.bytes)
      room.append(copying: member)
    }
    let start = bytes
    bytes = []
    return start
  }

  private static let versionAndID: StaticString = #"{"jsonrpc":"2.0","id":"#
  private static let resultMember: StaticString = #","result":"#
  private static let errorMember: StaticString = #","error":"#
}
