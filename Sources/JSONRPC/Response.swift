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
      bytes = writer.finish()
      bytes.append(UInt8(ascii: "}"))
    } catch {
      bytes = writer.finish()
      bytes.removeSubrange(start...)
      appendFailure(to: &bytes, id: id, error)
    }
  }

  /// Appends a response with an error.
  static func appendFailure(to bytes: inout [UInt8], id: RequestID, _ error: ResponseError) {
    var writer = JSONWriter(into: envelope(id, errorMember, behind: &bytes))
    error.write(to: &writer)
    bytes = writer.finish()
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends the array that answers a batch.
  static func appendBatch(to bytes: inout [UInt8], of steps: [Step], from service: any Service) {
    var separator = UInt8(ascii: "[")
    for step in steps {
      bytes.append(separator)
      step.appendResponse(to: &bytes, from: service)
      separator = UInt8(ascii: ",")
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Takes the bytes over, so that they are filled in place, and appends the start of a response.
  private static func envelope(_ id: RequestID, _ member: StaticString, behind bytes: inout [UInt8]) -> [UInt8] {
    var start: [UInt8] = []
    swap(&start, &bytes)
    start.append(versionAndID)
    var writer = JSONWriter(into: start)
    id.write(to: &writer)
    start = writer.finish()
    start.append(member)
    return start
  }

  private static let versionAndID: StaticString = #"{"jsonrpc":"2.0","id":"#
  private static let resultMember: StaticString = #","result":"#
  private static let errorMember: StaticString = #","error":"#
}
