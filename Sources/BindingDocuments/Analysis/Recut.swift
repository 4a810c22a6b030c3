import SourceText

/// Cuts anew what an edit has touched, until a block ends where one has ended before: from there on all is as it was.
struct Recut {
  /// The pieces that come in the place of the old segments.
  var pieces: [SegmentCutter.Piece] { cutter.pieces }

  /// The index of the first old segment that stays.
  private(set) var endIndex: Int

  private var cutter: SegmentCutter
  private let segments: SumTree<Segment>
  private let start: Int
  /// Where the edited text ends, in the offsets of the new text.
  private let editEnd: Int
  private let growth: Int
  private let oldEditEnd: Int
  /// Where the old segment before `endIndex` ended.
  private var oldEnd: Int

  /// How much is looked at first.
  private static let firstWindow = 4096

  init(
    from first: SumTree<Segment>.Place, edit: AppliedEdit, in segments: SumTree<Segment>, _ dialect: any Dialect.Type
  ) {
    // What is edited is looked at: it is read.
    cutter = SegmentCutter(dialect, isLazy: false)
    self.segments = segments
    start = first.before.bytes
    editEnd = edit.range.lowerBound + edit.newLength
    oldEditEnd = edit.range.upperBound
    growth = edit.newLength - edit.range.count
    endIndex = first.index
    oldEnd = start
  }

  /// Cuts `text`, the one behind the edit.
  mutating func run(_ text: SourceText) {
    var place = start
    var size = max(Self.firstWindow, editEnd - start + 1024)
    while true {
      let windowEnd = min(place + size, text.byteCount)
      let window = text.bytes(in: place..<windowEnd)
      let taken = cut(window, startingAt: place, isLast: windowEnd == text.byteCount)
      place += taken.length
      if taken.isDone { return }
      // Nothing was taken: the block is longer than the window.
      if taken.length == 0 { size *= 4 }
    }
  }

  /// Cuts blocks off a window as long as they surely end in it.
  private mutating func cut(_ window: [UInt8], startingAt place: Int, isLast: Bool) -> (length: Int, isDone: Bool) {
    var length = 0
    while length < window.count {
      let block = cutter.dialect.block(in: window.span, from: length)
      if !isLast, block.examined >= window.count { return (length, false) }
      cutter.add(block, in: window.span, from: length)
      length = block.end
      if isBorder(place + length) { return (length, true) }
    }
    guard isLast else { return (length, false) }
    endIndex = segments.count
    return (length, true)
  }

  /// Whether an old segment behind the edit started at that place of the new text; steps over those before it.
  private mutating func isBorder(_ place: Int) -> Bool {
    guard place >= editEnd else { return false }
    while endIndex < segments.count, oldEnd < oldEditEnd || oldEnd + growth < place {
      oldEnd += segments.place(at: endIndex).element.length
      endIndex += 1
    }
    return oldEnd >= oldEditEnd && oldEnd + growth == place
  }
}
