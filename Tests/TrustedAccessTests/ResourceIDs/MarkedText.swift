/// A text with its marks `‸` taken out, and where they stood.
struct MarkedText {
  let text: String
  /// UTF-8 offsets in ``text``.
  let marks: [Int]

  init(_ marked: String) {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    text = parts.joined()
    marks = parts.dropLast().reduce(into: []) { $0.append(($0.last ?? 0) + $1.utf8.count) }
  }

  /// From the first mark to the last.
  var range: Range<Int> { (marks.first ?? 0)..<(marks.last ?? 0) }
}
