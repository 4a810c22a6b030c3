import DurableStorage
import JSON
import LanguageServerProtocol
import Workspace

/// What the client's user and the files of the folders that it has open want of the checks. Who is closer to a document
/// counts: the options of `initialize`, then the client's settings, then the file of the folder that the document is in.
struct EditorSettings: Sendable {
  /// The section of the client's settings that is ours.
  static let section = "trustedAccess"

  /// The files that have settings, as a client is asked to watch them.
  static let filePattern = "**/\(Settings.fileName)"

  private struct Folder: Sendable {
    let uri: String
    let path: FilePath?
    var configured: Settings?

    init(uri: String) {
      self.uri = uri.hasSuffix("/") ? String(uri.dropLast()) : uri
      path = FileURI.path(of: uri).map { FilePath($0) }
    }
  }

  private var initial = Settings()
  private var configured = Settings()
  private var folders: [Folder] = []
  /// By the folder; `nil` for a folder that has none.
  private var files: [FilePath: Settings?] = [:]
  private var complaints = SettingsComplaints()

  /// The folders that are open, as the client is to be asked for their settings; first, nothing in particular.
  var scopes: [String?] { [nil] + folders.map(\.uri) }

  /// Takes what `initialize` says.
  mutating func take(_ params: InitializeParams) {
    if let options = params.initializationOptions {
      initial = read(options[Self.section] ?? options, from: "initializationOptions")
    }
    folders = params.workspaceFolders.map { Folder(uri: $0) }
  }

  /// Takes the client's settings: those for nothing in particular, and those for folders.
  mutating func take(_ values: [(scope: String?, value: JSONValue)]) {
    for (scope, value) in values {
      let settings = read(value, from: "the editor's settings, \(Self.section)")
      guard let scope else {
        configured = settings
        continue
      }
      for index in folders.indices where folders[index].uri == scope { folders[index].configured = settings }
    }
  }

  /// Follows which folders are open.
  mutating func take(_ params: DidChangeWorkspaceFoldersParams) {
    let removed = params.removed.map { Folder(uri: $0).uri }
    folders.removeAll { removed.contains($0.uri) }
    for folder in params.added.map(Folder.init) where !folders.contains(where: { $0.uri == folder.uri }) {
      folders.append(folder)
    }
    files = [:]
  }

  /// Notes that files have changed.
  ///
  /// - Returns: whether one of them has settings.
  mutating func filesChanged(_ uris: [String]) -> Bool {
    guard uris.contains(where: { $0.hasSuffix("/\(Settings.fileName)") }) else { return false }
    files = [:]
    return true
  }

  /// What the person at the editor is to be told, and has not been told yet.
  mutating func takeComplaints() -> [String] { complaints.take() }

  /// The settings of a document.
  ///
  /// Reads the file of each folder that the document is in, up to the one that is open, and once only.
  mutating func settings(of uri: String, from disk: FileSystem) -> DocumentSettings {
    let folder = folders.filter { uri.hasPrefix($0.uri + "/") }.max { $0.uri.utf8.count < $1.uri.utf8.count }
    let wanted = initial.overridden(by: folder?.configured ?? configured)
    guard let path = FileURI.path(of: uri).map({ FilePath($0) }) else { return DocumentSettings(wanted) }
    // Of a document in no folder that is open only its neighbours are looked at.
    let root = folder?.path ?? path.parent
    var place = path.parent
    while let current = place {
      if let settings = file(in: current, from: disk) {
        return DocumentSettings(wanted.overridden(by: settings), of: path, in: current)
      }
      place = current == root ? nil : current.parent
    }
    return DocumentSettings(wanted, of: path, in: root ?? FilePath("/"))
  }

  private mutating func file(in folder: FilePath, from disk: FileSystem) -> Settings? {
    if let known = files[folder] { return known }
    var settings: Settings?
    do throws(StorageError) {
      if let file = try SettingsFile(in: String(decoding: folder.bytes, as: UTF8.self), disk) {
        settings = file.reading.settings
        for problem in file.reading.problems {
          complaints.note(problem.message, at: "\(file.path):\(file.line(of: problem))")
        }
      }
    } catch {
      complaints.note("\(error)", at: "the settings")
    }
    files[folder] = .some(settings)
    return settings
  }

  private mutating func read(_ value: JSONValue, from origin: String) -> Settings {
    let reading = SettingsReading(value)
    for problem in reading.problems {
      complaints.note(problem.message, at: problem.path.isEmpty ? origin : "\(origin), \(problem.path)")
    }
    return reading.settings
  }
}

/// What is wrong with settings, each told once.
private struct SettingsComplaints: Sendable {
  private var waiting: [String] = []
  private var told: Set<String> = []

  /// How many are remembered; past that, they may be told again.
  private static let limit = 100

  mutating func note(_ message: String, at place: String) {
    let text = "\(place): \(message)\(message.hasSuffix("?") ? "" : ".")"
    if told.count == Self.limit { told = [] }
    if told.insert(text).inserted { waiting.append(text) }
  }

  mutating func take() -> [String] {
    defer { waiting = [] }
    return waiting
  }
}

extension SettingsFile {
  /// The line that a problem is in, from 1.
  fileprivate func line(of problem: SettingsProblem) -> Int {
    text.prefix(problem.range.lowerBound).count { $0 == UInt8(ascii: "\n") } + 1
  }
}
