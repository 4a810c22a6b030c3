internal import SourceText
internal import TrustedAccess

/// What comments keep silent in a content, and which of them have nothing to silence.
struct SilencingCheck {
  /// The findings that are left, and those of comments without a cause.
  let findings: [DocumentFinding]

  /// Holds back what comments silence.
  ///
  /// - Parameters:
  ///   - all: the findings in a content, in its offsets.
  ///   - reading: the content.
  init(_ all: [DocumentFinding], in reading: BlockReading) {
    guard !reading.silencings.isEmpty else {
      findings = all
      return
    }
    let left = all.filter { finding in !reading.silencings.contains { $0.silences(finding) } }
    findings =
      left + reading.silencings.compactMap { UnneededSilencingRule.finding(of: $0, in: reading, findings: all) }
  }
}

extension Silencing {
  /// Whether it keeps a finding silent.
  func silences(_ finding: DocumentFinding) -> Bool {
    scope.contains(finding.range.lowerBound) && (codes.isEmpty || codes.contains(finding.code))
  }
}
