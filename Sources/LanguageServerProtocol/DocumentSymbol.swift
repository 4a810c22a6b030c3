package import JSON
package import SourceText

/// LSP 3.17, "DocumentSymbol".
package struct DocumentSymbol: Sendable {
  /// LSP's `SymbolKind`, as far as symbols of these kinds are told.
  package enum Kind: Int, Sendable {
    case function = 12
    case object = 19
    case enumMember = 22
  }

  /// Its name, which may not be empty.
  package var name: String

  /// What else is to be known of it; empty if nothing.
  package var detail: String

  /// Its kind.
  package var kind: Kind

  /// All of it.
  package var range: PositionRange

  /// Where its name stands, within all of it.
  package var selectionRange: PositionRange

  /// What is within it.
  package var children: [DocumentSymbol]

  /// Creates a symbol.
  package init(
    name: String, detail: String, kind: Kind, range: PositionRange, selectionRange: PositionRange,
    children: [DocumentSymbol]
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }

  /// Writes the symbol with what is within it.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      if !detail.isEmpty { writer.member("detail", detail) }
      writer.member("kind", kind.rawValue)
      writer.key("range")
      range.write(to: &writer)
      writer.key("selectionRange")
      selectionRange.write(to: &writer)
      guard !children.isEmpty else { return }
      writer.key("children")
      writer.array { writer in for child in children { child.write(to: &writer) } }
    }
  }

  /// Writes the symbol, and behind it what is within it, as LSP's `SymbolInformation`, for clients that know no other.
  package func writeFlat(to writer: inout JSONWriter, uri: String, container: String? = nil) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("kind", kind.rawValue)
      writer.key("location")
      Location(uri: uri, range: range).write(to: &writer)
      if let container { writer.member("containerName", container) }
    }
    for child in children { child.writeFlat(to: &writer, uri: uri, container: name) }
  }
}
