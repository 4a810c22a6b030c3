import JSON
import LanguageServerProtocol
import Synchronization

extension EditorNotification {
  /// `initialized`: from now on the client may be asked.
  static let initialized = EditorNotification("initialized") { editor, _, client in
    editor.followRoleLists(for: client)
    editor.register(with: client)
    editor.askForSettings(client)
    editor.tellComplaints(to: client)
  }

  /// `workspace/didChangeConfiguration`: a client that can be asked is, since what it sends along is seldom all.
  static let didChangeConfiguration = EditorNotification("workspace/didChangeConfiguration") { editor, params, client in
    if editor.documents.withLock(\.client.answersConfiguration) {
      editor.askForSettings(client)
    } else if let settings = DidChangeConfigurationParams(params).settings {
      editor.changeSettings(client) {
        $0.take([(nil, settings[EditorSettings.section] ?? .null)])
        return true
      }
    }
  }

  /// `workspace/didChangeWorkspaceFolders`.
  static let didChangeWorkspaceFolders = EditorNotification("workspace/didChangeWorkspaceFolders") {
    editor, params, client in
    guard let params = DidChangeWorkspaceFoldersParams(params) else { return }
    editor.changeSettings(client) {
      $0.take(params)
      return true
    }
    editor.askForSettings(client)
  }

  /// `workspace/didChangeWatchedFiles`.
  static let didChangeWatchedFiles = EditorNotification("workspace/didChangeWatchedFiles") { editor, params, client in
    guard let params = DidChangeWatchedFilesParams(params) else { return }
    editor.changeSettings(client) { $0.filesChanged(params.uris) }
  }
}
