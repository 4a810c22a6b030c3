import JSON

/// How messages are told apart on the stream.
package enum Framing: String, Sendable, CaseIterable {
  /// `Content-Length` headers before each message: LSP's base protocol.
  case headers
  /// One JSON text a line.
  case lines

  /// The framing of a stream that starts with this byte: headers start with a letter, and no JSON-RPC message does.
  package init(firstByte: UInt8) {
    let isLetter = (firstByte | 0x20) &- UInt8(ascii: "a") < 26
    self = isLetter ? .headers : .lines
  }

  /// Appends `message`, one complete JSON text without line breaks, to `stream`.
  func append(_ message: [UInt8], to stream: inout [UInt8]) {
    switch self {
    case .headers:
      let (name, end): (StaticString, StaticString) = ("Content-Length: ", "\r\n\r\n")
      // No length has more than 19 digits.
      let headers = name.utf8CodeUnitCount + 19 + end.utf8CodeUnitCount
      stream.append(addingCapacity: headers + message.count) { room in
        room.append(copying: name)
        room.append(decimal: message.count.magnitude)
        room.append(copying: end)
        room.append(copying: message.span.bytes)
      }
    case .lines:
      stream.append(message.span.bytes)
      stream.append(UInt8(ascii: "\n"))
    }
  }
}
