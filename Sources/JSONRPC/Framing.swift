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
      stream.append(contentsOf: Self.lengthHeader)
      stream.append(decimal: message.count)
      stream.append(contentsOf: Self.headerEnd)
      stream.append(contentsOf: message)
    case .lines:
      stream.append(contentsOf: message)
      stream.append(UInt8(ascii: "\n"))
    }
  }

  private static let lengthHeader = Array("Content-Length: ".utf8)
  private static let headerEnd = Array("\r\n\r\n".utf8)
}

extension [UInt8] {
  /// Appends `value`, which must not be negative, in decimal digits.
  fileprivate mutating func append(decimal value: Int) {
    if value >= 10 { append(decimal: value / 10) }
    append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
