import EditorFeatures
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

extension DocumentFeature {
  /// `textDocument/inlayHint`: what the values come to that bindings only refer to.
  static let inlayHint = DocumentFeature(method: "textDocument/inlayHint", capability: "inlayHintProvider") {
    (documents, params, _, result) throws(ResponseError) in
    guard let params = InlayHintParams(params) else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri', and a 'range'")
    }
    result.array { writer in
      documents.withDocument(params.uri) { analysis, text in
        for hint in ValueHints.hints(in: text.range(of: params.range, in: documents.encoding), of: analysis) {
          InlayHint(
            position: text.position(of: hint.offset, in: documents.encoding), label: hint.label, tooltip: hint.value
          ).write(to: &writer)
        }
      }
    }
  }
}
