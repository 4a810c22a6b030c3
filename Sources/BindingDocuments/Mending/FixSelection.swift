package import SourceText

/// Fixes of one text that can be made together: each as a whole, and apart from the others.
package struct FixSelection: Sendable {
  /// The edits of the fixes that were taken, in order.
  package private(set) var edits: [TextEdit] = []

  /// How many fixes were taken.
  package private(set) var count = 0

  /// Takes of `fixes` each one that is apart from those before it. One that is the same as another is that one.
  package init(_ fixes: [DocumentFix]) {
    for fix in fixes where !fix.edits.isEmpty { take(fix) }
  }

  private mutating func take(_ fix: DocumentFix) {
    var places: [Int] = []
    for edit in fix.edits {
      let place = edits.firstIndex(notBefore: edit.range.lowerBound)
      guard isApart(edit, at: place) else { return }
      places.append(place)
    }
    for (edit, place) in zip(fix.edits, places).reversed() { edits.insert(edit, at: place) }
    count += 1
  }

  private func isApart(_ edit: TextEdit, at place: Int) -> Bool {
    if place > 0, edits[place - 1].range.upperBound > edit.range.lowerBound { return false }
    guard place < edits.count else { return true }
    let next = edits[place].range
    return edit.range.upperBound <= next.lowerBound && edit.range.lowerBound < next.lowerBound
  }
}

extension [TextEdit] {
  /// The place of the first edit that does not begin before an offset; the edits are in order.
  fileprivate func firstIndex(notBefore offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
