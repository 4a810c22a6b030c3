package import SourceText

/// What a document says of bindings, kept true while the document is edited.
///
/// A value: a copy costs nothing and does not change with the original. An edit costs what the blocks that it touches do,
/// and a logarithm of the document.
package struct DocumentAnalysis: Sendable {
  /// The language of the document.
  package let dialectName: DialectName

  let dialect: any Dialect.Type
  private(set) var segments: SumTree<Segment>
  private(set) var definitions: DefinitionIndex
  /// The contents whose findings may be others than when ``takeChanges()`` was called last, by their orders.
  private var changed: Set<UInt64> = []
  /// How far behind its end any block has been looked at.
  private var lookAhead = 0
  /// The names that something refers to and that have not been looked for.
  private var wanted: Set<String> = []
  /// The names that have been looked for, or are to be. What the Azure CLI is told is read in any case.
  private var known = Self.alwaysKnown

  private static let alwaysKnown: Set = [AzureCommandLine.account]

  /// The distance between the orders of contents in a document that is read as a whole.
  private static let orderStep: UInt64 = 1 << 32

  /// Reads a document; `nil` if there is no dialect of that name.
  ///
  /// Cost: linear.
  package init?(_ text: [UInt8], as name: DialectName) {
    guard let dialect = Dialects.dialect(name) else { return nil }
    self.init(text, dialect)
  }

  /// Reads a document of a dialect.
  init(_ text: [UInt8], _ dialect: any Dialect.Type) {
    dialectName = dialect.name
    self.dialect = dialect
    segments = SumTree()
    definitions = DefinitionIndex(scope: dialect.definitionScope)
    replace(0..<0, with: SegmentCutter.pieces(of: text.span, as: dialect, isLazy: true))
    readDefinitions { Array(text[$0]) }
  }

  /// Follows an edit that has been made.
  ///
  /// - Parameter text: the text behind the edit.
  package mutating func apply(_ edit: AppliedEdit, to text: SourceText) {
    defer { readDefinitions { text.bytes(in: $0) } }
    guard !segments.isEmpty else {
      // What has been looked for was looked for in another text.
      known = Self.alwaysKnown
      wanted = []
      let bytes = text.bytes(in: 0..<text.byteCount)
      return replace(0..<0, with: SegmentCutter.pieces(of: bytes.span, as: dialect, isLazy: true))
    }
    // One byte more: the last block of a text ends because the text does.
    let reach = edit.range.lowerBound - lookAhead - 1
    guard let first = segments.place(where: { $0.bytes > reach }) else { return }
    var recut = Recut(from: first, edit: edit, in: segments, dialect)
    recut.run(text)
    replace(first.index..<recut.endIndex, with: recut.pieces)
  }
}

// MARK: Definitions that wait

extension DocumentAnalysis {
  /// Reads the blocks that may define what is referred to, and has not been looked for yet.
  ///
  /// Cost: nothing if no block waits or no name is new, else one look at the text for each new name.
  private mutating func readDefinitions(_ bytes: (Range<Int>) -> [UInt8]) {
    while segments.summary.unread > 0, let name = wanted.popFirst() {
      guard let mark = dialect.mark(ofDefinition: name), !mark.isEmpty else {
        readUnread { _ in
          true
        } from: {
          bytes($0)
        }
        return
      }
      let search = TextSearch(for: Array(mark.utf8), in: segments.summary.bytes)
      let found = search.places(bytes)
      guard !found.isEmpty else { continue }
      var next = 0
      readUnread { range in
        while next < found.count, found[next] < range.lowerBound { next += 1 }
        return next < found.count && found[next] < range.upperBound
      } from: {
        bytes($0)
      }
    }
  }

  /// Reads the waiting segments for which `isWanted` holds, in the document's order.
  private mutating func readUnread(
    _ isWanted: (Range<Int>) -> Bool, from bytes: (Range<Int>) -> [UInt8]
  ) {
    var index = 0
    while index < segments.summary.unread, let place = segments.place(where: { $0.unread > index }) {
      let range = place.before.bytes..<place.before.bytes + place.element.length
      guard isWanted(range) else {
        index += 1
        continue
      }
      replace(
        place.index..<place.index + 1,
        with: SegmentCutter.pieces(of: bytes(range).span, as: dialect, isLazy: false))
    }
  }
}

