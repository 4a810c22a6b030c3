/// A replacement of bytes: what LSP's `TextEdit` is with positions.
package struct TextEdit: Hashable, Sendable {
  /// What is replaced, as offsets in the text before any edit is made.
  package var range: Range<Int>
  /// What stands there instead.
  package var text: [UInt8]

  /// Creates an edit.
  package init(range: Range<Int>, text: [UInt8]) {
    self.range = range
    self.text = text
  }
}

/// Why edits cannot be made together.
package enum TextEditError: Error, Hashable, Sendable {
  /// A range is not in the text, which has so many bytes.
  case outside(TextEdit, byteCount: Int)
  /// The second begins before the first ends.
  case overlapping(TextEdit, TextEdit)
}

extension TextEditError: CustomStringConvertible {
  /// What is wrong and what would be right.
  package var description: String {
    switch self {
    case .outside(let edit, let byteCount):
      "the edit of bytes \(edit.range) lies outside the text; its range must lie in 0..<\(byteCount)"
    case .overlapping(let first, let second):
      "the edits of bytes \(first.range) and \(second.range) overlap; one must end before the other begins, and what "
        + "is inserted where another begins must come before it"
    }
  }
}

extension SourceText {
  /// Makes edits that are all of this text, as LSP makes the `TextEdit[]` of a document. Several may insert at one place:
  /// their texts stand in the order of the edits, and before what another edit puts in the place of the bytes behind.
  ///
  /// - Returns: what was done, from the text's end to its start: so each range is right in the text before all edits
  ///   and in that before its own.
  /// - Throws: which edits overlap or lie outside the text; then none is made. Cost: that of ``replace(_:with:)`` each,
  ///   and sorting them.
  @discardableResult
  package mutating func apply(_ edits: [TextEdit]) throws(TextEditError) -> [AppliedEdit] {
    // The index decides between equal starts: `sort` does not promise to keep an order.
    let order = edits.indices.sorted {
      (edits[$0].range.lowerBound, $0) < (edits[$1].range.lowerBound, $1)
    }
    var previous: TextEdit?
    for index in order {
      let edit = edits[index]
      guard edit.range.lowerBound >= 0, edit.range.upperBound <= byteCount else {
        throw .outside(edit, byteCount: byteCount)
      }
      if let previous, previous.range.upperBound > edit.range.lowerBound { throw .overlapping(previous, edit) }
      previous = edit
    }
    return order.reversed().map { index in
      replace(edits[index].range, with: edits[index].text)
      return AppliedEdit(range: edits[index].range, newLength: edits[index].text.count)
    }
  }
}
