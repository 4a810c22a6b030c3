import SourceText

/// What has become of a text: which of its bytes are left, and what stands between them.
struct PieceTable: Sendable {
  private enum Piece: Sendable {
    /// Bytes of the text as it was.
    case kept(Range<Int>)
    case new([UInt8])

    var count: Int {
      switch self {
      case .kept(let range): range.count
      case .new(let bytes): bytes.count
      }
    }

    /// The first bytes, and the rest.
    func split(at count: Int) -> (Piece, Piece) {
      switch self {
      case .kept(let range):
        let middle = range.lowerBound + count
        return (.kept(range.lowerBound..<middle), .kept(middle..<range.upperBound))
      case .new(let bytes):
        return (.new(Array(bytes[..<count])), .new(Array(bytes[count...])))
      }
    }
  }

  private let byteCount: Int
  private var pieces: [Piece]

  /// A text of so many bytes, as it is.
  init(byteCount: Int) {
    self.byteCount = byteCount
    pieces = [.kept(0..<byteCount)]
  }

  /// Follows edits of the text as it is now, which are apart and in order. Cost: linear in what has been edited so far.
  mutating func apply(_ edits: [TextEdit]) {
    var (rest, offset) = (Array(pieces.reversed()), 0)
    var made: [Piece] = []
    func advance(to end: Int, keeping: Bool) {
      while offset < end, var piece = rest.popLast() {
        if piece.count > end - offset {
          let (first, second) = piece.split(at: end - offset)
          rest.append(second)
          piece = first
        }
        offset += piece.count
        if keeping { made.append(piece) }
      }
    }
    for edit in edits {
      advance(to: edit.range.lowerBound, keeping: true)
      advance(to: edit.range.upperBound, keeping: false)
      if !edit.text.isEmpty { made.append(.new(edit.text)) }
    }
    pieces = made + rest.reversed()
  }

  /// All that was done, as edits of the text as it was; apart and in order.
  var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var (end, new) = (0, [UInt8]())
    for piece in pieces + [.kept(byteCount..<byteCount)] {
      switch piece {
      case .new(let bytes): new += bytes
      case .kept(let range):
        if !new.isEmpty || end < range.lowerBound { edits.append(TextEdit(range: end..<range.lowerBound, text: new)) }
        (end, new) = (range.upperBound, [])
      }
    }
    return edits
  }
}
