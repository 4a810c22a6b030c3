package import JSON
package import SourceText

/// LSP 3.17, "DidOpenTextDocumentParams": what a client says of a document that it has opened.
package struct DidOpenTextDocumentParams {
  /// The document's URI.
  package var uri: String

  /// Its language.
  package var languageId: String

  /// The number of its version.
  package var version: Int

  /// Its text.
  package var text: [UInt8]

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let document = params?["textDocument"], let uri = document["uri"]?.string,
      let text = document["text"]?.utf8
    else { return nil }
    self.uri = uri
    self.text = text
    languageId = document["languageId"]?.string ?? ""
    version = document["version"]?.integer ?? 0
  }
}

/// LSP 3.17, "DidChangeTextDocumentParams": the edits of a document.
package struct DidChangeTextDocumentParams {
  /// The document's URI.
  package var uri: String

  /// The number of the version after the edits.
  package var version: Int

  /// The edits, each of the text that the one before has left.
  package var contentChanges: [TextChange]

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let params, let uri = params["textDocument"]?["uri"]?.string, let changes = params["contentChanges"] else {
      return nil
    }
    self.uri = uri
    version = params["textDocument"]?["version"]?.integer ?? 0
    contentChanges = []
    for change in changes.elements {
      guard let text = change["text"]?.utf8 else { return nil }
      let range = change["range"].flatMap { $0.isNull ? nil : $0 }
      guard let range else {
        contentChanges.append(TextChange(range: nil, text: text))
        continue
      }
      guard let positions = PositionRange(range) else { return nil }
      contentChanges.append(TextChange(range: positions, text: text))
    }
  }
}

/// LSP 3.17, "DidCloseTextDocumentParams": a document that the client has closed.
package struct DidCloseTextDocumentParams {
  /// The document's URI.
  package var uri: String

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let uri = params?["textDocument"]?["uri"]?.string else { return nil }
    self.uri = uri
  }
}
