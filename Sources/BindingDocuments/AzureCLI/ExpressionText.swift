/// What an expression means as bytes, to be searched and cut. What is not known stands in it as `${x}`: JSON's tolerant
/// tree takes that for a placeholder, and no separator is in it.
struct ExpressionText {
  /// The bytes.
  let bytes: [UInt8]
  private let whole: Expression
  /// Where each part begins in the bytes.
  private let starts: [Int]

  init(_ expression: Expression) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for part in expression.parts {
      starts.append(bytes.count)
      bytes.append(contentsOf: part.kind == .text ? part.text.utf8 : "${x}".utf8)
    }
    self.bytes = bytes
    self.starts = starts
    whole = expression
  }

  /// A stretch of the expression. Less than all of it is a piece of what has the quotes.
  func expression(_ range: Range<Int>) -> Expression {
    if range == 0..<bytes.count { return whole }
    var parts: [Expression.Part] = []
    for place in firstPart(at: range.lowerBound)..<starts.count {
      let part = whole.parts[place]
      let end = place + 1 < starts.count ? starts[place + 1] : bytes.count
      guard starts[place] < range.upperBound || range.isEmpty && parts.isEmpty else { break }
      let common = range.clamped(to: starts[place]..<end)
      if common == starts[place]..<end || part.kind != .text {
        if !common.isEmpty { parts.append(part) }
      } else if !common.isEmpty || range.isEmpty {
        let text = String(decoding: bytes[common], as: UTF8.self)
        let offset = part.range.lowerBound - starts[place]
        let place = part.isVerbatim ? common.lowerBound + offset..<common.upperBound + offset : part.range
        var piece = Expression.Part(.text, text, at: place)
        piece.isFollowed = part.isFollowed
        parts.append(piece)
      }
    }
    guard let first = parts.first, let last = parts.last else {
      return .implied("", at: place(of: range.lowerBound))
    }
    let lower = first.range.lowerBound
    return Expression(parts, range: lower..<Swift.max(lower, last.range.upperBound), quoting: .piece)
  }

  /// The stretches between separators.
  func split(at separator: UInt8) -> [Expression] {
    var pieces: [Expression] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == separator {
      pieces.append(expression(start..<offset))
      start = offset + 1
    }
    return pieces + [expression(start..<bytes.count)]
  }

  /// Where the byte at an offset is written; at the end, the end of the last part.
  private func place(of offset: Int) -> Int {
    guard !starts.isEmpty else { return whole.range.lowerBound }
    let part = firstPart(at: offset)
    let range = whole.parts[part].range
    return Swift.min(range.lowerBound + offset - starts[part], range.upperBound)
  }

  /// The last part that begins at an offset or before it.
  private func firstPart(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
