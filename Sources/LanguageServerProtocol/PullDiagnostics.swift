package import JSON

/// LSP 3.17, "DocumentDiagnosticParams": a document whose diagnostics are wanted.
package struct DocumentDiagnosticParams: Sendable {
  /// The document's URI.
  package var uri: String

  /// The result that the client has; `nil` if it has none.
  package var previousResultId: String?

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let params, let uri = params["textDocument"]?["uri"]?.string else { return nil }
    self.uri = uri
    previousResultId = params["previousResultId"]?.string
  }
}

/// LSP 3.17, "WorkspaceDiagnosticParams": the diagnostics of all documents are wanted.
package struct WorkspaceDiagnosticParams: Sendable {
  /// The results that the client has, by the documents' URIs.
  package var previousResultIds: [String: String]

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let previous = params?["previousResultIds"], previous.kind == .array else { return nil }
    previousResultIds = [:]
    for result in previous.elements {
      guard let uri = result["uri"]?.string, let value = result["value"]?.string else { return nil }
      previousResultIds[uri] = value
    }
  }
}

/// LSP 3.17, "DocumentDiagnosticReport": the diagnostics of a document, or word that they are what they were.
package struct DocumentDiagnosticReport: Sendable {
  /// What names the diagnostics: what they say, so that it is the same whenever they are.
  package let resultId: String

  /// The diagnostics; `nil` if the client has them.
  package let items: [Diagnostic]?

  /// Reports diagnostics to a client that has got `previousResultId`.
  ///
  /// Cost: that of hashing all that they say.
  package init(_ diagnostics: [Diagnostic], previousResultId: String?) {
    var hasher = Hasher()
    hasher.combine(diagnostics)
    resultId = String(UInt(bitPattern: hasher.finalize()), radix: 16)
    items = resultId == previousResultId ? nil : diagnostics
  }

  /// Writes the report.
  package func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0) }
  }

  /// Writes the report as one of a workspace's, LSP 3.17, "WorkspaceDocumentDiagnosticReport".
  ///
  /// - Parameter version: the document's; `nil` if it is not open.
  package func write(to writer: inout JSONWriter, uri: String, version: Int?) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.key("version")
      if let version { writer.write(version) } else { writer.null() }
      writeMembers(to: &writer)
    }
  }

  private func writeMembers(to writer: inout JSONWriter) {
    writer.member("kind", items == nil ? "unchanged" : "full")
    writer.member("resultId", resultId)
    guard let items else { return }
    writer.key("items")
    items.write(to: &writer)
  }
}
