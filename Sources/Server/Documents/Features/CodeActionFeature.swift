import BindingDocuments
import JSON
import JSONRPC
import LanguageServerProtocol
import SourceText
import TrustedAccess

extension DocumentFeature {
  /// `textDocument/codeAction`: what mends that which is wrong at a place, or in all of the document.
  static let codeAction = DocumentFeature(
    method: "textDocument/codeAction", capability: "codeActionProvider",
    writeCapability: { writer in
      writer.object { $0.member("codeActionKinds", CodeActionKind.allCases.map(\.rawValue)) }
    }
  ) { (documents, params, context, result) throws(ResponseError) in
    guard let params = CodeActionParams(params) else {
      throw ResponseError(.invalidParams, "expected 'textDocument' with a 'uri', and a 'range'")
    }
    let actions = documents.codeActions(params, roles: { context.roles(in: $0) })
    result.array { writer in for action in actions { action.write(to: &writer) } }
  }
}

extension Documents {
  /// The actions for a stretch of a document; none if the document is not open, not read or out of step.
  fileprivate mutating func codeActions(
    _ params: CodeActionParams, roles: (_ location: String?) -> any RoleDirectory
  ) -> [CodeAction] {
    let document = ActionDocument(
      uri: params.uri, version: client.takesDocumentChanges ? version(of: params.uri) : nil, client: client)
    var actions: [CodeAction] = []
    var codes: [String] = []
    withRange(params.uri, params.range) { analysis, range, text in
      if params.wants(.quickFix) {
        let findings = analysis.findings(touching: range, roles: roles).filter { !$0.fixes.isEmpty }
        actions += findings.flatMap { document.quickFixes(of: $0, in: text) }
        for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
      }
      if params.wants(.fixAll) {
        let mending = Mending(text, analysis) { $0.findings(roles: roles) }
        actions += document.action("Fix all that is clear", .fixAll, mending.edits, in: text)
      }
    }
    guard !codes.isEmpty else { return actions }
    withFindings(of: params.uri, roles: roles) { findings, text in
      for code in codes {
        let selection = FixSelection(findings.filter { $0.code == code }.compactMap(\.fixes.first))
        guard selection.count > 1 else { continue }
        actions += document.action("Fix all of '\(code)' in the document", .quickFix, selection.edits, in: text)
      }
    }
    return actions
  }
}

/// The document that actions change.
private struct ActionDocument {
  let uri: String
  /// The version, if edits are to name it.
  let version: Int?
  let client: ClientCapabilities

  /// The fixes of a finding, each as an action; the best is preferred.
  func quickFixes(of finding: DocumentFinding, in text: SourceText) -> [CodeAction] {
    finding.fixes.enumerated().map { place, fix in
      CodeAction(
        title: fix.title, kind: .quickFix, diagnostics: [Diagnostic(finding, in: uri, text, for: client)],
        isPreferred: place == 0, edit: change(fix.edits, in: text))
    }
  }

  /// An action that makes edits; none if there are none.
  func action(_ title: String, _ kind: CodeActionKind, _ edits: [TextEdit], in text: SourceText) -> [CodeAction] {
    guard !edits.isEmpty else { return [] }
    return [CodeAction(title: title, kind: kind, diagnostics: [], isPreferred: false, edit: change(edits, in: text))]
  }

  private func change(_ edits: [TextEdit], in text: SourceText) -> WorkspaceEdit {
    WorkspaceEdit(
      uri: uri, version: version, edits: edits.map { PositionEdit($0, in: text, client.positionEncoding) })
  }
}
