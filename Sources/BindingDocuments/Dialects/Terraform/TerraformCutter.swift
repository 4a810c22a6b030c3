extension Terraform {
  /// Finds where a top-level block or attribute ends.
  struct Cutter {
    /// For every brace that is open: how many brackets and parentheses are open in what is around it. Below 0 if it is
    /// the `${` of a quoted template: the number is then `-1 - n`.
    private var levels = InlineArray<64, Int32>(repeating: 0)
    private var depth = 0
    /// Braces beyond those.
    private var overflow = 0
    /// Brackets and parentheses that are open in the innermost brace.
    private var brackets: Int32 = 0

    private var isOfInterest = false

    /// Comments before an item are part of its block, unless they are longer.
    private static var longestPreamble: Int { 4096 }

    /// Cuts off a block.
    mutating func block(in text: Span<UInt8>, from start: Int) -> Block {
      var offset = start
      while offset < text.count {
        switch text[offset] {
        case 0x0A:
          offset &+= 1
          if offset &- start > Self.longestPreamble { return Block(end: offset, isOfInterest: isOfInterest) }
        case 0x20, 0x09, 0x0D: offset &+= 1
        case 0xEF where text.has("\u{FEFF}", at: offset): offset += 3
        case UInt8(ascii: "#"): offset = skippingComment(at: offset, in: text)
        case UInt8(ascii: "/") where startsComment(at: offset, in: text): offset = skippingComment(at: offset, in: text)
        default:
          let interest = Terraform.interest(ofItemAt: offset, in: text)
          let (end, examined) = endOfItem(in: text, from: offset)
          return Block(end: end, examined: examined, interest: isOfInterest ? .anything : interest)
        }
      }
      return Block(end: text.count, isOfInterest: isOfInterest)
    }

    /// Behind the line on which nothing is open any more, or before the line that something new begins on; and up to where
    /// it takes to look to tell so.
    private mutating func endOfItem(in text: Span<UInt8>, from start: Int) -> (end: Int, examined: Int) {
      var offset = start
      while offset < text.count {
        let byte = text[offset]
        switch byte {
        case 0x0A:
          if depth == 0, brackets == 0, overflow == 0 { return (offset + 1, offset + 1) }
          if let examined = Terraform.beginsItem(at: offset + 1, in: text) { return (offset + 1, examined) }
          if depth > 0, levels[depth - 1] < 0, brackets == 0, text.beginsAttribute(behindLineFeed: offset) { close() }
          offset &+= 1
        case UInt8(ascii: "{"):
          open(isTemplate: false)
          offset &+= 1
        case UInt8(ascii: "}"):
          offset &+= 1
          if close() { offset = skippingTemplate(in: text, from: offset) }
        case UInt8(ascii: "["), UInt8(ascii: "("):
          brackets &+= 1
          offset &+= 1
        case UInt8(ascii: "]"), UInt8(ascii: ")"):
          if brackets > 0 { brackets &-= 1 }
          offset &+= 1
        case UInt8(ascii: "\""):
          offset = skippingTemplate(in: text, from: offset + 1)
        case UInt8(ascii: "#"):
          offset = skippingComment(at: offset, in: text)
        case UInt8(ascii: "/"):
          offset = startsComment(at: offset, in: text) ? skippingComment(at: offset, in: text) : offset + 1
        case UInt8(ascii: "<"):
          guard let heredoc = HeredocOpening(at: offset, in: text) else {
            offset &+= 1
            continue
          }
          offset = skippingHeredoc(heredoc, in: text)
        default:
          offset &+= 1
        }
      }
      return (text.count, text.count)
    }

    private mutating func open(isTemplate: Bool) {
      guard depth < levels.count else {
        overflow &+= 1
        return
      }
      levels[depth] = isTemplate ? -1 - brackets : brackets
      depth += 1
      brackets = 0
    }

    /// Closes the innermost brace, and the brackets in it. Whether it was that of a quoted template.
    @discardableResult
    private mutating func close() -> Bool {
      if overflow > 0 {
        overflow -= 1
        return false
      }
      guard depth > 0 else { return false }
      depth -= 1
      let around = levels[depth]
      brackets = around < 0 ? -1 - around : around
      return around < 0
    }

    /// Steps over the text of a quoted template, to behind its quote or the opening of an interpolation, or to the end of
    /// the line.
    private mutating func skippingTemplate(in text: Span<UInt8>, from start: Int) -> Int {
      var offset = start
      while offset < text.count {
        switch text[offset] {
        case UInt8(ascii: "\""): return offset + 1
        case 0x0A: return offset
        case UInt8(ascii: "\\"): offset += text.peek(at: offset + 1) == 0x0A ? 1 : 2
        case UInt8(ascii: "$"), UInt8(ascii: "%"):
          if text.peek(at: offset + 1) == text[offset], text.peek(at: offset + 2) == UInt8(ascii: "{") {
            offset += 3
          } else if text.peek(at: offset + 1) == UInt8(ascii: "{"), depth < levels.count {
            open(isTemplate: true)
            return offset + 2
          } else {
            offset &+= 1
          }
        default: offset &+= 1
        }
      }
      return text.count
    }

    /// Steps over a heredoc, to behind its marker; before a line that something new begins on.
    private func skippingHeredoc(_ heredoc: HeredocOpening, in text: Span<UInt8>) -> Int {
      var line = heredoc.contents
      while line < text.count {
        if let end = heredoc.end(ofLineAt: line, in: text) { return end }
        // At the line feed, so that whoever goes on sees the line, too.
        if Terraform.beginsItem(at: line, in: text) != nil { return line - 1 }
        line = text.endOfLine(from: line) + 1
      }
      return text.count
    }

    private func startsComment(at offset: Int, in text: Span<UInt8>) -> Bool {
      let next = text.peek(at: offset + 1)
      return next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
    }

    /// Steps over a comment, and looks for an order in it.
    private mutating func skippingComment(at start: Int, in text: Span<UInt8>) -> Int {
      let isBlock = text[start] == UInt8(ascii: "/") && text[start + 1] == UInt8(ascii: "*")
      var offset = start + (isBlock ? 2 : 1)
      while offset < text.count {
        switch text[offset] {
        case 0x0A where !isBlock: return offset
        case UInt8(ascii: "*") where isBlock && text.peek(at: offset + 1) == UInt8(ascii: "/"): return offset + 2
        case UInt8(ascii: "t") where !isOfInterest: isOfInterest = text.has("trusted-access", at: offset)
        default: break
        }
        offset &+= 1
      }
      return text.count
    }
  }
}
