package import JSON
package import SourceText

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
      writer.array { writer in for diagnostic in diagnostics { diagnostic.write(to: &writer) } }
    }
  }
}

/// LSP 3.17, "Diagnostic".
package struct Diagnostic: Sendable {
  /// Where.
  package var range: PositionRange

  /// 1 for an error, 2 for a warning, 3 for information, 4 for a hint.
  package var severity: Int

  /// The rule's code.
  package var code: String

  /// Who says it.
  package var source: String

  /// What is wrong.
  package var message: String

  /// Creates a diagnostic.
  package init(range: PositionRange, severity: Int, code: String, source: String, message: String) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
  }

  /// Writes the diagnostic.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      writer.member("severity", severity)
      writer.member("code", code)
      writer.member("source", source)
      writer.member("message", message)
    }
  }
}
