extension ShellReader {
  /// Brings what was found into order, and tells where silencing comments hold.
  mutating func finish() {
    closeScopes(downTo: 0, at: text.count)
    for (place, isRepeated) in flow.isRepeated(siteCount: reading.sites.count).enumerated() where isRepeated {
      reading.sites[place].isRepeated = true
    }
    reading.sites.sort { $0.range.lowerBound < $1.range.lowerBound }
    let inOrder = reading.definitions.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    reading.definitions = inOrder.map(\.element)
    reading.silencings = orders.map { order, isAlone in
      let line = isAlone ? lineOfCode(behind: order.range.upperBound) : line(of: order.range.lowerBound)
      return Silencing(codes: order.codes, range: order.range, scope: withSites(line))
    }
  }

  private func line(of offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return start..<text.span.endOfShellLine(from: offset)
  }

  /// The next line that has more than blanks and comments.
  private func lineOfCode(behind offset: Int) -> Range<Int> {
    var start = Swift.min(text.span.endOfShellLine(from: offset) + 1, text.count)
    while start < text.count {
      let end = text.span.endOfShellLine(from: start)
      let first = text.span.skippingShellBlanks(from: start)
      if first < end, text[first] != UInt8(ascii: "#") { return start..<end }
      start = Swift.min(end + 1, text.count)
    }
    return start..<start
  }

  /// A line with the sites that stand on it, wherever those begin and end.
  private func withSites(_ line: Range<Int>) -> Range<Int> {
    var (low, high) = (0, reading.sites.count)
    while low < high {
      let middle = (low + high) / 2
      if reading.sites[middle].range.lowerBound < line.upperBound { low = middle + 1 } else { high = middle }
    }
    var scope = line
    for site in reading.sites[Swift.max(0, low - 8)..<low] where site.range.upperBound > line.lowerBound {
      scope = Swift.min(scope.lowerBound, site.range.lowerBound)..<Swift.max(scope.upperBound, site.range.upperBound)
    }
    return scope
  }
}
