extension Terraform {
  /// Finds what a block's comments silence.
  struct Silencings {
    private let bytes: [UInt8]
    private let tokens: [Token]
    private let sites: [BindingSite]
    /// The line that was asked for last: many comments may stand on one.
    private var lastLine = 0..<0

    init(_ bytes: [UInt8], _ tokens: [Token], around sites: [BindingSite]) {
      self.bytes = bytes
      self.tokens = tokens
      self.sites = sites
    }

    /// The silencings in the order of the text.
    mutating func of(_ comments: [Comment]) -> [Silencing] {
      var silencings: [Silencing] = []
      // From the last one on, so that the next code is looked for once.
      var code: Int?
      var last = tokens.count
      for comment in comments.reversed() {
        while last > comment.next {
          last -= 1
          if tokens[last].kind != .newline { code = tokens[last].start }
        }
        guard let order = SilencingOrder(in: bytes.span, comment.range) else { continue }
        silencings.append(
          Silencing(codes: order.codes, range: order.range, scope: scope(of: comment, nextCode: code)))
      }
      return silencings.reversed()
    }

    private mutating func scope(of comment: Comment, nextCode: Int?) -> Range<Int> {
      if comment.isBehindCode {
        let line = line(at: comment.range.lowerBound)
        return site(endingBehind: line.lowerBound, startingBefore: line.upperBound) ?? line
      }
      guard let nextCode else { return comment.range.upperBound..<comment.range.upperBound }
      let site = site(endingBehind: nextCode, startingBefore: nextCode + 1)
      return site?.lowerBound == nextCode ? site ?? line(at: nextCode) : line(at: nextCode)
    }

    /// The first of the sites, which stand one behind the other, that touches a range.
    private func site(endingBehind start: Int, startingBefore end: Int) -> Range<Int>? {
      var (low, high) = (0, sites.count)
      while low < high {
        let middle = (low + high) / 2
        if sites[middle].range.upperBound <= start { low = middle + 1 } else { high = middle }
      }
      return low < sites.count && sites[low].range.lowerBound < end ? sites[low].range : nil
    }

    /// The line that an offset is in, without its line feed.
    private mutating func line(at offset: Int) -> Range<Int> {
      if lastLine.contains(offset) { return lastLine }
      let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      lastLine = start..<(bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count)
      return lastLine
    }
  }
}
