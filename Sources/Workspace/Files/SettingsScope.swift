package import BindingDocuments
import DurableStorage
import TrustedAccess

/// A folder's settings, ready to be asked about the files in it and below.
package final class SettingsScope: Sendable {
  /// The settings.
  package let settings: Settings

  private let excluded: PathRules
  private let languages: [(pattern: PathPattern, dialect: DialectName)]
  private let folder: FilePath

  /// - Parameter folder: the folder of the settings, from the root of the file system.
  package init(_ settings: Settings = Settings(), in folder: FilePath = FilePath("/")) {
    self.settings = settings
    self.folder = folder
    excluded = PathRules(settings.exclude.compactMap { PathPattern($0) }, in: folder)
    languages = settings.include.compactMap { include in
      PathPattern(include.pattern).map { ($0, include.dialect) }
    }
  }

  /// Whether a path, or a folder that it is in, is not to be looked at.
  ///
  /// - Parameter path: from the root of the file system.
  package func excludes(_ path: FilePath, isFolder: Bool = false) -> Bool {
    excluded.excludeAnyPart(of: path, isFolder: isFolder)
  }

  /// Whether a path is not to be looked at, where it is known that the folders it is in are.
  func excludesItself(_ path: FilePath, isFolder: Bool) -> Bool { excluded.exclude(path, isFolder: isFolder) }

  /// The language of a file: the one that the settings give it, else the one that its name tells; `nil` if none is known.
  ///
  /// - Parameter path: from the root of the file system.
  package func dialect(of path: FilePath) -> DialectName? {
    givenDialect(of: path) ?? DialectName(fileName: String(decoding: path.name, as: UTF8.self))
  }

  /// The language that the settings give a file, whatever its name tells; `nil` if they give it none.
  ///
  /// - Parameter path: from the root of the file system.
  package func givenDialect(of path: FilePath) -> DialectName? {
    guard !languages.isEmpty else { return nil }
    let names = path.names(below: folder)
    return languages.last { !names.isEmpty && $0.pattern.matches(names, isFolder: false) }?.dialect
  }
}
