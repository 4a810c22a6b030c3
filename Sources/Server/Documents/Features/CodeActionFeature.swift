import BindingDocuments
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText

extension DocumentFeature {
  /// `textDocument/codeAction`: the fixes of what is wrong at a place.
  static let codeAction = DocumentFeature(
    method: "textDocument/codeAction", capability: "codeActionProvider",
    writeCapability: { writer in writer.object { $0.member("codeActionKinds", ["quickfix"]) } }
  ) { (documents, params, context, result) throws(ResponseError) in
    guard let params = CodeActionParams(params) else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri', and a 'range'")
    }
    result.array { writer in
      guard params.wants("quickfix") else { return }
      documents.withRange(params.uri, params.range) { analysis, range, text in
        for finding in analysis.findings(touching: range, roles: { context.roles(in: $0) }) {
          for (place, fix) in finding.fixes.enumerated() {
            let edits = fix.edits.map {
              (text.positions(of: $0.range, in: documents.encoding), String(decoding: $0.text, as: UTF8.self))
            }
            CodeAction(
              title: fix.title, kind: "quickfix", diagnostics: [Diagnostic(finding, in: text, documents.encoding)],
              isPreferred: place == 0, uri: params.uri, edits: edits
            ).write(to: &writer)
          }
        }
      }
    }
  }
}
