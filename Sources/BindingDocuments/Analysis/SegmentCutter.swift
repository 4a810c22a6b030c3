import SourceText

/// Cuts a text into segments.
struct SegmentCutter {
  /// A segment before it has its place among the others.
  struct Piece {
    var length: Int
    var lookAhead: Int
    var reading: BlockReading?
  }

  /// Blocks in which nothing can be are joined up to this length: few segments for much text, and little to cut anew.
  static let quietLength = 1024

  let dialect: any Dialect.Type
  private(set) var pieces: [Piece] = []

  init(_ dialect: any Dialect.Type) {
    self.dialect = dialect
  }

  /// Adds a block of `text`, which starts at `start`, and reads it if that is worth it.
  mutating func add(_ block: Block, in text: Span<UInt8>, from start: Int) {
    let lookAhead = block.examined - block.end
    if block.isOfInterest {
      let reading = EmbeddedReading.read(text.extracting(start..<block.end), as: dialect)
      if !reading.isEmpty {
        pieces.append(Piece(length: block.end - start, lookAhead: lookAhead, reading: reading))
        return
      }
    }
    if let last = pieces.last, last.reading == nil, last.length < Self.quietLength {
      pieces[pieces.count - 1].length += block.end - start
      pieces[pieces.count - 1].lookAhead = lookAhead
    } else {
      pieces.append(Piece(length: block.end - start, lookAhead: lookAhead, reading: nil))
    }
  }

  /// Cuts a whole text.
  static func pieces(of text: Span<UInt8>, as dialect: any Dialect.Type) -> [Piece] {
    var cutter = SegmentCutter(dialect)
    var start = 0
    while start < text.count {
      let block = dialect.block(in: text, from: start)
      cutter.add(block, in: text, from: start)
      start = block.end
    }
    return cutter.pieces
  }
}
