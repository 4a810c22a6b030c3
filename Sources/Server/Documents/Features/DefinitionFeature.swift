import BindingDocuments
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

extension DocumentFeature {
  /// `textDocument/definition`: where what a binding's value refers to gets its value.
  static let definition = DocumentFeature(method: "textDocument/definition", capability: "definitionProvider") {
    (documents, params, _, result) throws(ResponseError) in
    let place = try TextDocumentPositionParams.required(params)
    documents.withPlace(place) { analysis, offset, text in
      guard let reference = analysis.followedReference(at: offset) else { return }
      Location(uri: place.uri, range: text.positions(of: reference.definition, in: documents.encoding))
        .write(to: &result)
    }
    result.null()
  }
}
