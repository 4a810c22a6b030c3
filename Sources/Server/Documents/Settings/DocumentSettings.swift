import BindingDocuments
import TrustedAccess
import Workspace

/// What is wanted of the checks of one document.
struct DocumentSettings: Hashable, Sendable {
  /// The settings, of everyone who has a say in it.
  private let settings: Settings

  /// Whether nothing is to be said of the document.
  let isExcluded: Bool

  /// The language that the settings give it; `nil` if they give it none.
  let dialect: DialectName?

  /// - Parameters:
  ///   - path: the document's; `nil` if it is no file.
  ///   - folder: what the settings' patterns count from.
  init(_ settings: Settings = Settings(), of path: FilePath? = nil, in folder: FilePath = FilePath("/")) {
    self.settings = settings
    guard let path, !settings.exclude.isEmpty || !settings.include.isEmpty else {
      (isExcluded, dialect) = (false, nil)
      return
    }
    let scope = SettingsScope(settings, in: folder)
    isExcluded = scope.excludes(path)
    dialect = scope.givenDialect(of: path)
  }

  /// The location whose role list counts where the document does not tell its own.
  var location: String? { settings.location }

  /// The findings as they are to be told.
  func applied(to findings: [DocumentFinding]) -> [DocumentFinding] {
    isExcluded ? [] : settings.applied(to: findings)
  }
}
