import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

/// A request of LSP about an open document: one registration, from which the answer, the dispatch and what `initialize`
/// advertises come.
struct DocumentFeature: Sendable {
  /// The request's method.
  var method: String

  /// The member of the server's capabilities that promises it; `nil` if another request's does.
  var capability: StaticString?

  /// Writes the capability's value.
  var writeCapability: @Sendable (inout JSONWriter) -> Void = { $0.write(true) }

  /// Answers from memory.
  var answer:
    @Sendable (
      _ documents: Documents, _ params: JSONValue?, _ context: ServerContext, _ result: inout JSONWriter
    ) throws(ResponseError) -> Void

  /// Every request; a new one is added here and nowhere else.
  static let all: [DocumentFeature] = [completion, completionResolve, hover, codeAction]

  /// The request of that name.
  static func named(_ name: MethodName) -> DocumentFeature? { all.first { name == $0.method } }
}

extension TextDocumentPositionParams {
  /// Reads the parameters.
  ///
  /// - Throws: -32602 if they are not those.
  static func required(_ params: JSONValue?) throws(ResponseError) -> TextDocumentPositionParams {
    guard let place = TextDocumentPositionParams(params) else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri', and a 'position'")
    }
    return place
  }
}

extension JSONWriter {
  /// Writes LSP's `MarkupContent`.
  mutating func markdown(_ text: String) {
    object { writer in
      writer.member("kind", "markdown")
      writer.member("value", text)
    }
  }
}

extension SourceText {
  /// A range of bytes as positions.
  func positions(of range: Range<Int>, in encoding: PositionEncoding) -> PositionRange {
    PositionRange(
      start: position(of: range.lowerBound, in: encoding), end: position(of: range.upperBound, in: encoding))
  }
}
