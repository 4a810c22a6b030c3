package import JSON
package import SourceText

/// LSP 3.17, "InlayHintParams": a stretch of a document for which hints are wanted.
package struct InlayHintParams: Sendable {
  /// The document's URI.
  package var uri: String

  /// The stretch.
  package var range: PositionRange

  /// Reads the parameters; `nil` if they are not those.
  package init?(_ params: JSONValue?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let range = params?["range"].flatMap(PositionRange.init)
    else { return nil }
    self.uri = uri
    self.range = range
  }
}

/// LSP 3.17, "InlayHint": something shown within the text that does not stand there.
package struct InlayHint: Sendable {
  /// Where.
  package var position: Position

  /// What is shown.
  package var label: String

  /// What is shown to who points at it.
  package var tooltip: String

  /// Creates a hint.
  package init(position: Position, label: String, tooltip: String) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
  }

  /// Writes the hint, with a blank before it.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("position")
      position.write(to: &writer)
      writer.member("label", label)
      writer.member("tooltip", tooltip)
      writer.member("paddingLeft", true)
    }
  }
}
