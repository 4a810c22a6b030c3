package import BindingDocuments
package import TrustedAccess

/// What a repository, or an editor's user, wants of the checks.
package struct Settings: Hashable, Sendable {
  /// How findings are told, by the codes of their rules. A rule that is not named tells as it does by itself.
  package var levels: [String: RuleLevel]

  /// The location whose role list counts where a document does not tell its own; `nil` for none in particular.
  package var location: String?

  /// Which files are not looked at: patterns as in `.gitignore`, against paths from the folder of the settings.
  package var exclude: [String]

  /// The languages of files whose names do not tell them, or tell another. The last pattern that fits counts.
  package var include: [FileLanguage]

  /// The name of the file in which a folder has its settings. They are those of the files in the folder and below, up to a
  /// folder with settings of its own.
  package static let fileName = ".trusted-access.json"

  /// Creates settings; without any, everything is as it is by itself.
  package init(
    levels: [String: RuleLevel] = [:], location: String? = nil, exclude: [String] = [], include: [FileLanguage] = []
  ) {
    self.levels = levels
    self.location = location
    self.exclude = exclude
    self.include = include
  }

  /// These settings with those of somebody closer: what they say counts, and for what they leave out these do.
  package func overridden(by other: Settings) -> Settings {
    Settings(
      levels: levels.merging(other.levels) { $1 }, location: other.location ?? location,
      exclude: exclude + other.exclude, include: include + other.include)
  }

  /// The findings as they are to be told: without those of rules that are off, the others as grave as is wanted.
  package func applied(to findings: [DocumentFinding]) -> [DocumentFinding] {
    guard !levels.isEmpty else { return findings }
    return findings.compactMap { finding in
      guard let level = levels[finding.code] else { return finding }
      guard let severity = level.severity else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}

/// How the findings of a rule are told.
package enum RuleLevel: String, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case off
  case hint
  case information
  case warning
  case error

  /// How grave they are; `nil` if they are not told.
  package var severity: Severity? {
    switch self {
    case .off: nil
    case .hint: .hint
    case .information: .information
    case .warning: .warning
    case .error: .error
    }
  }
}

/// The language of files whose paths fit a pattern.
package struct FileLanguage: Hashable, Sendable {
  /// A pattern as in `.gitignore`, `*.azcli`.
  package var pattern: String

  /// The language.
  package var dialect: DialectName

  /// Creates a language of files.
  package init(pattern: String, dialect: DialectName) {
    self.pattern = pattern
    self.dialect = dialect
  }
}
