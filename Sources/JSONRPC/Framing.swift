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
  func append(_ message: borrowing ByteBuffer, to stream: inout ByteBuffer) {
    switch self {
    case .headers:
      stream.append("Content-Length: ")
      stream.append(decimal: message.count)
      stream.append("\r\n\r\n")
      stream.append(message)
    case .lines:
      stream.append(message)
      stream.append(UInt8(ascii: "\n"))
    }
  }
}
