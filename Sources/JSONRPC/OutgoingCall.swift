import JSON

/// Composes calls of ours: JSON-RPC 2.0 §4.
enum OutgoingCall {
  /// Appends a request, or a notification if it has no id; `params` writes its parameters, exactly one value, if it has some.
  static func append(
    to bytes: inout ByteBuffer, id: Int?, _ method: StaticString, _ params: ((inout JSONWriter) -> Void)?
  ) {
    var start = bytes.take()
    start.append(#"{"jsonrpc":"2.0","#)
    if let id {
      start.append(#""id":"#)
      start.append(decimal: id)
      start.append(UInt8(ascii: ","))
    }
    start.append(#""method":"#)
    start.append(quoted: method, after: nil, then: params == nil ? UInt8(ascii: "}") : UInt8(ascii: ","))
    guard let params else {
      bytes = start
      return
    }
    start.append(#""params":"#)
    var writer = JSONWriter(into: start)
    params(&writer)
    bytes = writer.finishBuffer()
    bytes.append(UInt8(ascii: "}"))
  }
}
