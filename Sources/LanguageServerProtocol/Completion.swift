package import JSON
package import SourceText

/// LSP 3.17, "TextDocumentPositionParams": a place in a document.
package struct TextDocumentPositionParams: Sendable {
  /// The document's URI.
  package var uri: String

  /// The place.
  package var position: Position

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let position = params?["position"].flatMap(Position.init)
    else { return nil }
    self.uri = uri
    self.position = position
  }
}

/// LSP 3.17, "CompletionList".
package struct CompletionList: Sendable {
  /// Whether the list is to be asked for anew when more is typed.
  package var isIncomplete: Bool

  /// The items, best first.
  package var items: [CompletionItem]

  /// Creates a list.
  package init(isIncomplete: Bool, items: [CompletionItem]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }

  /// Writes the list.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("isIncomplete", isIncomplete)
      writer.key("items")
      writer.array { writer in
        for (place, item) in items.enumerated() { item.write(at: place, to: &writer) }
      }
    }
  }
}

/// LSP 3.17, "CompletionItem", with a `TextEdit`.
package struct CompletionItem: Sendable {
  /// What the list shows, and what is put in.
  package var label: String

  /// LSP's `CompletionItemKind`.
  package var kind: Int

  /// What it replaces.
  package var range: PositionRange

  /// Creates an item.
  package init(label: String, kind: Int, range: PositionRange) {
    self.label = label
    self.kind = kind
    self.range = range
  }

  /// Writes the item; `place` is its place in the list, which editors keep by `sortText`.
  func write(at place: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("label", label)
      writer.member("kind", kind)
      writer.key("sortText")
      writer.write(asciiUpTo: 4) { room in
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place / 100 % 10))
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place / 10 % 10))
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place % 10))
      }
      writer.key("textEdit")
      writer.object { writer in
        writer.key("range")
        range.write(to: &writer)
        writer.member("newText", label)
      }
    }
  }
}
