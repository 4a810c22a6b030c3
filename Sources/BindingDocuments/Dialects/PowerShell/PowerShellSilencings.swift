/// Comments that keep findings silent, `# trusted-access: ignore CODE`.
struct PowerShellSilencings {
  private let bytes: [UInt8]
  private let tokens: [PowerShellToken]
  private let sites: [BindingSite]
  /// The line that was asked for last: many comments may stand on one.
  private var lastLine = 0..<0

  /// How many sites are looked at for one that holds a line: as many as stand on a line within others.
  private static let depth = 8

  /// - Parameter sites: the sites, in the order in which they begin.
  init(_ bytes: [UInt8], _ tokens: [PowerShellToken], around sites: [BindingSite]) {
    self.bytes = bytes
    self.tokens = tokens
    self.sites = sites
  }

  /// What the comments silence.
  mutating func silencings(of comments: [Range<Int>]) -> [Silencing] {
    var silencings: [Silencing] = []
    for comment in comments {
      guard let order = SilencingOrder(in: bytes.span, comment) else { continue }
      silencings.append(Silencing(codes: order.codes, range: order.range, scope: scope(of: comment)))
    }
    return silencings
  }

  private mutating func scope(of comment: Range<Int>) -> Range<Int> {
    var next = tokens.count(where: comment.lowerBound) { $0.start < $1 }
    if next > 0, tokens[next - 1].kind != .newline {
      let line = line(at: comment.lowerBound)
      return site(touching: line) ?? line
    }
    while next < tokens.count, tokens[next].kind == .newline { next += 1 }
    guard next < tokens.count else { return comment.upperBound..<comment.upperBound }
    let line = line(at: tokens[next].start)
    let place = sites.count(where: tokens[next].start) { $0.range.lowerBound < $1 }
    return place < sites.count && sites[place].range.lowerBound < line.upperBound ? sites[place].range : line
  }

  /// The innermost site that has something on a line.
  private func site(touching line: Range<Int>) -> Range<Int>? {
    let last = sites.count(where: line.upperBound) { $0.range.lowerBound < $1 }
    return sites[Swift.max(0, last - Self.depth)..<last].last { $0.range.upperBound > line.lowerBound }?.range
  }

  /// The line that an offset is in, without its line break.
  private mutating func line(at offset: Int) -> Range<Int> {
    if lastLine.contains(offset) { return lastLine }
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    lastLine = start..<PowerShellCharacters.lineEnd(bytes.span, from: offset)
    return lastLine
  }
}

extension Array {
  /// How many elements at the beginning come before a place, in an array that is in order.
  fileprivate func count(where place: Int, isBefore: (Element, Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle], place) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
