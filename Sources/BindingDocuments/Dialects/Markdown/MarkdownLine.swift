extension Markdown {
  /// A line, and what stands before its text: marks of block quotes, and blanks.
  struct Line {
    /// Where it begins.
    let start: Int
    /// Where its text begins: behind the marks, and the blanks behind them.
    private(set) var text: Int
    /// The column of that, counted from the last mark.
    private(set) var column = 0
    /// How many marks of block quotes there are.
    private(set) var quotes = 0

    /// Looks at the line that begins at an offset.
    @inline(__always)
    init(at start: Int, in bytes: Span<UInt8>) {
      self.start = start
      text = start
      while text < bytes.count {
        switch bytes[text] {
        case 0x20: column &+= 1
        case 0x09: column = (column & ~3) &+ 4
        case UInt8(ascii: ">"):
          quotes &+= 1
          column = 0
          // One blank is part of the mark.
          if bytes.peek(at: text &+ 1) == 0x20 { text &+= 1 }
        default: return
        }
        text &+= 1
      }
    }

    /// Whether there is nothing in it but marks and blanks.
    @inline(__always)
    func isBlank(in bytes: Span<UInt8>) -> Bool {
      text >= bytes.count || bytes[text] == 0x0A || bytes[text] == 0x0D && bytes.peek(at: text &+ 1) == 0x0A
    }
  }
}

extension Span<UInt8> {
  /// The first offset from one on that holds neither space nor tab.
  @inline(__always)
  func skippingMarkdownBlanks(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset] == 0x20 || self[offset] == 0x09 { offset &+= 1 }
    return offset
  }

  /// Where a line's text ends: before its line break, and before the blanks there.
  func endOfMarkdownText(from start: Int, lineEnd: Int) -> Int {
    var end = lineEnd
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 || self[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
