package import JSON

/// Why a request failed: JSON-RPC 2.0 §5.1, "Error object".
package struct ResponseError: Error, Sendable {
  /// The kind of failure.
  package var code: ErrorCode

  /// What was wrong and what would be right, in a sentence.
  package var message: String

  /// Writes the member `data`, exactly one value; `nil` leaves it out.
  package var data: (@Sendable (inout JSONWriter) -> Void)?

  /// Creates an error.
  package init(_ code: ErrorCode, _ message: String, data: (@Sendable (inout JSONWriter) -> Void)? = nil) {
    self.code = code
    self.message = message
    self.data = data
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
