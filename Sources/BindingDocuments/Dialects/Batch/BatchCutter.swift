/// Cuts a script into blocks.
enum BatchCutter {
  /// From which length on a block is cut at the next end of a line, whatever is open.
  static let longest = 1 << 16

  static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var depth = 0
    var mayHoldSites = false
    var mayDefine = false
    var line = start
    while line < text.count {
      let shape = BatchLine(text, from: line)
      mayHoldSites = mayHoldSites || shape.mayHoldSites
      mayDefine = mayDefine || shape.mayDefine
      if shape.isLabel { depth = 0 }
      if shape.closes { depth = Swift.max(0, depth - 1) }
      if shape.opens { depth += 1 }
      line = shape.end
      if line - start >= longest || depth == 0 && !shape.isBlank && !shape.isContinued { break }
    }
    return Block(end: line, interest: mayHoldSites ? .anything : mayDefine ? .definitions : .nothing)
  }
}

/// What a line looks like from afar.
struct BatchLine {
  /// Where the next line begins.
  private(set) var end: Int
  /// Whether it has no code: it is blank, or a comment.
  private(set) var isBlank: Bool
  /// Whether it is a label, `:name`.
  private(set) var isLabel: Bool
  /// Whether it ends with a caret that takes the line break away.
  private(set) var isContinued = false
  /// Whether it begins with `)`.
  private(set) var closes: Bool
  /// Whether it ends with `(`.
  private(set) var opens = false
  /// Whether it has an equals sign.
  private(set) var mayDefine = false
  /// Whether it has `az`, or `trust` in any case.
  private(set) var mayHoldSites = false

  init(_ text: Span<UInt8>, from start: Int) {
    var first = start
    while first < text.count, text[first] == 0x20 || text[first] == 0x09 || text[first] == UInt8(ascii: "@") {
      first &+= 1
    }
    let byte = first < text.count ? text[first] : 0x0A
    let isComment = Self.isComment(text, at: first)
    isBlank = byte == 0x0A || byte == 0x0D || isComment
    isLabel = byte == UInt8(ascii: ":") && !isComment
    closes = byte == UInt8(ascii: ")")
    var offset = first
    while offset < text.count, text[offset] != 0x0A {
      let byte = text[offset]
      if byte == UInt8(ascii: "=") { mayDefine = true }
      if byte | 0x20 == UInt8(ascii: "u"), Self.isTrust(text, around: offset) { mayHoldSites = true }
      if byte | 0x20 == UInt8(ascii: "z"), offset > 0, AzureCommandLine.mayStart(at: offset &- 1, in: text) {
        mayHoldSites = true
      }
      offset &+= 1
    }
    end = Swift.min(offset + 1, text.count)
    guard !isBlank else { return }
    var last = offset - 1
    if last >= first, text[last] == 0x0D { last -= 1 }
    if last >= first, text[last] == UInt8(ascii: "^") {
      var carets = 0
      while last - carets >= first, text[last - carets] == UInt8(ascii: "^") { carets += 1 }
      isContinued = carets % 2 == 1 && !Self.hasOpenQuote(text, first..<last)
    }
    while last >= first, text[last] == 0x20 || text[last] == 0x09 { last -= 1 }
    opens = last >= first && text[last] == UInt8(ascii: "(")
  }

  /// Whether a comment begins at an offset: `rem`, or `::`.
  static func isComment(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 1 < text.count else { return false }
    if text[offset] == UInt8(ascii: ":") { return text[offset + 1] == UInt8(ascii: ":") }
    guard offset + 2 < text.count, text[offset] | 0x20 == UInt8(ascii: "r"),
      text[offset + 1] | 0x20 == UInt8(ascii: "e"),
      text[offset + 2] | 0x20 == UInt8(ascii: "m")
    else { return false }
    return offset + 3 == text.count || text[offset + 3] <= 0x20
  }

  private static func hasOpenQuote(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var isOpen = false
    for offset in range where text[offset] == UInt8(ascii: "\"") { isOpen.toggle() }
    return isOpen
  }

  private static func isTrust(_ text: Span<UInt8>, around middle: Int) -> Bool {
    guard middle >= 2, middle + 2 < text.count else { return false }
    return text[middle - 2] | 0x20 == UInt8(ascii: "t") && text[middle - 1] | 0x20 == UInt8(ascii: "r")
      && text[middle + 1] | 0x20 == UInt8(ascii: "s") && text[middle + 2] | 0x20 == UInt8(ascii: "t")
  }
}
