/// Tells where the bytes of a text that was taken out of another one stand in that one.
package struct TextMap: Hashable, Sendable {
  /// Bytes that stand together in both texts.
  private struct Run: Hashable, Sendable {
    var start: Int
    var original: Int
    var length: Int
  }

  private var runs: [Run] = []

  /// A map of nothing.
  package init() {}

  /// The map of a text that stands as it is at a place.
  package init(_ length: Int, at original: Int) {
    append(length, from: original)
  }

  /// The length of the text, in bytes.
  package var length: Int { runs.last.map { $0.start + $0.length } ?? 0 }

  /// The text goes on with `length` bytes that stand at `original` and behind what the map has so far.
  package mutating func append(_ length: Int, from original: Int) {
    guard length > 0 else { return }
    if let last = runs.last, last.original + last.length == original {
      runs[runs.count - 1].length += length
    } else {
      runs.append(Run(start: self.length, original: original, length: length))
    }
  }

  /// Where the byte at `offset` stands. One before the text is moved to its start, one behind it to behind its last byte.
  /// Cost: logarithmic in the number of runs.
  package func original(_ offset: Int) -> Int {
    guard let first = runs.first else { return offset }
    guard offset > 0 else { return first.original }
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    return runs[low].original + min(offset - runs[low].start, runs[low].length)
  }

  /// Where a range of the text stands: from its first byte to behind its last one.
  package func original(_ range: Range<Int>) -> Range<Int> {
    let start = original(range.lowerBound)
    return start..<(range.isEmpty ? start : max(start, original(range.upperBound - 1) + 1))
  }
}
