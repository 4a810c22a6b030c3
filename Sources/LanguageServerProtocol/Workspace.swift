package import JSON

/// LSP 3.17, "DidChangeWorkspaceFoldersParams": the folders that the client has open are others.
package struct DidChangeWorkspaceFoldersParams: Sendable {
  /// The URIs of those that were opened.
  package var added: [String]

  /// The URIs of those that were closed.
  package var removed: [String]

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let event = params?["event"], event.kind == .object else { return nil }
    added = event["added"]?.elements.compactMap { $0["uri"]?.string } ?? []
    removed = event["removed"]?.elements.compactMap { $0["uri"]?.string } ?? []
  }
}

/// LSP 3.17, "DidChangeWatchedFilesParams": files that were made, changed or deleted.
package struct DidChangeWatchedFilesParams: Sendable {
  /// Their URIs.
  package var uris: [String]

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let changes = params?["changes"], changes.kind == .array else { return nil }
    uris = changes.elements.compactMap { $0["uri"]?.string }
  }
}

/// LSP 3.17, "DidChangeConfigurationParams": settings are others, or so clients say.
package struct DidChangeConfigurationParams: Sendable {
  /// Those that the client has sent along; `nil` if it wants to be asked.
  package var settings: JSONValue?

  /// Reads the parameters.
  package init(_ params: JSONValue?) {
    settings = params?["settings"].flatMap { $0.isNull ? nil : $0 }
  }
}

/// LSP 3.17, "ConfigurationParams": asks for a section of the client's settings.
package struct ConfigurationParams: Sendable {
  /// The section.
  package var section: String

  /// What they are asked for: URIs, or `nil` for nothing in particular. The client answers with an array of as many values.
  package var scopes: [String?]

  /// Creates parameters.
  package init(section: String, scopes: [String?]) {
    self.section = section
    self.scopes = scopes
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("items")
      writer.array { writer in
        for scope in scopes {
          writer.object { writer in
            if let scope { writer.member("scopeUri", scope) }
            writer.member("section", section)
          }
        }
      }
    }
  }
}
