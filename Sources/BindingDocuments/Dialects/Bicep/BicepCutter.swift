extension Bicep {
  /// Finds where a top-level declaration ends.
  struct Cutter {
    /// How many brackets of any kind are open.
    private var depth = 0
    private var isOfInterest = false

    /// Comments before a declaration are part of its block, unless they are longer.
    private static var longestPreamble: Int { 4096 }

    /// Cuts off a block.
    mutating func block(in text: Span<UInt8>, from start: Int) -> Block {
      var offset = start
      while offset < text.count {
        switch text[unchecked: offset] {
        case 0x0A:
          offset &+= 1
          if offset &- start > Self.longestPreamble { return Block(end: offset, isOfInterest: isOfInterest) }
        case 0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF: offset &+= 1
        case UInt8(ascii: "/") where Self.comment(at: offset, in: text): offset = behindComment(at: offset, in: text)
        case UInt8(ascii: "@"):
          offset = endOfItem(in: text, from: offset)
          depth = 0
        default:
          isOfInterest = isOfInterest || Keyword(at: offset, in: text).isOfInterest
          return Block(end: endOfItem(in: text, from: offset), isOfInterest: isOfInterest)
        }
      }
      return Block(end: text.count, isOfInterest: isOfInterest)
    }

    /// Behind the line on which nothing is open any more, or before the line that something new begins on.
    private mutating func endOfItem(in text: Span<UInt8>, from start: Int) -> Int {
      var offset = start
      while offset < text.count {
        switch text[unchecked: offset] {
        case 0x0A:
          offset &+= 1
          if depth == 0 {
            if !Self.goesOn(at: offset, in: text) { return offset }
          } else if Self.beginsDeclaration(at: offset, in: text) {
            return offset
          }
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
          depth &+= 1
          offset &+= 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
          if depth > 0 { depth &-= 1 }
          offset &+= 1
        case UInt8(ascii: "'"): offset = behindString(at: offset, in: text)
        case UInt8(ascii: "/") where Self.comment(at: offset, in: text): offset = behindComment(at: offset, in: text)
        default: offset &+= 1
        }
      }
      return text.count
    }

    // MARK: Strings and comments

    /// Behind a string's closing quote, or at the end of its line. What is interpolated is part of it.
    private func behindString(at start: Int, in text: Span<UInt8>) -> Int {
      if text.isTripleQuote(at: start) { return behindMultilineString(at: start, in: text) }
      var offset = start + 1
      // For each interpolation whether its string goes on behind it: a bit, the innermost lowest. Braces count as such
      // without a string.
      var around: UInt64 = 0
      var levels = 0
      var isInString = true
      while offset < text.count {
        let byte = text[unchecked: offset]
        if byte == 0x0A { return offset }
        offset &+= 1
        if isInString {
          switch byte {
          case UInt8(ascii: "'"):
            if levels == 0 { return offset }
            isInString = false
          case UInt8(ascii: "\\"): if offset < text.count, text[unchecked: offset] != 0x0A { offset &+= 1 }
          case UInt8(ascii: "$"):
            guard offset < text.count, text[unchecked: offset] == UInt8(ascii: "{"), levels < 64 else { continue }
            offset &+= 1
            around = around &<< 1 | 1
            levels &+= 1
            isInString = false
          default: break
          }
        } else {
          switch byte {
          case UInt8(ascii: "'"): isInString = true
          case UInt8(ascii: "{"):
            guard levels < 64 else { continue }
            around = around &<< 1
            levels &+= 1
          case UInt8(ascii: "}"):
            isInString = around & 1 == 1
            around = around &>> 1
            levels &-= 1
          default: break
          }
        }
      }
      return text.count
    }

    private func behindMultilineString(at start: Int, in text: Span<UInt8>) -> Int {
      var offset = start + 3
      while offset < text.count {
        switch text[unchecked: offset] {
        case UInt8(ascii: "'") where text.isTripleQuote(at: offset):
          offset += 3
          while offset < text.count, text[unchecked: offset] == UInt8(ascii: "'") { offset &+= 1 }
          return offset
        // At the line feed, so that whoever goes on sees the line, too.
        case 0x0A where Self.plainlyBeginsDeclaration(at: offset + 1, in: text): return offset
        default: offset &+= 1
        }
      }
      return text.count
    }

    private static func comment(at offset: Int, in text: Span<UInt8>) -> Bool {
      offset + 1 < text.count
        && (text[unchecked: offset + 1] == UInt8(ascii: "/") || text[unchecked: offset + 1] == UInt8(ascii: "*"))
    }

    /// Steps over a comment, and looks for an order in it.
    private mutating func behindComment(at start: Int, in text: Span<UInt8>) -> Int {
      let isBlock = text[unchecked: start + 1] == UInt8(ascii: "*")
      var offset = start + 2
      while offset < text.count {
        switch text[unchecked: offset] {
        case 0x0A where !isBlock: return offset
        case UInt8(ascii: "*") where isBlock && offset + 1 < text.count && text[unchecked: offset + 1] == 0x2F:
          return offset + 2
        case UInt8(ascii: "t") where !isOfInterest: isOfInterest = text.hasWord("trusted-access", at: offset)
        default: break
        }
        offset &+= 1
      }
      return text.count
    }

    // MARK: Lines

    /// Whether a line goes on with the expression of the line before.
    private static func goesOn(at start: Int, in text: Span<UInt8>) -> Bool {
      var offset = start
      while offset < text.count, text[unchecked: offset] == 0x20 || text[unchecked: offset] == 0x09 { offset &+= 1 }
      guard offset > start, offset < text.count else { return false }
      switch text[unchecked: offset] {
      case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "="): return true
      default: return false
      }
    }

    /// Whether a line begins, at its first column, as a declaration does.
    static func beginsDeclaration(at line: Int, in text: Span<UInt8>) -> Bool {
      guard line < text.count, text[unchecked: line] &- 0x61 < 26 || text[unchecked: line] == UInt8(ascii: "@") else {
        return false
      }
      if text[unchecked: line] == UInt8(ascii: "@") { return true }
      let keyword = Keyword(at: line, in: text)
      guard keyword.isKnown, let name = keyword.behindBlanks(in: text) else { return false }
      // A member may have the name of a keyword: `param: x`.
      return Keyword.isNameByte(text[unchecked: name]) || text[unchecked: name] == UInt8(ascii: "'")
        || keyword.isAssigned(in: text)
    }

    private static func plainlyBeginsDeclaration(at line: Int, in text: Span<UInt8>) -> Bool {
      guard line < text.count, text[unchecked: line] &- 0x61 < 26 else { return false }
      return Keyword(at: line, in: text).isPlain(in: text)
    }
  }
}
