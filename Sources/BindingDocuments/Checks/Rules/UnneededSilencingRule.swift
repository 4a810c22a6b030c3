internal import SourceText
internal import TrustedAccess

/// A comment that silences what nobody says hides the next mistake that is made there.
///
/// Nothing is said of codes whose findings may be there another time: those that depend on the list of roles, and on other
/// documents. Nor of a comment that names no codes, where there is a site.
enum UnneededSilencingRule {
  static let description = DocumentRuleDescription(
    code: "unneeded-silencing", summary: "A comment that keeps findings silent has some to silence.",
    severity: .information)

  /// The codes of findings that come and go while the document stays as it is.
  private static let changeable: Set = [
    "unknown-role", "retired-role", "internal-role", "included-role", "source-type-without-roles",
    "role-of-other-source-type", "malformed-role-name", "binding-declared-twice", "source-bound-twice",
    "too-many-bindings", "changed-source",
  ]

  /// What is to be said of a comment; `nil` if it has something to silence.
  static func finding(of silencing: Silencing, in reading: BlockReading, findings: [DocumentFinding])
    -> DocumentFinding?
  {
    let silenced = Set(findings.lazy.filter(silencing.silences).map(\.code))
    guard !silencing.codes.isEmpty else {
      let holdsSite = reading.sites.contains { silencing.scope.overlaps($0.range) }
      return silenced.isEmpty && !holdsSite ? finding(of: silencing, codes: [], keeping: []) : nil
    }
    let unneeded = silencing.codes.filter { !silenced.contains($0) && !changeable.contains($0) }
    guard !unneeded.isEmpty else { return nil }
    return finding(of: silencing, codes: unneeded, keeping: silencing.codes.filter { !unneeded.contains($0) })
  }

  private static func finding(of silencing: Silencing, codes: [String], keeping kept: [String]) -> DocumentFinding {
    let what = codes.isEmpty ? "Nothing" : "No finding of \(listed(codes.map { "'\($0)'" }, last: "or"))"
    let order = kept.isEmpty ? "" : "trusted-access: ignore \(kept.joined(separator: ", "))"
    return DocumentFinding(
      code: description.code, severity: description.severity,
      message: "\(what) is there to be silenced; take the \(kept.isEmpty ? "comment" : "code") away.",
      range: silencing.range,
      fixes: [
        DocumentFix(
          title: kept.isEmpty ? "Remove the silencing" : "Silence no more than \(listed(kept.map { "'\($0)'" }))",
          edits: [TextEdit(range: silencing.range, text: Array(order.utf8))])
      ])
  }
}
