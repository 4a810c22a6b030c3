// `# trusted-access: ignore CODE, CODE`. Behind something it silences the site that holds its line, or the line; on a
// line of its own the site or the script that begins in the next line that says something, or that line.

extension YAML.Reader {
  /// Finds the comments that speak to this program.
  mutating func silencings() {
    for comment in tree.comments {
      guard let order = SilencingOrder(in: tree.bytes.span, comment) else { continue }
      let start = lineStart(of: comment.lowerBound)
      let isAlone = tree.bytes[start..<comment.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      let line = isAlone ? lineBehind(comment.upperBound) : start..<comment.upperBound
      reading.silencings.append(
        Silencing(codes: order.codes, range: order.range, scope: scope(of: line, isAlone: isAlone)))
    }
  }

  /// All of what a line begins, or belongs to.
  private func scope(of line: Range<Int>, isAlone: Bool) -> Range<Int> {
    let behind = firstIndex(in: reading.sites.count) { reading.sites[$0].range.lowerBound >= line.upperBound }
    let site = behind > 0 ? reading.sites[behind - 1] : nil
    if let range = site?.range,
      isAlone ? range.lowerBound >= line.lowerBound : range.upperBound > line.lowerBound
    {
      return Swift.min(range.lowerBound, line.lowerBound)..<Swift.max(range.upperBound, line.upperBound)
    }
    let next = firstIndex(in: reading.embedded.count) {
      reading.embedded[$0].map.original(0) >= line.lowerBound
    }
    let script = next < reading.embedded.count ? reading.embedded[next] : nil
    guard isAlone, let script, begins(script, in: line) else { return line }
    return line.lowerBound..<Swift.max(line.upperBound, script.map.original(0..<script.map.length).upperBound)
  }

  /// The first index below a count from which on a condition holds; the count if there is none.
  private func firstIndex(in count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a script begins in a line, or in the next one as a block scalar does whose header is in the line.
  private func begins(_ script: EmbeddedText, in line: Range<Int>) -> Bool {
    let start = script.map.original(0)
    return start <= line.upperBound || lineStart(of: start) == lineBehind(line.upperBound).lowerBound
  }

  private func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, tree.bytes[start - 1] != 0x0A, tree.bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  /// The next line that is neither empty nor a comment.
  private func lineBehind(_ end: Int) -> Range<Int> {
    var start = end
    while start < tree.bytes.count {
      while start < tree.bytes.count, tree.bytes[start] <= 0x20 { start += 1 }
      var end = start
      while end < tree.bytes.count, tree.bytes[end] != 0x0A, tree.bytes[end] != 0x0D { end += 1 }
      if start < tree.bytes.count, tree.bytes[start] != UInt8(ascii: "#") { return lineStart(of: start)..<end }
      start = end
    }
    return end..<end
  }
}
