import JSON

/// Composes responses, JSON-RPC 2.0 §5: the envelope around a result or an error.
enum Response {
  /// A response with the result that `body` writes, or with the error that it throws; nothing of a half-written result
  /// remains.
  static func compose(
    to id: RequestID, _ body: (inout JSONWriter) throws(ResponseError) -> Void
  ) -> [UInt8] {
    do throws(ResponseError) {
      var writer = JSONWriter(into: envelope(id, resultMember))
      try body(&writer)
      return closed(writer.finish())
    } catch {
      return failure(to: id, error)
    }
  }

  /// A response with an error.
  static func failure(to id: RequestID, _ error: ResponseError) -> [UInt8] {
    var writer = JSONWriter(into: envelope(id, errorMember))
    error.write(to: &writer)
    return closed(writer.finish())
  }

  /// The array that answers a batch.
  static func batch(of responses: [[UInt8]]) -> [UInt8] {
    var array = [UInt8(ascii: "[")]
    array.append(contentsOf: responses.joined(separator: [UInt8(ascii: ",")]))
    array.append(UInt8(ascii: "]"))
    return array
  }

  private static func envelope(_ id: RequestID, _ member: [UInt8]) -> [UInt8] {
    var start: [UInt8] = []
    start.reserveCapacity(192)
    start.append(contentsOf: versionAndID)
    var writer = JSONWriter(into: start)
    id.write(to: &writer)
    var bytes = writer.finish()
    bytes.append(contentsOf: member)
    return bytes
  }

  private static func closed(_ bytes: consuming [UInt8]) -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private static let versionAndID = Array(#"{"jsonrpc":"2.0","id":"#.utf8)
  private static let resultMember = Array(#","result":"#.utf8)
  private static let errorMember = Array(#","error":"#.utf8)
}
