package import JSON
package import SourceText

/// LSP 3.17, "Location": a place in a document.
package struct Location: Hashable, Sendable {
  /// The document's URI.
  package var uri: String

  /// Where.
  package var range: PositionRange

  /// Creates a place.
  package init(uri: String, range: PositionRange) {
    self.uri = uri
    self.range = range
  }

  /// Writes the place.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.key("range")
      range.write(to: &writer)
    }
  }
}
