/// The search that reads on from name to name: by segment and fuzzy.
///
/// Names follow each other sorted, so most begin as the one before does. Whatever was found in the common beginning is
/// kept, and reading goes on where the names part.
struct NameScan {
  private let text: [UInt8]
  private let textLetters: UInt64
  private let isFuzzy: Bool
  /// By source type, whether its roles are wanted; `nil` if all are.
  private let wanted: [Bool]?

  /// How many letters of the text the last name read holds in order, and where in it each of them is.
  private var matched = 0
  private var places: [Int]
  /// How many letters are skipped in that match once it is whole.
  private var skipped = 0
  /// Where in the last name read the text first stands at the start of a segment; -1 if nowhere.
  private var segment = -1

  /// Prepares a search for `text`, lower-cased and not empty.
  init(_ text: [UInt8], isFuzzy: Bool, wanted: [Bool]?) {
    self.text = text
    self.isFuzzy = isFuzzy
    self.wanted = wanted
    textLetters = text.reduce(0) { $0 | NameIndex.letter($1) }
    places = Array(repeating: 0, count: text.count)
  }

  /// Adds what matches among the names of `ranks` to `hits`.
  mutating func run(_ index: NameIndex, ranks: Range<Int>, into hits: inout RankedHits) {
    let letters = index.letters.span
    let shared = index.shared.span
    let starts = index.starts.span
    let bytes = index.bytes.span
    let searched = text
    let text = searched.span

    // How many bytes the name at hand begins with that the last name read has too.
    var common = 0
    matched = 0
    segment = -1
    for rank in ranks {
      common = min(common, Int(shared[rank]))
      if letters[rank] & textLetters != textLetters { continue }
      if let wanted, !wanted[Int(index.typePlaces[rank])] { continue }
      let start = starts[rank]
      let length = starts[rank + 1] - start
      let name = bytes.extracting(start..<start + length)

      if matched < text.count || places[text.count - 1] >= common {
        match(text, in: name, from: common)
      }
      if matched < text.count {
        segment = -1
      } else {
        if segment < 0 || segment + text.count > common {
          findSegment(text, in: name, from: max(0, common - text.count + 1))
        }
        let own = index.ownNameStart(rank)
        if stands(text, in: name, at: own) {
          hits.add(RankedHits.key(.segment, quality: length - own == text.count ? 0 : 1, rank: rank))
        } else if segment >= 0 {
          hits.add(RankedHits.key(.segment, quality: 2, rank: rank))
        } else if isFuzzy {
          hits.add(RankedHits.key(.fuzzy, quality: skipped, rank: rank))
        }
      }
      common = Int.max
    }
  }

  /// Finds the letters of the text in order, of which those before `start` are known.
  private mutating func match(_ text: Span<UInt8>, in name: Span<UInt8>, from start: Int) {
    while matched > 0, places[matched - 1] >= start { matched -= 1 }
    var position = start
    var count = matched
    while position < name.count, count < text.count {
      if name[position] == text[count] {
        places[count] = position
        count += 1
      }
      position += 1
    }
    matched = count
    guard count == text.count else { return }
    // The match ends here whatever its beginning: take the latest beginning.
    var first = position
    while count > 0, first > 0 {
      first -= 1
      if name[first] == text[count - 1] { count -= 1 }
    }
    skipped = position - first - text.count
  }

  /// Finds the first place from `start` on at which a segment starts with the text.
  private mutating func findSegment(_ text: Span<UInt8>, in name: Span<UInt8>, from start: Int) {
    segment = -1
    guard name.count >= text.count else { return }
    for position in start...max(start, name.count - text.count) {
      guard position == 0 || name[position - 1].endsSegment else { continue }
      if stands(text, in: name, at: position) {
        segment = position
        return
      }
    }
  }

  private func stands(_ text: Span<UInt8>, in name: Span<UInt8>, at position: Int) -> Bool {
    guard position + text.count <= name.count else { return false }
    for offset in 0..<text.count where name[position + offset] != text[offset] { return false }
    return true
  }
}
