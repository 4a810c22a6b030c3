package import JSON

/// LSP 3.17, "PublishDiagnosticsParams": all that is wrong with a document.
package struct PublishDiagnosticsParams: Sendable {
  /// The document's URI.
  package var uri: String

  /// The version that the diagnostics are of; `nil` if it is closed.
  package var version: Int?

  /// What is wrong; it takes the place of what was published before.
  package var diagnostics: [Diagnostic]

  /// Creates parameters.
  package init(uri: String, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      if let version { writer.member("version", version) }
      writer.key("diagnostics")
      diagnostics.write(to: &writer)
    }
  }
}

extension [Diagnostic] {
  /// Writes LSP's `Diagnostic[]`.
  func write(to writer: inout JSONWriter) {
    writer.array { writer in for diagnostic in self { diagnostic.write(to: &writer) } }
  }
}
