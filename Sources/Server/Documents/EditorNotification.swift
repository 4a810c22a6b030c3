import JSON
import JSONRPC

/// A notification of LSP that a session follows: one registration. What is not put as LSP has it is passed over.
final class EditorNotification: Sendable {
  /// The notification's method.
  let method: String

  /// Follows it.
  let receive: @Sendable (_ editor: Editor, _ params: JSONValue?, _ client: Client) -> Void

  /// Registers a notification.
  init(
    _ method: String, receive: @escaping @Sendable (_ editor: Editor, _ params: JSONValue?, _ client: Client) -> Void
  ) {
    self.method = method
    self.receive = receive
  }

  /// Every notification, those that come with a keystroke first; a new one is added here and nowhere else.
  static let all: [EditorNotification] = [
    didChange, didOpen, didClose, didSave, initialized, didChangeConfiguration, didChangeWorkspaceFolders,
    didChangeWatchedFiles,
  ]

  /// The notification of that name.
  static func named(_ name: MethodName) -> EditorNotification? {
    all.first { name == $0.method }
  }
}