// MARK: Contents

extension DocumentAnalysis {
  /// How many segments have content.
  var contentCount: Int { segments.summary.contents }

  /// A content with where its segment starts.
  func content(at index: Int) -> (content: SegmentContent, start: Int)? {
    guard index < contentCount, let place = segments.place(where: { $0.contents > index }),
      let content = place.element.content
    else { return nil }
    return (content, place.before.bytes)
  }

  /// The content of an order with where its segment starts; `nil` if it is gone.
  func content(ordered order: UInt64) -> (content: SegmentContent, start: Int)? {
    var (low, high) = (0, contentCount)
    while low < high {
      let middle = (low + high) / 2
      guard let found = content(at: middle) else { return nil }
      if found.content.order == order { return found }
      if found.content.order < order { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The orders of the contents that may say something else than at the last call.
  mutating func takeChanges() -> Set<UInt64> {
    defer { changed = [] }
    return changed
  }

  /// Puts pieces in the place of segments.
  private mutating func replace(_ range: Range<Int>, with pieces: [SegmentCutter.Piece]) {
    var names: Set<String> = []
    for index in range {
      guard let content = segments.place(at: index).element.content else { continue }
      names.formUnion(definitions.remove(content))
      changed.insert(content.order)
    }
    let orders = orders(for: pieces, replacing: range)
    let new = zip(pieces, orders).map { piece, order in
      Segment(
        length: piece.length, lookAhead: piece.lookAhead,
        content: piece.reading.map { SegmentContent($0, order: order) }, isUnread: piece.isUnread)
    }
    segments.replaceSubrange(range, with: new)
    for segment in new {
      lookAhead = max(lookAhead, segment.lookAhead)
      guard let content = segment.content else { continue }
      names.formUnion(definitions.insert(content))
      changed.insert(content.order)
      for name in content.references where known.insert(name).inserted { wanted.insert(name) }
    }
    changed.formUnion(definitions.contents(referringTo: names))
  }

  /// An order for each piece, between those of the contents around the range. Where there is no room, all get others.
  private mutating func orders(for pieces: [SegmentCutter.Piece], replacing range: Range<Int>) -> [UInt64] {
    let needed = UInt64(pieces.count)
    var bounds = orderBounds(around: range)
    if bounds.upper - bounds.lower <= needed {
      renumber()
      bounds = orderBounds(around: range)
    }
    let step = max(1, min((bounds.upper - bounds.lower) / (needed + 1), Self.orderStep))
    return (0..<needed).map { bounds.lower + step * ($0 + 1) }
  }

  /// The orders of the nearest contents before and behind a range of segments.
  private func orderBounds(around range: Range<Int>) -> (lower: UInt64, upper: UInt64) {
    let before = range.lowerBound > 0 ? contents(upTo: range.lowerBound) : 0
    let through = range.upperBound > 0 ? contents(upTo: range.upperBound) : 0
    let lower = before > 0 ? content(at: before - 1)?.content.order ?? 0 : 0
    return (lower, content(at: through)?.content.order ?? .max)
  }

  /// How many of the first `count` segments have content.
  private func contents(upTo count: Int) -> Int {
    let last = segments.place(at: count - 1)
    return last.before.contents + last.element.summary.contents
  }

  private mutating func renumber() {
    var all: [Segment] = []
    var order: UInt64 = 0
    definitions = DefinitionIndex(scope: dialect.definitionScope)
    for segment in segments {
      var segment = segment
      if let content = segment.content {
        changed.insert(content.order)
        order += Self.orderStep
        let renumbered = SegmentContent(content.reading, order: order)
        segment.content = renumbered
        _ = definitions.insert(renumbered)
        changed.insert(order)
      }
      all.append(segment)
    }
    segments = SumTree(all)
  }
}
