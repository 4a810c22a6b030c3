import EditorFeatures
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

/// A request of LSP about an open document: one registration, from which the answer, the dispatch and what `initialize`
/// advertises come.
final class DocumentFeature: Sendable {
  /// The request's method.
  let method: String

  /// The member of the server's capabilities that promises it; `nil` if another request's does.
  let capability: StaticString?

  /// When it is answered.
  let lane: Lane

  /// Writes the capability's value.
  let writeCapability: @Sendable (inout JSONWriter) -> Void

  /// Answers.
  let answer: Answer

  /// Answers from memory: writes the result, or throws the error.
  typealias Answer =
    @Sendable (
      _ documents: inout Documents, _ params: JSONValue?, _ context: ServerContext, _ result: inout JSONWriter
    ) throws(ResponseError) -> Void

  /// Registers a request.
  init(
    method: String, capability: StaticString?, lane: Lane = .immediate,
    writeCapability: @escaping @Sendable (inout JSONWriter) -> Void = { $0.write(true) }, answer: @escaping Answer
  ) {
    self.method = method
    self.capability = capability
    self.lane = lane
    self.writeCapability = writeCapability
    self.answer = answer
  }

  /// Every request; a new one is added here and nowhere else.
  static let all: [DocumentFeature] = [
    completion, completionResolve, hover, codeAction, documentDiagnostic, workspaceDiagnostic, documentSymbol,
    inlayHint, definition,
  ]

  /// The request of that name.
  static func named(_ name: MethodName) -> DocumentFeature? {
    // Every request comes by here, and few are as long as one of these.
    guard name.length < 64, lengths >> UInt64(name.length) & 1 == 1 else { return nil }
    return all.first { name == $0.method }
  }

  /// The lengths of the names, a bit each.
  private static let lengths = all.reduce(UInt64(0)) { $0 | 1 << UInt64($1.method.utf8.count) }
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
  /// Writes LSP's `MarkupContent`: Markdown as the client wants to have it.
  mutating func markup(_ markdown: String, as kind: MarkupKind) {
    object { writer in
      writer.member("kind", kind.rawValue)
      writer.member("value", kind == .markdown ? markdown : UnmarkedText.of(markdown: markdown))
    }
  }
}

extension SourceText {
  /// A range of positions as bytes; nothing in the place of a range whose end is before its start.
  func range(of range: PositionRange, in encoding: PositionEncoding) -> Range<Int> {
    let start = offset(of: range.start, in: encoding)
    return start..<max(start, offset(of: range.end, in: encoding))
  }

  /// A range of bytes as positions.
  func positions(of range: Range<Int>, in encoding: PositionEncoding) -> PositionRange {
    PositionRange(
      start: position(of: range.lowerBound, in: encoding), end: position(of: range.upperBound, in: encoding))
  }
}
