// targets: JSON JSONRPC
import JSON
import JSONRPC
import Synchronization

/// Any bytes: what is written is whole messages in one framing, each of them a response of JSON-RPC 2.0, or an array of
/// them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var rest = Array(UnsafeBufferPointer(start: start, count: count))[...]
  let written = Mutex<[UInt8]>([])
  let output = MessageOutput { bytes in
    written.withLock { $0.append(contentsOf: bytes) }
    return .success(bytes.count)
  }
  var connection = Connection(service: Echo(), output: output, framing: nil, limit: 1 << 16) { _ in }
  _ = connection.serve { room in
    let count = min(room.count, rest.count)
    room.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return .success(count)
  }
  var reader = FrameReader(limit: 1 << 30)
  var replies = written.withLock(\.self)[...]
  while !replies.isEmpty {
    _ = reader.fill { room in
      let count = min(room.count, replies.count)
      room.copyBytes(from: replies.prefix(count))
      replies = replies.dropFirst(count)
      return count
    }
    while let frame = reader.next() { check(frame) }
  }
  precondition(reader.finish() == nil, "the last message is cut off")
  return 0
}

private func check(_ frame: FrameReader.Frame) {
  guard case .message(let bytes) = frame else { preconditionFailure("no message") }
  guard let message = try? JSONValue.parse(bytes) else { preconditionFailure("no JSON") }
  for response in message.kind == .array ? Array(message.elements) : [message] {
    precondition(response["jsonrpc"]?.string == "2.0" && response["id"] != nil, "no response")
    precondition((response["result"] == nil) != (response["error"] == nil), "not one of result and error")
  }
}

/// Answers every call with its parameters, at once.
private final class Echo: Service {
  func admit(_ request: Call, framing: Framing) throws(ResponseError) -> Lane { .immediate }

  func answer(_ request: Call, cancellation: Cancellation, into result: inout JSONWriter) throws(ResponseError) {
    if let params = request.params { result.write(params) } else { result.null() }
  }

  func receive(_ notification: Call, from client: Client) {}

  var exitStatus: Int32? { nil }
  var statusAtEndOfInput: Int32 { 0 }
}
