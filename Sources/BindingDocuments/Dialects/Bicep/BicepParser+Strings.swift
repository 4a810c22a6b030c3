extension Bicep.Parser {
  /// The string whose quote stands here, or the dollar signs before the quotes of one of several lines; `nil` if no quotes
  /// follow those.
  mutating func string() -> Node? {
    let start = offset
    while peek == UInt8(ascii: "$") { offset += 1 }
    let dollars = offset - start
    if bytes.span.isTripleQuote(at: offset) { return multilineString(from: start, dollars: dollars) }
    guard dollars == 0 else {
      offset = start
      return nil
    }
    offset += 1
    var pieces: [Bicep.Piece] = []
    var run = offset
    func text(_ end: Int) -> [Bicep.Piece] { piece(run..<end) }
    while let byte = peek, byte != 0x0A {
      switch byte {
      case UInt8(ascii: "'"):
        pieces += text(offset)
        offset += 1
        return Node(.string(pieces, .single), start..<offset)
      case UInt8(ascii: "\\"):
        pieces += text(offset)
        pieces.append(.text(escape()))
        run = offset
      case UInt8(ascii: "$") where peek(1) == UInt8(ascii: "{"):
        pieces += text(offset)
        pieces.append(.value(interpolation(dollars: 1)))
        run = offset
      default: offset += 1
      }
    }
    // Without its closing quote; a carriage return is not its own.
    let end = offset > run && bytes[offset - 1] == 0x0D ? offset - 1 : offset
    pieces += text(end)
    return Node(.string(pieces, .single), start..<end)
  }

  private func piece(_ range: Range<Int>) -> [Bicep.Piece] {
    range.isEmpty ? [] : [.text(.init(.text, text(range), at: range))]
  }

  /// What stands between `${` and its brace.
  private mutating func interpolation(dollars: Int) -> Node {
    let start = offset
    offset += dollars + 1
    let value = value()
    skipBlanks()
    let hasMore = peek != UInt8(ascii: "}")
    while let byte = peek, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "'"), byte != 0x0A { offset += 1 }
    if peek == UInt8(ascii: "}") { offset += 1 }
    return Node(hasMore ? .unknown : value?.kind ?? .unknown, start..<offset)
  }

  private mutating func escape() -> Expression.Part {
    let start = offset
    offset += 1
    let meant: String
    switch peek {
    case UInt8(ascii: "n"): meant = "\n"
    case UInt8(ascii: "r"): meant = "\r"
    case UInt8(ascii: "t"): meant = "\t"
    case UInt8(ascii: "u") where peek(1) == UInt8(ascii: "{"):
      var end = offset + 2
      while end < bytes.count, end < offset + 8, bytes[end] != UInt8(ascii: "}"), bytes[end] > 0x20 { end += 1 }
      let scalar = UInt32(text(offset + 2..<Swift.min(end, bytes.count)), radix: 16).flatMap(Unicode.Scalar.init)
      guard end < bytes.count, bytes[end] == UInt8(ascii: "}"), let scalar else {
        return .init(.text, "\\", at: start..<offset)
      }
      offset = end + 1
      return .init(.text, String(Character(scalar)), at: start..<offset)
    case let byte? where byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$"):
      meant = text(offset..<offset + 1)
    // None of Bicep's: the backslash means itself.
    default: return .init(.text, "\\", at: start..<offset)
    }
    offset += 1
    return .init(.text, meant, at: start..<offset)
  }

  /// A string of several lines: a line break behind its quotes is not its own, and it has no escapes.
  private mutating func multilineString(from start: Int, dollars: Int) -> Node {
    offset += 3
    if peek == 0x0D, peek(1) == 0x0A { offset += 1 }
    if peek == 0x0A { offset += 1 }
    var pieces: [Bicep.Piece] = []
    var run = offset
    while let byte = peek {
      if byte == UInt8(ascii: "'"), bytes.span.isTripleQuote(at: offset) {
        var end = offset
        while peek == UInt8(ascii: "'") { offset += 1 }
        end = Swift.max(end, offset - 3)
        return Node(.string(pieces + piece(run..<end), .block), start..<offset)
      }
      if dollars > 0, byte == UInt8(ascii: "$"), isInterpolation(dollars) {
        pieces += piece(run..<offset)
        let value = interpolation(dollars: dollars)
        pieces.append(.value(value))
        run = offset
        continue
      }
      offset += 1
    }
    return Node(.string(pieces + piece(run..<offset), .block), start..<offset)
  }

  private func isInterpolation(_ dollars: Int) -> Bool {
    for distance in 0..<dollars where peek(distance) != UInt8(ascii: "$") { return false }
    return peek(dollars) == UInt8(ascii: "{")
  }
}
