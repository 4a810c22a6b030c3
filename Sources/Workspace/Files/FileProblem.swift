/// Something that keeps a file or folder from being looked at, or should be known of it. The rest goes on.
package struct FileProblem: Hashable, Sendable {
  /// The file or folder, as a walk came to it.
  package var path: FilePath

  /// Where in it, from 1; `nil` for the whole.
  package var place: TextPlace?

  /// What is wrong and what would be right, without a full stop.
  package var message: String

  /// Whether the file or folder was not looked at.
  package var isFatal: Bool

  /// Creates a problem.
  package init(_ path: FilePath, at place: TextPlace? = nil, _ message: String, isFatal: Bool) {
    self.path = path
    self.place = place
    self.message = message
    self.isFatal = isFatal
  }
}

/// A place in a text as people count: from 1, in characters (Unicode scalars).
package struct TextPlace: Hashable, Sendable {
  /// The line.
  package var line: Int

  /// The character in it.
  package var column: Int

  /// Creates a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPlace: Comparable {
  /// By line, then by column.
  package static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
