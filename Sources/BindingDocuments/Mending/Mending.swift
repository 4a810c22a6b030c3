package import SourceText

/// What mends a document without anyone being asked: the fixes of all findings that have just one, until none is left.
package struct Mending: Sendable {
  /// The edits, all of the text as it was; apart and in order.
  package private(set) var edits: [TextEdit]

  /// How many fixes they make.
  package private(set) var fixCount = 0

  /// How often the document is looked at. A fix may uncover another; one that mends nothing must not go on for ever.
  private static let rounds = 8

  /// Mends a document.
  ///
  /// Cost: linear in what was found in the document, for each round, and what its edits cost.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - analysis: what it says.
  ///   - findings: what is wrong with it, as it is by then; asked anew when something is mended.
  package init(
    _ text: SourceText, _ analysis: DocumentAnalysis, findings: (DocumentAnalysis, SourceText) -> [DocumentFinding]
  ) {
    var (text, analysis) = (text, analysis)
    var pieces = PieceTable(byteCount: text.byteCount)
    for _ in 0..<Self.rounds {
      let selection = FixSelection(findings(analysis, text).compactMap(\.onlyFix))
      guard selection.count > 0 else { break }
      for edit in selection.edits.reversed() {
        text.replace(edit.range, with: edit.text)
        analysis.apply(AppliedEdit(range: edit.range, newLength: edit.text.count), to: text)
      }
      pieces.apply(selection.edits)
      fixCount += selection.count
    }
    edits = pieces.edits
  }
}

extension DocumentFinding {
  /// The fix, if there is just one: where there are several, somebody has to choose.
  package var onlyFix: DocumentFix? { fixes.count == 1 ? fixes.first : nil }
}
