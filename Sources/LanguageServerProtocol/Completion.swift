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

/// What a client makes use of in a completion: LSP 3.17, "CompletionClientCapabilities". What it does not say, it does not.
package struct CompletionCapabilities: Hashable, Sendable {
  /// Texts with places to be filled in.
  package var snippets = false

  /// Edits that tell inserting from replacing.
  package var insertReplace = false

  /// The tag of what is deprecated.
  package var deprecatedTag = false

  /// What stands beside a label.
  package var labelDetails = false

  /// A range for all items of a list, LSP's `itemDefaults.editRange`.
  package var defaultRange = false

  /// A client that makes use of nothing.
  package init() {}

  /// Reads the member `completion` of what it can do with documents.
  init(_ completion: JSONValue?) {
    guard let completion else { return }
    let item = completion["completionItem"]
    snippets = item?["snippetSupport"]?.boolean ?? false
    insertReplace = item?["insertReplaceSupport"]?.boolean ?? false
    deprecatedTag = item?["tagSupport"]?["valueSet"]?.elements.contains { $0.integer == 1 } ?? false
    labelDetails = item?["labelDetailsSupport"]?.boolean ?? false
    defaultRange =
      completion["completionList"]?["itemDefaults"]?.elements.contains { $0.string == "editRange" } ?? false
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

  /// Writes the list, for a client that makes use of so much.
  package func write(to writer: inout JSONWriter, for client: CompletionCapabilities) {
    // Nearly always they all replace the same.
    let shared = client.defaultRange ? items.first?.range : nil
    writer.object { writer in
      writer.member("isIncomplete", isIncomplete)
      if let shared {
        writer.key("itemDefaults")
        writer.object { writer in
          writer.key("editRange")
          if shared.isOne(for: client) {
            shared.replace.write(to: &writer)
          } else {
            writer.object { shared.writeBoth(to: &$0) }
          }
        }
      }
      writer.key("items")
      writer.array { writer in
        for (place, item) in items.enumerated() {
          item.write(at: place, to: &writer, for: client, isRangeGiven: item.range == shared)
        }
      }
    }
  }
}

/// What an item replaces: up to the cursor where it is to be inserted, and to the end of what stands there.
package struct CompletionRange: Hashable, Sendable {
  /// The range up to the cursor.
  package var insert: PositionRange

  /// The whole range.
  package var replace: PositionRange

  /// Creates a range.
  package init(insert: PositionRange, replace: PositionRange) {
    self.insert = insert
    self.replace = replace
  }

  /// Whether there is but one range to tell a client.
  fileprivate func isOne(for client: CompletionCapabilities) -> Bool { !client.insertReplace || insert == replace }

  fileprivate func writeBoth(to writer: inout JSONWriter) {
    writer.key("insert")
    insert.write(to: &writer)
    writer.key("replace")
    replace.write(to: &writer)
  }
}

/// LSP 3.17, "CompletionItem".
package struct CompletionItem: Sendable {
  /// What the list shows.
  package var label: String

  /// LSP's `CompletionItemKind`.
  package var kind: Int

  /// What is put in, if it is not the label.
  package var newText: String?

  /// Whether what is put in is a snippet.
  package var isSnippet = false

  /// What it replaces.
  package var range: CompletionRange

  /// What the text that is typed is compared with, if not with the label.
  package var filterText: String?

  /// What is told of it beside its label.
  package var detail: String?

  /// Whether it is deprecated.
  package var isDeprecated = false

  /// Creates an item.
  package init(label: String, kind: Int, range: CompletionRange) {
    self.label = label
    self.kind = kind
    self.range = range
  }

  /// Writes the item; `place` is its place in the list, which editors keep by `sortText`.
  fileprivate func write(
    at place: Int, to writer: inout JSONWriter, for client: CompletionCapabilities, isRangeGiven: Bool
  ) {
    writer.object { writer in
      writer.member("label", label)
      writer.member("kind", kind)
      writer.key("sortText")
      writer.write(asciiUpTo: 4) { room in
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place / 100 % 10))
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place / 10 % 10))
        room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: place % 10))
      }
      if let filterText { writer.member("filterText", filterText) }
      writeDetail(to: &writer, for: client)
      if isDeprecated, client.deprecatedTag { writer.member("tags") { $0.array { $0.write(1) } } }
      if isSnippet { writer.member("insertTextFormat", 2) }
      if isRangeGiven {
        if let newText { writer.member("textEditText", newText) }
      } else {
        writer.key("textEdit")
        writer.object { writer in
          if range.isOne(for: client) {
            writer.key("range")
            range.replace.write(to: &writer)
          } else {
            range.writeBoth(to: &writer)
          }
          writer.member("newText", newText ?? label)
        }
      }
    }
  }

  private func writeDetail(to writer: inout JSONWriter, for client: CompletionCapabilities) {
    guard let detail else { return }
    guard client.labelDetails else { return writer.member("detail", detail) }
    writer.member("labelDetails") { $0.object { $0.member("description", detail) } }
  }
}
