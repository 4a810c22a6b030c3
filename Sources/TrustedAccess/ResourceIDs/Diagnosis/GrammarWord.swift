/// The words of a resource ID's grammar, and what is likely meant as one of them.
enum GrammarWord {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  /// The word of `kinds` that `segment` is a misspelling of: `resource-group`, `Subscription`, `provders`. `nil` for the
  /// word itself in any case, and for what is like none.
  static func nearest(to segment: Substring, of kinds: [Kind]) -> Kind? {
    guard segment.utf8.count <= 24 else { return nil }
    let letters = segment.utf8.map(\.asciiLowercased).filter { $0 &- 0x61 < 26 }
    for kind in kinds {
      guard let word = kind.keyword, !word.isEqualIgnoringCase(to: segment) else { continue }
      // A short word is near too many others.
      let limit = word.utf8.count < 10 ? 1 : 2
      if distance(letters, word.utf8.map(\.asciiLowercased)) <= limit { return kind }
    }
    return nil
  }

  /// How many letters have to be put in, taken out, changed or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
