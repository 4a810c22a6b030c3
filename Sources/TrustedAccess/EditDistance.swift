/// How many typing slips lie between two texts: letters left out, put in, mistaken, or two neighbours swapped (optimal
/// string alignment). Keeps its working memory from call to call.
package struct EditDistance: Sendable {
  private let text: [UInt8]
  private var beforeLast: [Int]
  private var last: [Int]
  private var row: [Int]

  /// Prepares to compare texts with `text`.
  package init(to text: some Sequence<UInt8>) {
    self.text = Array(text)
    row = Array(0...self.text.count)
    last = row
    beforeLast = row
  }

  /// The distance to `other`, or `nil` if it is more than `limit`. Cost: the product of both lengths, or less.
  package mutating func callAsFunction(_ other: ArraySlice<UInt8>, limit: Int) -> Int? {
    guard abs(other.count - text.count) <= limit else { return nil }
    for column in 0...text.count { row[column] = column }
    var previous: UInt8 = 0
    for (line, byte) in other.enumerated() {
      swap(&beforeLast, &last)
      swap(&last, &row)
      row[0] = line + 1
      var least = row[0]
      for column in 0..<text.count {
        let mistaken = last[column] + (text[column] == byte ? 0 : 1)
        var distance = min(mistaken, last[column + 1] + 1, row[column] + 1)
        if column > 0, line > 0, text[column] == previous, text[column - 1] == byte {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        row[column + 1] = distance
        least = min(least, distance)
      }
      // A swap looks back two lines, so one line above the limit does not yet end it; it adds at least one.
      if least > limit + 1 { return nil }
      previous = byte
    }
    return row[text.count] <= limit ? row[text.count] : nil
  }
}
