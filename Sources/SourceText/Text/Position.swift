/// What a position's `character` counts; LSP's `PositionEncodingKind`.
package enum PositionEncoding: String, CaseIterable, Hashable, Sendable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units: a scalar beyond U+FFFF is two.
  case utf16 = "utf-16"
  /// Scalars.
  case utf32 = "utf-32"
}

/// A place between two characters of a text: LSP's `Position`.
package struct Position: Hashable, Sendable {
  /// The line, counted from 0.
  package var line: Int
  /// How far into the line, counted from 0 in the units of a ``PositionEncoding``.
  package var character: Int

  /// Creates a position.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

extension Position: Comparable {
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

extension Position: CustomStringConvertible {
  /// Line and character as they are, from 0: `12:4`.
  package var description: String { "\(line):\(character)" }
}

/// The text from one position to another: LSP's `Range`. As it may come from a client, its start can lie behind its end.
package struct PositionRange: Hashable, Sendable {
  /// Where it starts.
  package var start: Position
  /// Where it ends: behind its last character.
  package var end: Position

  /// Creates a range.
  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}
