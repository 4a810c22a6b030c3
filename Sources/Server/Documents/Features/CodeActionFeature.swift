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
    let client = client
    let document = ActionDocument(
      uri: params.uri, version: client.takesDocumentChanges ? version(of: params.uri) : nil, client: client)
    var actions: [CodeAction] = []
    withFindings(of: params.uri, roles: roles) { findings, text in
      guard params.wants(.quickFix) else { return }
      let range = text.range(of: params.range, in: client.positionEncoding)
      let here = findings.filter { !$0.fixes.isEmpty && $0.range.touches(range) }
      actions += here.flatMap { document.quickFixes(of: $0, in: text) }
      for (place, code) in here.map(\.code).enumerated() where !here[..<place].contains(where: { $0.code == code }) {
        let selection = FixSelection(findings.filter { $0.code == code }.compactMap(\.fixes.first))
        guard selection.count > 1 else { continue }
        actions += document.action("Fix all of '\(code)' in the document", .quickFix, selection.edits, in: text)
      }
    }
    if params.wants(.fixAll), let (text, mending) = mending(of: params.uri, roles: roles) {
      actions += document.action("Fix all that is clear", .fixAll, mending.edits, in: text)
    }
    return actions
  }
}

extension Range<Int> {
  /// Whether they have something in common, be it an end.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}

/// The document that actions change.
private struct ActionDocument {
  let uri: String
  /// The version, if edits are to name it.
  let version: Int?
  let client: ClientCapabilities

  /// The fixes of a finding, each as an action; the best comes first, and is preferred if the client knows that.
  func quickFixes(of finding: DocumentFinding, in text: SourceText) -> [CodeAction] {
    finding.fixes.enumerated().map { place, fix in
      CodeAction(
        title: fix.title, kind: .quickFix, diagnostics: [Diagnostic(finding, in: uri, text, for: client)],
        isPreferred: place == 0 && client.knowsPreferredActions, edit: change(fix.edits, in: text))
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
