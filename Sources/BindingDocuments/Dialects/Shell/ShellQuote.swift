/// Where quotes end that may be left open: the one decision that the cutter and the reader must take alike.
struct ShellQuote {
  /// Where the contents end.
  var end: Int
  /// Whether a closing quote is there.
  var isClosed: Bool
  /// Whether nothing in it can mean anything to the cutter.
  private(set) var isPlain = false
  /// Up to where the text was looked at.
  private(set) var examined: Int

  /// As far as a closing quote is looked for on other lines.
  static let longest = 1 << 14

  /// The single quote, or that of `$'…'` where a backslash hides a quote, that opens at an offset.
  init(single start: Int, in text: Span<UInt8>, hasEscapes: Bool = false) {
    self.init(start, in: text, quote: UInt8(ascii: "'"), hasEscapes: hasEscapes)
  }

  /// The double quote that opens at an offset. With a command substitution on its first line it is taken as closed, and
  /// where it ends is not told.
  init(double start: Int, in text: Span<UInt8>) {
    self.init(start, in: text, quote: UInt8(ascii: "\""), hasEscapes: true)
  }

  private init(_ start: Int, in text: Span<UInt8>, quote: UInt8, hasEscapes: Bool) {
    let isDouble = quote == UInt8(ascii: "\"")
    var offset = start + 1
    // Most quotes are short, closed, and have only names and blanks in them.
    while offset < text.count, text[offset].isPlainInShellQuotes { offset &+= 1 }
    if offset < text.count, text[offset] == quote {
      self.init(end: offset, isClosed: true, examined: offset + 2)
      isPlain = true
      return
    }
    var firstLineEnd: Int?
    while offset < text.count {
      let byte = text[offset]
      if byte == quote {
        if firstLineEnd != nil, Self.looksOpening(offset, in: text) { break }
        self.init(end: offset, isClosed: true, examined: offset + 2)
        return
      } else if byte == 0x0A {
        if firstLineEnd == nil { firstLineEnd = offset }
        if offset - start > Self.longest { break }
      } else if byte == UInt8(ascii: "\\"), hasEscapes {
        offset &+= 1
        if text.shellByte(offset) == 0x0A, firstLineEnd == nil { firstLineEnd = offset }
      } else if isDouble, firstLineEnd == nil,
        byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$") && text.shellByte(offset &+ 1) == UInt8(ascii: "(")
      {
        self.init(end: offset, isClosed: true, examined: offset + 2)
        return
      }
      offset &+= 1
    }
    self.init(end: Self.openEnd(start, firstLineEnd ?? text.count, in: text), isClosed: false, examined: offset + 2)
  }

  private init(end: Int, isClosed: Bool, examined: Int) {
    self.end = end
    self.examined = examined
    self.isClosed = isClosed
  }

  /// Whether a quote on another line rather opens something: it follows a blank or a sign, and a word follows it.
  private static func looksOpening(_ offset: Int, in text: Span<UInt8>) -> Bool {
    let before = text[offset - 1]
    guard before.isShellBlank || before == UInt8(ascii: "=") || before == UInt8(ascii: "(") else { return false }
    let next = text.shellByte(offset + 1)
    return next.isShellName || next == UInt8(ascii: "$") || next == UInt8(ascii: "/") || next == UInt8(ascii: "{")
      || next == UInt8(ascii: "<")
  }

  /// Where a quote that is not closed is taken to end: before the next option, or before the blanks and the backslash at
  /// the end of its line.
  private static func openEnd(_ start: Int, _ lineEnd: Int, in text: Span<UInt8>) -> Int {
    var offset = start + 1
    while offset < lineEnd {
      if text[offset] == UInt8(ascii: "-"), text[offset - 1] == 0x20,
        text.shellByte(offset + 1) == UInt8(ascii: "-") || (text.shellByte(offset + 1) | 0x20) &- 0x61 < 26
      {
        break
      }
      offset += 1
    }
    if offset == lineEnd {
      while offset > start + 1, text[offset - 1] == 0x0D { offset -= 1 }
      if offset > start + 1, text[offset - 1] == UInt8(ascii: "\\") { offset -= 1 }
    }
    while offset > start + 1, text[offset - 1].isShellBlank { offset -= 1 }
    return offset
  }
}
