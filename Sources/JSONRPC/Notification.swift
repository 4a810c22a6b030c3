import JSON

/// Composes notifications of ours: JSON-RPC 2.0 §4.1.
enum Notification {
  /// Appends a notification; `params` writes its parameters, exactly one value.
  static func append(to bytes: inout ByteBuffer, _ method: StaticString, _ params: (inout JSONWriter) -> Void) {
    var start = bytes.take()
    start.append(#"{"jsonrpc":"2.0","method":"#)
    start.append(quoted: method, after: nil, then: UInt8(ascii: ","))
    start.append(#""params":"#)
    var writer = JSONWriter(into: start)
    params(&writer)
    bytes = writer.finishBuffer()
    bytes.append(UInt8(ascii: "}"))
  }
}
