import DurableStorage
import JSON
import LanguageServerProtocol
import Workspace

/// What the client's user and files of settings want of the checks. Who is closer to a document counts: the options of
/// `initialize`, then the client's settings, then the nearest file, as for who checks a repository from the command line.
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

  /// A folder of the disk.
  private struct Place: Sendable {
    /// What its file says; `nil` if it has none.
    var settings: Settings?
    /// Whether it is a repository's own: what is above it does not count.
    var isRepository: Bool
  }

  private var initial = Settings()
  private var configured = Settings()
  private var folders: [Folder] = []
  private var places: [FilePath: Place] = [:]
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
    places = [:]
  }

  /// Notes that files have changed.
  ///
  /// - Returns: whether one of them has settings.
  mutating func filesChanged(_ uris: [String]) -> Bool {
    guard uris.contains(where: { $0.hasSuffix("/\(Settings.fileName)") }) else { return false }
    places = [:]
    return true
  }

  /// What the person at the editor is to be told, and has not been told yet.
  mutating func takeComplaints() -> [String] { complaints.take() }

  /// The settings of a document.
  ///
  /// Looks at each folder that the document is in, up to its repository's, and once only.
  mutating func settings(of uri: String, from disk: FileSystem) -> DocumentSettings {
    let folder = folders.filter { uri.hasPrefix($0.uri + "/") }.max { $0.uri.utf8.count < $1.uri.utf8.count }
    let wanted = initial.overridden(by: folder?.configured ?? configured)
    guard let path = FileURI.path(of: uri).map({ FilePath($0) }) else { return DocumentSettings(wanted) }
    var next = path.parent
    while let current = next {
      let place = place(at: current, on: disk)
      if let settings = place.settings {
        return DocumentSettings(wanted.overridden(by: settings), of: path, in: current)
      }
      next = place.isRepository ? nil : current.parent
    }
    return DocumentSettings(wanted, of: path, in: folder?.path ?? path.parent ?? path)
  }

  private mutating func place(at folder: FilePath, on disk: FileSystem) -> Place {
    if let known = places[folder] { return known }
    let path = String(decoding: folder.bytes, as: UTF8.self)
    let isRepository = (try? disk.statusOfPath(path + "/.git")) != nil
    let place = Place(settings: file(in: path, on: disk), isRepository: isRepository)
    places[folder] = place
    return place
  }

  private mutating func file(in folder: String, on disk: FileSystem) -> Settings? {
    do throws(StorageError) {
      guard let file = try SettingsFile(in: folder, disk) else { return nil }
      for problem in file.reading.problems {
        complaints.note(problem.sentence, at: "\(file.path):\(file.line(of: problem))")
      }
      return file.reading.settings
    } catch {
      complaints.note(error.message, at: "settings")
      return nil
    }
  }

  private mutating func read(_ value: JSONValue, from origin: String) -> Settings {
    let reading = SettingsReading(value)
    for problem in reading.problems {
      complaints.note(problem.sentence, at: problem.path.isEmpty ? origin : "\(origin), \(problem.path)")
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
    let text = "\(place): \(message)"
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
