package import JSON
package import SourceText

/// LSP 3.17, "CodeActionParams": a stretch of a document for which actions are wanted.
package struct CodeActionParams: Sendable {
  /// The document's URI.
  package var uri: String

  /// The stretch.
  package var range: PositionRange

  /// The kinds that are wanted; `nil` for all.
  package var only: [String]?

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let range = params?["range"].flatMap(PositionRange.init)
    else { return nil }
    self.uri = uri
    self.range = range
    only = params?["context"]?["only"].flatMap { $0.isNull ? nil : $0.elements.compactMap(\.string) }
  }

  /// Whether actions of a kind are wanted: LSP 3.17, "CodeActionKind", a kind takes in those below it. Actions on the whole
  /// source are wanted only by who names them.
  package func wants(_ kind: CodeActionKind) -> Bool {
    guard let only else { return kind != .fixAll }
    return only.contains { kind.rawValue == $0 || kind.rawValue.hasPrefix($0 + ".") || $0.isEmpty }
  }
}

/// LSP 3.17, "CodeAction": a change of one document, with what it mends.
package struct CodeAction: Sendable {
  /// What it does.
  package var title: String

  /// Its kind.
  package var kind: CodeActionKind

  /// What it mends.
  package var diagnostics: [Diagnostic]

  /// Whether it is the one to take.
  package var isPreferred: Bool

  /// The change.
  package var edit: WorkspaceEdit

  /// Creates an action.
  package init(title: String, kind: CodeActionKind, diagnostics: [Diagnostic], isPreferred: Bool, edit: WorkspaceEdit) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.edit = edit
  }

  /// Writes the action.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", title)
      writer.member("kind", kind.rawValue)
      if !diagnostics.isEmpty {
        writer.key("diagnostics")
        diagnostics.write(to: &writer)
      }
      if isPreferred { writer.member("isPreferred", true) }
      writer.key("edit")
      edit.write(to: &writer)
    }
  }
}
