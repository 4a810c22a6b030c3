package import BindingDocuments
import DurableStorage
import Glibc
import SourceText

/// A walk through files and folders, file by file: in the order given, and within a folder by the bytes of its names.
///
/// What git ignores is left out, and so is what settings exclude; a file that was named itself is ignored by settings alone.
/// Links are not followed, unless they were named themselves, as git and `grep -r` have it: so there are no loops. Memory:
/// the names of the folders on the way down.
package struct FileWalk {
  /// What a walk comes to.
  package enum Item: Sendable {
    case file(FoundFile)
    case problem(FileProblem)
  }

  private var paths: ArraySlice<FilePath>
  private var frames: [Frame] = []
  private var waiting: [Item] = []
  /// The settings of folders in which files were named themselves.
  private var settingsOfNamed: [FilePath: SettingsScope] = [:]

  /// A folder on the way down.
  private struct Frame {
    let path: FilePath
    let location: FilePath
    var entries: ArraySlice<FolderEntry>
    let ignored: PathRules?
    let settings: SettingsScope
  }

  /// - Parameter paths: files and folders.
  package init(_ paths: [FilePath]) {
    self.paths = paths[...]
  }

  /// The settings for a text that is to be taken for a file, which need not be there: what counts for it, and what is wrong
  /// with its folder's settings; `nil` if it is excluded.
  package static func settings(for path: FilePath) -> (
    scope: SettingsScope, location: FilePath, problems: [FileProblem]
  )? {
    var walk = FileWalk([])
    let folder = path.parent ?? FilePath("")
    let location = ((try? folder.withoutLinks()) ?? folder).appending(path.name)
    let scope = walk.settings(above: location, Repository.root(above: location.parent ?? location))
    let problems = walk.waiting.reversed().compactMap { item in
      if case .problem(let problem) = item { problem } else { nil }
    }
    return scope.excludes(location) ? nil : (scope, location, problems)
  }

  /// The next file or problem; `nil` at the end.
  package mutating func next() -> Item? {
    while true {
      if let item = waiting.popLast() { return item }
      guard let frame = frames.last else {
        guard let path = paths.popFirst() else { return nil }
        begin(path)
        continue
      }
      guard let entry = frame.entries.first else {
        frames.removeLast()
        continue
      }
      frames[frames.count - 1].entries.removeFirst()
      if let file = visit(entry, in: frame) { return .file(file) }
    }
  }

  private mutating func visit(_ entry: FolderEntry, in frame: Frame) -> FoundFile? {
    guard entry.kind == .file || entry.kind == .folder, !entry.name.elementsEqual(".git".utf8) else { return nil }
    let isFolder = entry.kind == .folder
    let location = frame.location.appending(entry.name)
    if frame.ignored?.exclude(location, isFolder: isFolder) == true { return nil }
    if frame.settings.excludesItself(location, isFolder: isFolder) { return nil }
    if isFolder {
      enter(frame.path.appending(entry.name), location, ignored: frame.ignored, frame.settings)
      return nil
    }
    let dialect = frame.settings.dialect(of: location)
    // A script without an ending may tell its language in its first line.
    guard dialect != nil || !entry.name.contains(UInt8(ascii: ".")) else { return nil }
    return FoundFile(path: frame.path.appending(entry.name), dialect: dialect, settings: frame.settings, isNamed: false)
  }

  /// Goes into a folder.
  private mutating func enter(
    _ path: FilePath, _ location: FilePath, ignored: PathRules?, _ settings: SettingsScope
  ) {
    let entries: [FolderEntry]
    do throws(SystemError) {
      entries = try path.entries()
    } catch {
      return tell(path, "cannot list the folder: \(error.text) (\(error.name))")
    }
    func has(_ name: String) -> Bool { entries.contains { $0.name.elementsEqual(name.utf8) } }
    // What a repository ignores is said in it, and not in those around it.
    var ignored = has(".git") ? Repository.rules(ofRoot: location) : ignored
    if has(".gitignore") { ignored = gitignore(of: location, path, outer: ignored) }
    let settings = has(Settings.fileName) ? read(in: location, path) ?? settings : settings
    frames.append(
      Frame(path: path, location: location, entries: entries[...], ignored: ignored, settings: settings))
  }
}

