package import JSON

/// Why a request failed: JSON-RPC 2.0 §5.1, "Error object".
package struct ResponseError: Error, Sendable {
  /// The kind of failure.
  package var code: ErrorCode

  private let sentence: Sentence

  /// Writes the member `data`, exactly one value; `nil` leaves it out.
  package var data: (@Sendable (inout JSONWriter) -> Void)?

  /// Creates an error.
  package init(_ code: ErrorCode, _ message: String, data: (@Sendable (inout JSONWriter) -> Void)? = nil) {
    self.code = code
    sentence = .plain(message)
    self.data = data
  }

  /// The error for a method that is not there. Clients ask for such ones to learn what a server can, so that it costs
  /// little: the sentence is put together where it is written.
  ///
  /// - Parameter remedy: what would be right: `did you mean 'x'?`.
  package init(noMethod name: MethodName, remedy: String) {
    code = .methodNotFound
    sentence = .noMethod(name, remedy: remedy)
  }

  /// What was wrong and what would be right, in a sentence.
  package var message: String {
    switch sentence {
    case .plain(let text): text
    case .noMethod(let name, let remedy): "no method '\(name)': \(remedy)"
    }
  }

  /// Writes ``message``.
  func writeMessage(to writer: inout JSONWriter) {
    switch sentence {
    case .plain(let text):
      writer.write(text)
    case .noMethod(let name, let remedy):
      writer.string { message in
        message.append(literal: "no method '")
        message.append(name.value)
        message.append(literal: "': ")
        message.append(remedy)
      }
    }
  }

  private enum Sentence: Sendable {
    case plain(String)
    case noMethod(MethodName, remedy: String)
  }
}

/// A number that names a kind of failure. Those of JSON-RPC and LSP are here; an application adds its own.
package struct ErrorCode: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  package var rawValue: Int

  /// The code of that number.
  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The text is not JSON (JSON-RPC 2.0 §5.1).
  package static let parseError = ErrorCode(rawValue: -32700)
  /// The JSON is not a request (JSON-RPC 2.0 §5.1); in LSP also a request that comes at the wrong time.
  package static let invalidRequest = ErrorCode(rawValue: -32600)
  /// There is no such method (JSON-RPC 2.0 §5.1).
  package static let methodNotFound = ErrorCode(rawValue: -32601)
  /// The parameters are not those of the method (JSON-RPC 2.0 §5.1).
  package static let invalidParams = ErrorCode(rawValue: -32602)
  /// A fault of ours (JSON-RPC 2.0 §5.1).
  package static let internalError = ErrorCode(rawValue: -32603)
  /// A request before `initialize` (LSP 3.17, "ErrorCodes").
  package static let serverNotInitialized = ErrorCode(rawValue: -32002)
  /// The client cancelled the request (LSP 3.17, "ErrorCodes").
  package static let requestCancelled = ErrorCode(rawValue: -32800)
  /// A valid request that failed (LSP 3.17, "ErrorCodes").
  package static let requestFailed = ErrorCode(rawValue: -32803)
}
