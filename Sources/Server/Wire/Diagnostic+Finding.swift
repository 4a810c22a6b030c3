import BindingDocuments
import LanguageServerProtocol
import SourceText
import TrustedAccess

extension Diagnostic {
  /// A finding as LSP has it, with what the client makes use of.
  ///
  /// - Parameters:
  ///   - uri: the document's URI.
  ///   - text: the document's text.
  init(_ finding: DocumentFinding, in uri: String, _ text: SourceText, for client: ClientCapabilities) {
    func positions(_ range: Range<Int>) -> PositionRange { text.positions(of: range, in: client.positionEncoding) }
    self.init(
      range: positions(finding.range), severity: finding.severity.rawValue, code: finding.code,
      source: "trusted-access", message: finding.message)
    let offered = client.diagnostics
    if offered.codeDescription, finding.code != DocumentFinding.settingsCode { codeDescription = Self.documentation }
    if let tag = Self.tag(of: finding.code), offered.tags.contains(tag) { tags = [tag] }
    if offered.relatedInformation {
      // Only places of this document: of another one the text is not at hand.
      relatedInformation = finding.related.filter { $0.document == nil }.map {
        DiagnosticRelatedInformation(Location(uri: uri, range: positions($0.range)), message: $0.message)
      }
    }
    if offered.data, !finding.fixes.isEmpty {
      fixes = finding.fixes.map { fix in
        DiagnosticFix(title: fix.title, edits: fix.edits.map { PositionEdit($0, in: text, client.positionEncoding) })
      }
    }
  }

  /// What is written about the feature.
  private static let documentation = "https://learn.microsoft.com/azure/aks/trusted-access-feature"

  /// How editors are to show what a rule finds: struck through, or faded.
  private static func tag(of code: String) -> DiagnosticTag? {
    switch code {
    case "retired-role", "retired-api-version", "removed-option": .deprecated
    case "duplicate-role", "included-role", "unneeded-silencing": .unnecessary
    default: nil
    }
  }
}

extension PositionEdit {
  /// An edit of bytes as LSP has it.
  init(_ edit: TextEdit, in text: SourceText, _ encoding: PositionEncoding) {
    self.init(
      range: text.positions(of: edit.range, in: encoding), newText: String(decoding: edit.text, as: UTF8.self))
  }
}
