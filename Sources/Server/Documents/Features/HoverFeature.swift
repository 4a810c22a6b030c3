import EditorFeatures
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

extension DocumentFeature {
  /// `textDocument/hover`.
  static let hover = DocumentFeature(method: "textDocument/hover", capability: "hoverProvider") {
    (documents, params, context, result) throws(ResponseError) in
    let place = try TextDocumentPositionParams.required(params)
    documents.withPlace(place) { analysis, offset, text in
      guard let hover = Hover.text(at: offset, in: analysis, text, knowing: context) else { return }
      result.object { writer in
        writer.key("contents")
        writer.markup(hover.markdown, as: documents.client.hoverFormat)
        writer.key("range")
        text.positions(of: hover.range, in: documents.encoding).write(to: &writer)
      }
    }
    result.null()
  }
}
