/// Columns under their titles, as the Azure CLI lays them out.
struct Table {
  private let titles: [String]
  private let rows: [[String]]

  /// A table; each row has a cell for each title.
  init(titles: [String], rows: [[String]]) {
    self.titles = titles
    self.rows = rows
  }

  /// The table's lines.
  ///
  /// - Parameter width: how many characters a line has room for: what is longer is cut, the widest columns first; `nil`
  ///   for any number.
  func text(width: Int?) -> String {
    let widths = widths(within: width ?? .max)
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([titles, rule] + rows).map { line($0, widths) }.joined(separator: "\n")
  }

  private static let gap = 2
  private static let leastWidth = 8

  private func widths(within room: Int) -> [Int] {
    var widths = titles.indices.map { column in
      rows.reduce(titles[column].count) { max($0, $1[column].count) }
    }
    let gaps = Self.gap * (widths.count - 1)
    while widths.reduce(gaps, +) > room, let widest = widths.max(), widest > Self.leastWidth,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      let shown = cell.count > width ? cell.prefix(width - 1) + "…" : cell
      line += shown + String(repeating: " ", count: width - shown.count + Self.gap)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
