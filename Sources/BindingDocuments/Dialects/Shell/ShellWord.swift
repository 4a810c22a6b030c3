/// A word while it is read: what it means so far, and how it is quoted.
struct ShellWord {
  /// Where it starts.
  let start: Int
  private(set) var parts: [Expression.Part] = []
  /// Its quoted pieces.
  private(set) var quoted: [(range: Range<Int>, quoting: Quoting)] = []
  /// Where the double quote opens that is open now.
  private(set) var openQuote: Int?

  init(at start: Int) {
    self.start = start
  }

  var isQuoted: Bool { !quoted.isEmpty }

  /// Goes on with bytes that mean themselves.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let piece = text.string(range)
    if let last = parts.last, last.isVerbatim, last.range.upperBound == range.lowerBound,
      piece.utf8.count == range.count
    {
      parts[parts.count - 1].text += piece
      parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      parts.append(Expression.Part(.text, piece, at: range))
    }
  }

  /// Goes on with something that is not what it means.
  mutating func append(_ part: Expression.Part) {
    parts.append(part)
  }

  mutating func openQuote(at offset: Int) {
    openQuote = offset
  }

  mutating func closeQuote(at end: Int) {
    if let start = openQuote { quoted.append((start..<end, .double)) }
    openQuote = nil
  }

  mutating func addQuoted(_ range: Range<Int>, _ quoting: Quoting) {
    quoted.append((range, quoting))
  }

  /// The word, or what of it stands behind an offset of its plain start.
  func expression(from first: Int? = nil, to end: Int) -> Expression {
    let start = Swift.max(first ?? start, self.start)
    var parts = parts
    if start > self.start {
      parts = parts.compactMap { part in
        guard part.range.lowerBound < start else { return part }
        guard part.range.upperBound > start, part.isVerbatim else { return nil }
        let kept = part.text.utf8.dropFirst(start - part.range.lowerBound)
        return Expression.Part(.text, String(Substring(kept)), at: start..<part.range.upperBound)
      }
    }
    // A list is spread out where it stands alone; within a text it is unknown.
    if parts.count > 1 {
      for place in parts.indices where parts[place].kind == .reference && parts[place].text.hasSuffix("[@]") {
        parts[place].kind = .opaque
      }
    }
    let isOneQuote = quoted.count == 1 && quoted[0].range == start..<end
    return Expression(parts, range: start..<Swift.max(start, end), quoting: isOneQuote ? quoted[0].quoting : .none)
  }
}
