extension Markdown {
  /// Finds where a fence or a run of lines ends.
  struct Cutter {
    private var isOfInterest = false

    /// A run of lines is no longer.
    private static var longestRun: Int { 16384 }
    /// Comments and blank lines before a fence or a run are no longer.
    private static var longestPreamble: Int { 4096 }

    /// Cuts off a block.
    mutating func block(in text: Span<UInt8>, from start: Int) -> Block {
      var offset = start
      while offset < text.count {
        let line = Line(at: offset, in: text)
        if line.isBlank(in: text) {
          offset = Swift.min(text.count, text.endOfLine(from: line.text) + 1)
        } else if text.has("<!--", at: line.text) {
          offset = skippingComment(at: line.text, in: text)
        } else if let fence = Fence(line, in: text) {
          return self.fence(fence, in: text)
        } else {
          return run(in: text, from: line)
        }
        if offset - start > Self.longestPreamble { break }
      }
      return Block(end: offset, isOfInterest: isOfInterest)
    }

    /// Steps over an HTML comment and the rest of its last line.
    private mutating func skippingComment(at start: Int, in text: Span<UInt8>) -> Int {
      var offset = start + 4
      while offset < text.count, text[offset] != UInt8(ascii: "-") || !text.has("-->", at: offset) {
        if text[offset] == UInt8(ascii: "t"), !isOfInterest { isOfInterest = text.has("trusted-access", at: offset) }
        offset &+= 1
      }
      return Swift.min(text.count, text.endOfLine(from: offset) + 1)
    }

    private mutating func fence(_ fence: Fence, in text: Span<UInt8>) -> Block {
      let language = FenceLanguage(text.extracting(fence.info))
      if language != .other, language != .unnamed { isOfInterest = true }
      var line = fence.end
      while line < text.count {
        let (role, examined) = fence.role(ofLineAt: line, in: text)
        let next = Swift.min(text.count, text.endOfLine(from: line) + 1)
        switch role {
        case .outside: return Block(end: line, examined: examined, isOfInterest: isOfInterest)
        case .closing: return Block(end: next, isOfInterest: isOfInterest)
        case .contents:
          if language == .unnamed, !isOfInterest {
            isOfInterest = CommandLine.mayBegin(at: fence.contents(ofLineAt: line, in: text), in: text)
          }
        }
        line = next
      }
      return Block(end: text.count, isOfInterest: isOfInterest)
    }

    /// A run of lines, of which the first is known to be no blank one.
    private mutating func run(in text: Span<UInt8>, from first: Line) -> Block {
      let isIndented = first.column >= 4
      var line = first
      while true {
        if isIndented, !isOfInterest { isOfInterest = CommandLine.mayBegin(at: line.text, in: text) }
        let next = skippingLine(from: line.text, in: text)
        guard next < text.count else { break }
        if next - first.start > Self.longestRun { return Block(end: next, isOfInterest: isOfInterest) }
        line = Line(at: next, in: text)
        if line.isBlank(in: text) || text.has("<!--", at: line.text) {
          return Block(end: next, examined: Swift.min(text.count, line.text + 4), isOfInterest: isOfInterest)
        }
        if let fence = Fence(line, in: text) {
          return Block(end: next, examined: fence.end, isOfInterest: isOfInterest)
        }
      }
      return Block(end: text.count, isOfInterest: isOfInterest)
    }

    /// Steps over a line, and looks for code and comments in it.
    private mutating func skippingLine(from start: Int, in text: Span<UInt8>) -> Int {
      var offset = start
      while offset < text.count {
        switch text[offset] {
        case 0x0A: return offset + 1
        case UInt8(ascii: "`") where !isOfInterest: isOfInterest = CommandLine.mayBegin(at: offset + 1, in: text)
        case UInt8(ascii: "<") where !isOfInterest: isOfInterest = text.has("<!--", at: offset)
        default: break
        }
        offset &+= 1
      }
      return text.count
    }
  }
}
