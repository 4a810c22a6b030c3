extension Markdown {
  /// The line that opens a fence. Source: CommonMark 0.31, "Fenced code blocks"; in lists a fence may be indented as deep
  /// as the list is, so its own indentation is not limited here.
  struct Fence {
    /// The backtick or tilde, and how many there are.
    let mark: UInt8
    let length: Int
    /// In how many block quotes it is.
    let quotes: Int
    /// Up to which column its contents may be indented without that being a part of them.
    let column: Int
    /// What it says of its contents.
    let info: Range<Int>
    /// Behind its line.
    let end: Int

    /// The fence that a line opens; `nil` if it opens none.
    @inline(__always)
    init?(_ line: Line, in text: Span<UInt8>) {
      let first = text.peek(at: line.text)
      // A letter, as most lines begin with.
      if (first | 0x20) &- 0x61 < 26 { return nil }
      self.init(line.text, column: line.column, quotes: line.quotes, in: text)
    }

    private init?(_ start: Int, column: Int, quotes: Int, in text: Span<UInt8>) {
      var start = start
      var column = column
      while let width = Self.listMark(at: start, in: text) {
        start += width
        column += width
      }
      mark = text.peek(at: start)
      guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
      var offset = start
      while text.peek(at: offset) == mark { offset += 1 }
      guard offset - start >= 3 else { return nil }
      length = offset - start
      let lineEnd = text.endOfLine(from: offset)
      let infoStart = text.skippingMarkdownBlanks(from: offset)
      info = infoStart..<Swift.max(infoStart, text.endOfMarkdownText(from: offset, lineEnd: lineEnd))
      if mark == UInt8(ascii: "`") {
        for place in info where text[place] == mark { return nil }
      }
      self.quotes = quotes
      self.column = column
      end = Swift.min(text.count, lineEnd + 1)
    }

    /// The width of a list's mark with the blanks behind it: `- `, `1. `; `nil` if there is none.
    private static func listMark(at start: Int, in text: Span<UInt8>) -> Int? {
      var offset = start
      switch text.peek(at: start) {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while text.peek(at: offset) &- 0x30 < 10, offset - start < 9 { offset += 1 }
        guard text.peek(at: offset) == UInt8(ascii: ".") || text.peek(at: offset) == UInt8(ascii: ")") else {
          return nil
        }
        offset += 1
      default: return nil
      }
      let end = text.skippingMarkdownBlanks(from: offset)
      return end > offset ? end - start : nil
    }

    /// What a line is to the fence.
    enum Role {
      case contents
      /// The line that closes it.
      case closing
      /// A line that is not in it any more, though nothing has closed it.
      case outside
    }

    /// What the line that begins at an offset is, and up to where it takes to look at it to tell.
    @inline(__always)
    func role(ofLineAt start: Int, in text: Span<UInt8>) -> (role: Role, examined: Int) {
      let line = Line(at: start, in: text)
      if line.quotes < quotes { return (.outside, Swift.min(text.count, line.text + 1)) }
      guard text.peek(at: line.text) == mark else { return (.contents, start) }
      return roleOfMarks(line, in: text)
    }

    private func roleOfMarks(_ line: Line, in text: Span<UInt8>) -> (role: Role, examined: Int) {
      guard let other = Fence(line, in: text), other.mark == mark, other.length >= length, other.quotes == quotes else {
        return (.contents, line.start)
      }
      if other.info.isEmpty {
        return (text[line.text] == mark && line.column <= column + 3 ? .closing : .contents, line.start)
      }
      // Something like a language: what the tool prints has none.
      let isLanguage = FenceLanguage(text.extracting(other.info)) != .other
      return (isLanguage ? .outside : .contents, other.end)
    }

    /// Where a line's contents begin: behind the marks of the quotes that the fence is in, and its indentation.
    func contents(ofLineAt start: Int, in text: Span<UInt8>) -> Int {
      var offset = start
      for _ in 0..<quotes {
        offset = text.skippingMarkdownBlanks(from: offset)
        guard text.peek(at: offset) == UInt8(ascii: ">") else { return offset }
        offset += 1
        if text.peek(at: offset) == 0x20 { offset += 1 }
      }
      var reached = 0
      while reached < column {
        switch text.peek(at: offset) {
        case 0x20: reached += 1
        case 0x09:
          reached = (reached & ~3) + 4
          // A tab that reaches further is a part of the contents.
          if reached > column { return offset }
        default: return offset
        }
        offset += 1
      }
      return offset
    }
  }
}
