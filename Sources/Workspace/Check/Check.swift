import BindingDocuments
package import TrustedAccess

/// What a check is to look for, and what to do about it.
package struct Check: Sendable {
  /// The roles of a location; of none in particular, for `nil`. Asked by several threads.
  package var roles: @Sendable (_ location: String?) -> any RoleDirectory

  /// The location whose role list counts where a document does not tell its own; `nil` for that of the settings.
  package var location: String?

  /// The codes of the rules that count; `nil` for all.
  package var selected: Set<String>?

  /// The codes of the rules that do not count.
  package var ignored: Set<String> = []

  /// The least grave severity that counts.
  package var leastSeverity = Severity.information

  /// The findings that are known and do not count.
  package var baseline: Baseline?

  /// What becomes of findings that can be mended.
  package var fixing = Fixing.counted

  /// What becomes of findings that can be mended.
  package enum Fixing: Sendable {
    /// It is told how many there are.
    case counted
    /// It is told how the texts would change.
    case shown
    /// They are mended in the files.
    case made
  }

  /// Creates a check that looks for everything worth knowing.
  package init(roles: @escaping @Sendable (_ location: String?) -> any RoleDirectory) {
    self.roles = roles
  }

  /// What the rules have to say of a document and what counts of it, in the order of the text.
  func findings(in analysis: DocumentAnalysis, _ settings: Settings) -> [DocumentFinding] {
    counting(analysis.findings { roles($0 ?? location ?? settings.location) }, settings)
  }

  /// The findings that count, as grave as the settings have them.
  func counting(_ findings: [DocumentFinding], _ settings: Settings) -> [DocumentFinding] {
    settings.applied(to: findings).filter { finding in
      selected?.contains(finding.code) != false && !ignored.contains(finding.code) && finding.severity <= leastSeverity
    }
  }
}
