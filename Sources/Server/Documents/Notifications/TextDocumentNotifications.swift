import JSON
import LanguageServerProtocol
import Synchronization

extension EditorNotification {
  /// `textDocument/didOpen`.
  static let didOpen = EditorNotification("textDocument/didOpen") { editor, params, client in
    guard let params = DidOpenTextDocumentParams(params) else { return }
    let disk = editor.context.fileSystem
    editor.documents.withLock { $0.didOpen(params, settingsFrom: disk) }
    editor.tellComplaints(to: client)
  }

  /// `textDocument/didChange`.
  static let didChange = EditorNotification("textDocument/didChange") { editor, params, _ in
    guard let params = DidChangeTextDocumentParams(params) else { return }
    editor.documents.withLock { try? $0.didChange(params) }
  }

  /// `textDocument/didClose`.
  static let didClose = EditorNotification("textDocument/didClose") { editor, params, _ in
    guard let params = DidCloseTextDocumentParams(params) else { return }
    editor.documents.withLock { $0.didClose(params) }
  }

  /// `textDocument/didSave`: a document is what its edits have made of it, but settings are what is on the disk.
  static let didSave = EditorNotification("textDocument/didSave") { editor, params, client in
    guard let uri = params?["textDocument"]?["uri"]?.string else { return }
    editor.changeSettings(client) { $0.filesChanged([uri]) }
  }
}
