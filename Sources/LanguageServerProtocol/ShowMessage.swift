package import JSON

/// LSP 3.17, "ShowMessageParams": something to show to the person at the editor.
package struct ShowMessageParams: Sendable {
  /// How grave it is: LSP's `MessageType`.
  package enum MessageType: Int, Sendable {
    case error = 1
    case warning
    case info
    case log
  }

  /// How grave it is.
  package var type: MessageType

  /// What is shown.
  package var message: String

  /// Creates a message.
  package init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", type.rawValue)
      writer.member("message", message)
    }
  }
}
