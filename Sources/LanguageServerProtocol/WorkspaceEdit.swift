package import JSON
package import SourceText

/// LSP 3.17, "TextEdit".
package struct PositionEdit: Hashable, Sendable {
  /// What is replaced.
  package var range: PositionRange

  /// What stands there instead.
  package var newText: String

  /// Creates an edit.
  package init(range: PositionRange, newText: String) {
    self.range = range
    self.newText = newText
  }
}

extension [PositionEdit] {
  /// Writes LSP's `TextEdit[]`.
  func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for edit in self {
        writer.object { writer in
          writer.key("range")
          edit.range.write(to: &writer)
          writer.member("newText", edit.newText)
        }
      }
    }
  }
}

/// LSP 3.17, "WorkspaceEdit": a change of one document.
package struct WorkspaceEdit: Hashable, Sendable {
  /// The document's URI.
  package var uri: String

  /// The version that the edits are of, for a client that takes `documentChanges`; `nil` for one that takes `changes`.
  package var version: Int?

  /// The edits, all of one and the same text; they lie apart.
  package var edits: [PositionEdit]

  /// Creates a change.
  package init(uri: String, version: Int?, edits: [PositionEdit]) {
    self.uri = uri
    self.version = version
    self.edits = edits
  }

  /// Writes the change.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      guard let version else {
        writer.key("changes")
        return writer.object { writer in
          writer.key(named: uri)
          edits.write(to: &writer)
        }
      }
      writer.key("documentChanges")
      writer.array { writer in
        writer.object { writer in
          writer.member("textDocument") { writer in
            writer.object { writer in
              writer.member("uri", uri)
              writer.member("version", version)
            }
          }
          writer.key("edits")
          edits.write(to: &writer)
        }
      }
    }
  }
}
