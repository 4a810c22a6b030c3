import EditorFeatures
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

extension DocumentFeature {
  /// `textDocument/documentSymbol`.
  static let documentSymbol = DocumentFeature(
    method: "textDocument/documentSymbol", capability: "documentSymbolProvider"
  ) { (documents, params, _, result) throws(ResponseError) in
    guard let uri = params?["textDocument"]?["uri"]?.string else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri'")
    }
    var symbols: [DocumentSymbol] = []
    documents.withDocument(uri) { analysis, text in
      symbols = Outline.items(of: analysis).map { DocumentSymbol($0, in: text, documents.encoding) }
    }
    result.array { writer in
      for symbol in symbols {
        if documents.client.knowsSymbolTrees {
          symbol.write(to: &writer)
        } else {
          symbol.writeFlat(to: &writer, uri: uri)
        }
      }
    }
  }
}

extension DocumentSymbol {
  fileprivate init(_ item: OutlineItem, in text: SourceText, _ encoding: PositionEncoding) {
    self.init(
      name: item.name, detail: item.detail, kind: item.kind.wireValue,
      range: text.positions(of: item.range, in: encoding),
      selectionRange: text.positions(of: item.nameRange, in: encoding),
      children: item.children.map { DocumentSymbol($0, in: text, encoding) })
  }
}

extension OutlineItem.Kind {
  fileprivate var wireValue: DocumentSymbol.Kind {
    switch self {
    case .binding: .object
    case .command: .function
    case .role: .enumMember
    }
  }
}
