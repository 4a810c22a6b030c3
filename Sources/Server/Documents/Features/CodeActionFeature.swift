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
            CodeAction(
              title: fix.title, kind: "quickfix",
              diagnostics: [Diagnostic(finding, in: params.uri, text, for: documents.client)],
              isPreferred: place == 0,
              edit: WorkspaceEdit(
                uri: params.uri,
                version: documents.client.takesDocumentChanges ? documents.version(of: params.uri) : nil,
                edits: fix.edits.map { PositionEdit($0, in: text, documents.encoding) })
            ).write(to: &writer)
          }
        }
      }
    }
  }
}