// MARK: Where a walk begins

extension FileWalk {
  private mutating func begin(_ path: FilePath) {
    do throws(SystemError) {
      let location = try path.withoutLinks()
      switch try path.kind(followingLinks: true) {
      case .folder: begin(path, at: location)
      case .file: beginFile(path, at: location)
      case .link, .other: tell(path, "is neither a file nor a folder")
      }
    } catch {
      tell(path, "cannot be read: \(error.text) (\(error.name))")
    }
  }

  /// Begins with a folder: what the folders above it say of it counts.
  private mutating func begin(_ path: FilePath, at location: FilePath) {
    let root = Repository.root(above: location)
    let settings = settings(above: location, root)
    guard !settings.excludes(location, isFolder: true) else { return }
    var ignored: PathRules?
    if let root, root != location {
      ignored = Repository.rules(ofRoot: root)
      for folder in location.folders(upTo: root) { ignored = gitignore(of: folder, folder, outer: ignored) }
    }
    enter(path, location, ignored: ignored, settings)
  }

  private mutating func beginFile(_ path: FilePath, at location: FilePath) {
    let folder = location.parent ?? location
    let settings = settingsOfNamed[folder] ?? settings(above: location, Repository.root(above: folder))
    settingsOfNamed[folder] = settings
    guard !settings.excludes(location) else { return }
    waiting.append(
      .file(FoundFile(path: path, dialect: settings.dialect(of: location), settings: settings, isNamed: true)))
  }

  /// The nearest settings above a file or folder, within its repository if it is in one.
  private mutating func settings(above location: FilePath, _ root: FilePath?) -> SettingsScope {
    for folder in location.folders(upTo: root).reversed() {
      if let settings = read(in: folder, folder) { return settings }
    }
    return SettingsScope()
  }

  private mutating func gitignore(of location: FilePath, _ path: FilePath, outer: PathRules?) -> PathRules? {
    do throws(FileReadingError) {
      return try Repository.rules(of: location, outer: outer)
    } catch {
      tell(
        path.appending(".gitignore".utf8), "cannot be read, so nothing is ignored by it: \(error.text)", isFatal: false)
      return outer
    }
  }

  /// The settings of a folder, with what is wrong with them told; `nil` if it has none.
  private mutating func read(in location: FilePath, _ path: FilePath) -> SettingsScope? {
    guard let folder = location.text else { return nil }
    let name = path.appending(Settings.fileName.utf8)
    do throws(StorageError) {
      guard let file = try SettingsFile(in: folder, .system) else { return nil }
      let text = SourceText(file.text)
      for problem in file.reading.problems.reversed() {
        let place = TextPlace(of: problem.range.lowerBound, in: text)
        waiting.append(.problem(FileProblem(name, at: place, problem.message, isFatal: false)))
      }
      return SettingsScope(file.reading.settings, in: location)
    } catch {
      tell(name, error.message)
      return nil
    }
  }

  private mutating func tell(_ path: FilePath, _ message: String, isFatal: Bool = true) {
    waiting.append(.problem(FileProblem(path, message, isFatal: isFatal)))
  }
}

/// A file that a walk has come to.
package struct FoundFile: Sendable {
  /// The file, as the walk came to it.
  package let path: FilePath

  /// Its language; `nil` if only its first line can tell.
  package let dialect: DialectName?

  /// What counts for it.
  package let settings: SettingsScope

  /// Whether it was named itself.
  package let isNamed: Bool
}

extension FilePath {
  /// The folders that this is in, from the outermost one: from `root`, or from the root of the file system.
  fileprivate func folders(upTo root: FilePath?) -> [FilePath] {
    var folders: [FilePath] = []
    var next = self
    while next != root, let parent = next.parent {
      folders.append(parent)
      next = parent
    }
    return folders.reversed()
  }
}

extension TextPlace {
  /// The place of an offset.
  init(of offset: Int, in text: SourceText) {
    let position = text.position(of: offset, in: .utf32)
    self.init(line: position.line + 1, column: position.character + 1)
  }
}
