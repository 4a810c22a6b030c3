/// A value as the domain reads it: one text, in which what is not known stands as a placeholder; and where each part of it
/// stands in the document.
struct ResolvedText: Sendable {
  /// A stretch of the text.
  private struct Piece: Sendable {
    /// Where it is in the text.
    var range: Range<Int>
    /// Where it stands in the document.
    var place: Range<Int>
    /// Whether each byte of the text is one of the document's.
    var isVerbatim: Bool
  }

  /// The text. A part that is unknown is `${…}`, which every rule takes for a ``Placeholder``.
  let text: String

  /// The value that it was read from.
  let expression: Expression

  private let pieces: [Piece]

  /// Puts a value's parts together.
  init(_ expression: Expression) {
    var text = ""
    var pieces: [Piece] = []
    for part in expression.parts {
      let start = text.utf8.count
      text += part.kind == .text ? part.text : "${\(part.text.utf8.allSatisfy { $0 &- 0x21 < 0x5E } ? part.text : "…")}"
      pieces.append(Piece(range: start..<text.utf8.count, place: part.range, isVerbatim: part.isVerbatim))
    }
    self.text = text
    self.expression = expression
    self.pieces = pieces
  }

  /// Whether a stretch of the text, or all of it, stands in the document as it is, so that it can be replaced there.
  func isWritten(_ range: Range<Int>? = nil) -> Bool {
    guard let range else {
      guard !expression.range.isEmpty, expression.quoting != .piece || expression.parts.joinedRange == expression.range
      else { return false }
      return expression.parts.allSatisfy { part in
        part.kind == .text && !part.isFollowed && (!part.range.isEmpty || part.text.isEmpty)
      }
    }
    return pieces.allSatisfy { piece in
      !piece.range.overlaps(range) || piece.isVerbatim
    }
  }

  /// Where a stretch of the text stands; `nil` if it stands nowhere. Of what spans several parts, from the first that
  /// stands somewhere to the last.
  func place(of range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    for piece in pieces where !piece.place.isEmpty {
      let touches =
        range.isEmpty
        ? piece.range.contains(range.lowerBound) || piece.range.upperBound == range.lowerBound
        : piece.range.overlaps(range)
      guard touches else { continue }
      var place = piece.place
      if piece.isVerbatim {
        let start = max(range.lowerBound, piece.range.lowerBound) - piece.range.lowerBound
        let end = min(range.upperBound, piece.range.upperBound) - piece.range.lowerBound
        place = piece.place.lowerBound + start..<piece.place.lowerBound + max(start, end)
      }
      found = found.map { min($0.lowerBound, place.lowerBound)..<max($0.upperBound, place.upperBound) } ?? place
    }
    return found
  }
}
