/// Finds where the comments of a text silence: a comment behind code in its line, or in all of the site that goes on in
/// that line; one by itself in the site or the line after it.
struct SilencingScopes {
  private let bytes: [UInt8]
  private let sites: [BindingSite]

  /// Where lines start, in order.
  private var lines: [Int] = [0]

  /// The silencings, in the order of the text.
  private(set) var all: [Silencing] = []

  /// Looks at the comments of a text, in order, with the sites in it, in order. Cost: linear, and for each order the
  /// logarithm of lines and sites.
  init(_ bytes: [UInt8], comments: [Range<Int>], sites: [BindingSite]) {
    self.bytes = bytes
    self.sites = sites
    let orders = comments.map { SilencingOrder(in: bytes.span, $0) }
    guard orders.contains(where: { $0 != nil }) else { return }
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { lines.append(offset + 1) }
    find(comments, orders)
  }

  /// From the last comment to the first, so that for a row of them what is behind is looked for once.
  private mutating func find(_ comments: [Range<Int>], _ orders: [SilencingOrder?]) {
    let hasCodeBefore = codeBefore(comments)
    var next = bytes.count
    var nextComment = bytes.count
    for (index, comment) in comments.enumerated().reversed() {
      if let code = firstCode(in: comment.upperBound..<nextComment) { next = code }
      nextComment = comment.lowerBound
      guard let order = orders[index] else { continue }
      let scope = hasCodeBefore[index] ? scope(behindCode: comment.lowerBound) : scope(before: next)
      all.append(Silencing(codes: order.codes, range: order.range, scope: scope))
    }
    all.reverse()
  }

  /// Whether something stands before each comment in its line that is none.
  private func codeBefore(_ comments: [Range<Int>]) -> [Bool] {
    var hasCode = false
    var offset = 0
    return comments.map { comment in
      for byte in bytes[offset..<comment.lowerBound] {
        if byte == 0x0A { hasCode = false } else if byte > 0x20 { hasCode = true }
      }
      offset = comment.upperBound
      defer { if bytes[comment].contains(0x0A) { hasCode = false } }
      return hasCode
    }
  }

  private func firstCode(in range: Range<Int>) -> Int? { bytes[range].firstIndex { $0 > 0x20 } }

  private func scope(behindCode comment: Int) -> Range<Int> {
    let line = line(at: comment)
    guard let code = firstCode(in: line), let site = site(at: code) ?? site(at: comment) else { return line }
    return union(line, site)
  }

  private func scope(before code: Int) -> Range<Int> {
    let line = line(at: code)
    // The first site that begins in the line.
    let index = firstSite { $0.range.lowerBound >= line.lowerBound }
    guard index < sites.count, sites[index].range.lowerBound < line.upperBound else { return line }
    return union(line, sites[index].range)
  }

  private func union(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
    min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
  }

  /// The line that holds an offset, without its line break.
  private func line(at offset: Int) -> Range<Int> {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return lines[low]..<(low + 1 < lines.count ? lines[low + 1] - 1 : bytes.count)
  }

  /// The site that holds an offset: the last that begins before it, or one of a few around that.
  private func site(at offset: Int) -> Range<Int>? {
    let behind = firstSite { $0.range.lowerBound > offset }
    return sites[..<behind].suffix(8).last { $0.range.contains(offset) }?.range
  }

  /// The index of the first site for which something is true, which then is true for all behind it.
  private func firstSite(where isBehind: (BindingSite) -> Bool) -> Int {
    var (low, high) = (0, sites.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(sites[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
