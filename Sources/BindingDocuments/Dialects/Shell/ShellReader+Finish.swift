extension ShellReader {
  /// Brings what was found into order, and tells where silencing comments hold.
  mutating func finish() {
    closeScopes(downTo: 0, at: text.count)
    for (place, isRepeated) in flow.isRepeated(siteCount: reading.sites.count).enumerated() where isRepeated {
      reading.sites[place].isRepeated = true
    }
    if !reading.sites.isEmpty {
      // A function has parameters of its own.
      for place in functions { reading.definitions.append(Definition("@", nil, at: place..<place)) }
    }
    reading.sites.sort { $0.range.lowerBound < $1.range.lowerBound }
    let inOrder = reading.definitions.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    reading.definitions = inOrder.map(\.element)
    // From the last one on, so that lines between comments are looked at once.
    var next: (comment: Range<Int>, code: Range<Int>)?
    for (order, isAlone) in orders.reversed() {
      var line = line(of: order.range.lowerBound)
      if isAlone {
        let code = lineOfCode(behind: line, next)
        next = (line, code)
        line = code
      }
      reading.silencings.append(Silencing(codes: order.codes, range: order.range, scope: withSites(line)))
    }
    reading.silencings.reverse()
  }

  private func line(of offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return start..<text.span.endOfLine(from: offset)
  }

  /// The next line that has more than blanks and comments; the one behind the next comment, if that comes before.
  private func lineOfCode(behind line: Range<Int>, _ next: (comment: Range<Int>, code: Range<Int>)?) -> Range<Int> {
    var start = Swift.min(line.upperBound + 1, text.count)
    while start < text.count {
      if let next, next.comment.lowerBound == start { return next.code }
      let end = text.span.endOfLine(from: start)
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
