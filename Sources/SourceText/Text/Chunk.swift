/// A stretch of a text. It neither begins nor ends within a unit or within CR LF, so that what stands in it is known
/// without its neighbours.
struct Chunk: Summarized, Sendable {
  private(set) var bytes: [UInt8]
  private(set) var summary: TextSummary

  /// How many bytes before and behind a place have a part in the units and line breaks there.
  static let reach = 3

  /// Copies a stretch of text.
  init(copying text: RawSpan) {
    bytes = []
    bytes.append(copying: text)
    summary = TextSummary(of: text)
  }

  /// Whether each byte is a unit of its own, as in ASCII.
  var isOneByteAUnit: Bool { summary.scalars == summary.bytes }

  /// Replaces bytes of a range that leaves the ends of the chunk as they are. Cost: what is replaced, and a move of the
  /// bytes behind it.
  mutating func replace(_ range: Range<Int>, with new: RawSpan) {
    // Only what is within reach of a change is measured, before and after it. What is cut off at the ends of that is
    // measured wrongly, but both times in the same way.
    let start = max(range.lowerBound - Self.reach, 0)
    let end = min(range.upperBound + Self.reach, bytes.count)
    summary -= TextSummary(of: bytes.span.bytes.extracting(start..<end))
    bytes.replaceSubrange(range, with: new)
    summary += TextSummary(of: bytes.span.bytes.extracting(start..<end - range.count + new.byteCount))
  }
}

// MARK: Cutting

extension Chunk {
  /// Cuts a text into chunks of much the same size: one if it is small enough, and one too if it is empty.
  static func chunks(of text: RawSpan, size: ChunkSize) -> [Chunk] {
    let count = text.byteCount <= size.most ? 1 : (text.byteCount + size.usual - 1) / size.usual
    var chunks: [Chunk] = []
    chunks.reserveCapacity(count)
    var start = 0
    for number in 1...count {
      let end = text.cut(before: text.byteCount * number / count)
      chunks.append(Chunk(copying: text.extracting(start..<end)))
      start = end
    }
    return chunks
  }
}

extension RawSpan {
  /// The last place up to an offset that lies neither within a unit nor within CR LF.
  func cut(before offset: Int) -> Int {
    isWithinLineBreak(at: offset) ? offset - 1 : startOfUnit(at: offset)
  }
}
