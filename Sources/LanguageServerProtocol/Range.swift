package import JSON
package import SourceText

extension PositionRange {
  /// Reads LSP's `Range`; `nil` if the value is none.
  package init?(_ value: JSONValue) {
    guard let start = value["start"].flatMap(Position.init), let end = value["end"].flatMap(Position.init) else {
      return nil
    }
    self.init(start: start, end: end)
  }

  /// Writes LSP's `Range`.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("start")
      start.write(to: &writer)
      writer.key("end")
      end.write(to: &writer)
    }
  }
}

extension Position {
  /// Reads LSP's `Position`; `nil` if the value is none.
  package init?(_ value: JSONValue) {
    guard let line = value["line"]?.integer, let character = value["character"]?.integer else { return nil }
    self.init(line: line, character: character)
  }

  /// Writes LSP's `Position`.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.member("character", character)
    }
  }
}

extension PositionEncoding {
  /// What a client offers in `general.positionEncodings`, LSP 3.17, "PositionEncodingKind": UTF-8 where it may be, for
  /// that is what texts are held in, else UTF-16, which every client knows.
  package init(offeredBy capabilities: JSONValue?) {
    let offered = capabilities?["general"]?["positionEncodings"]?.elements.compactMap(\.string) ?? []
    self = offered.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
  }
}
