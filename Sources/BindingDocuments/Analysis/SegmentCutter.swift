import SourceText

/// Cuts a text into segments.
struct SegmentCutter {
  /// A segment before it has its place among the others.
  struct Piece {
    var length: Int
    var lookAhead: Int
    var reading: BlockReading?
    var isUnread = false
  }

  /// Blocks in which nothing can be are joined up to this length: few segments for much text, and little to cut anew.
  static let quietLength = 1024

  let dialect: any Dialect.Type

  /// Whether blocks with nothing but definitions wait until something refers to them.
  let isLazy: Bool

  private(set) var pieces: [Piece] = []

  init(_ dialect: any Dialect.Type, isLazy: Bool) {
    self.dialect = dialect
    self.isLazy = isLazy
  }

  /// Adds a block of `text`, which starts at `start`, and reads it if that is worth it.
  mutating func add(_ block: Block, in text: Span<UInt8>, from start: Int) {
    let lookAhead = block.examined - block.end
    if isLazy, block.interest == .definitions {
      join(block.end - start, lookAhead, isUnread: true)
      return
    }
    if block.isOfInterest {
      let reading = EmbeddedReading.read(text.extracting(start..<block.end), as: dialect)
      if !reading.isEmpty {
        pieces.append(Piece(length: block.end - start, lookAhead: lookAhead, reading: reading))
        return
      }
    }
    join(block.end - start, lookAhead, isUnread: false)
  }

  /// Adds a block that is not read, to the one before it if that is of its kind.
  private mutating func join(_ length: Int, _ lookAhead: Int, isUnread: Bool) {
    if let last = pieces.last, last.reading == nil, last.isUnread == isUnread, last.length < Self.quietLength {
      pieces[pieces.count - 1].length += length
      pieces[pieces.count - 1].lookAhead = max(last.lookAhead - length, lookAhead)
    } else {
      pieces.append(Piece(length: length, lookAhead: lookAhead, reading: nil, isUnread: isUnread))
    }
  }

  /// Cuts a whole text.
  static func pieces(of text: Span<UInt8>, as dialect: any Dialect.Type, isLazy: Bool) -> [Piece] {
    var cutter = SegmentCutter(dialect, isLazy: isLazy)
    var start = 0
    while start < text.count {
      let block = dialect.block(in: text, from: start)
      cutter.add(block, in: text, from: start)
      start = block.end
    }
    return cutter.pieces
  }
}
