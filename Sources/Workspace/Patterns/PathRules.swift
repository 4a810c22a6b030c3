/// The patterns of one place, as of a `.gitignore`, with the folder that they count from, and those of the places that they
/// go before.
final class PathRules: Sendable {
  private let patterns: [PathPattern]
  private let folder: FilePath
  private let outer: PathRules?

  /// - Parameters:
  ///   - patterns: in the order of the text; the last that fits counts.
  ///   - folder: what paths count from.
  ///   - outer: what is asked where none fits.
  init(_ patterns: [PathPattern], in folder: FilePath, outer: PathRules? = nil) {
    self.patterns = patterns
    self.folder = folder
    self.outer = outer
  }

  /// Whether a path in or below the folder is taken out; whether the folders that it is in are is another question.
  func exclude(_ path: FilePath, isFolder: Bool) -> Bool {
    var next: PathRules? = self
    while let rules = next {
      next = rules.outer
      if rules.patterns.isEmpty { continue }
      let names = path.names(below: rules.folder)
      if !names.isEmpty, let match = rules.patterns.last(where: { $0.matches(names, isFolder: isFolder) }) {
        return !match.isNegated
      }
    }
    return false
  }

  /// Whether a path or one of the folders that it is in, up to that of the rules, is taken out.
  func excludeAnyPart(of path: FilePath, isFolder: Bool) -> Bool {
    if patterns.isEmpty { return false }
    var part = path
    var isFolder = isFolder
    while part != folder, !part.names(below: folder).isEmpty {
      if exclude(part, isFolder: isFolder) { return true }
      guard let parent = part.parent else { return false }
      part = parent
      isFolder = true
    }
    return false
  }
}
