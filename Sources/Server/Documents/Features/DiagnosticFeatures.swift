import JSON
import JSONRPC
import LanguageServerProtocol
import TrustedAccess

extension DocumentFeature {
  /// `textDocument/diagnostic`: what is wrong with a document, for a client that asks.
  static let documentDiagnostic = DocumentFeature(
    method: "textDocument/diagnostic", capability: "diagnosticProvider", lane: .settled,
    writeCapability: { writer in
      writer.object { writer in
        writer.member("identifier", "trusted-access")
        writer.member("interFileDependencies", false)
        writer.member("workspaceDiagnostics", true)
      }
    }
  ) { (documents, params, context, result) throws(ResponseError) in
    guard let params = DocumentDiagnosticParams(params) else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri'")
    }
    DocumentDiagnosticReport(
      documents.diagnostics(of: params.uri, roles: { context.roles(in: $0) }),
      previousResultId: params.previousResultId
    ).write(to: &result)
  }

  /// `workspace/diagnostic`: what is wrong with all documents that are open. Those that the client knows something of and
  /// that are closed meanwhile are reported, too, so that it forgets it.
  static let workspaceDiagnostic = DocumentFeature(
    method: "workspace/diagnostic", capability: nil, lane: .settled
  ) { (documents, params, context, result) throws(ResponseError) in
    guard let params = WorkspaceDiagnosticParams(params) else {
      throw ResponseError(.invalidParams, "expected 'previousResultIds', each with a 'uri' and a 'value'")
    }
    result.object { writer in
      writer.key("items")
      writer.array { writer in
        for uri in Set(documents.openURIs).union(params.previousResultIds.keys).sorted() {
          DocumentDiagnosticReport(
            documents.diagnostics(of: uri, roles: { context.roles(in: $0) }),
            previousResultId: params.previousResultIds[uri]
          ).write(to: &writer, uri: uri, version: documents.version(of: uri))
        }
      }
    }
  }
}
