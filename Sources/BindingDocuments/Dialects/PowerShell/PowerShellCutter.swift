/// Cuts a script into blocks: a statement with all of its brackets and continued lines, and the blank lines and comments
/// above it.
struct PowerShellCutter {
  /// From which length on a statement is cut at the next end of a line, whatever is open.
  static let longest = 1 << 16

  private let start: Int
  private var extents = PowerShellExtents()
  private var depth = 0
  /// From where on the current line may have code.
  private var lineStart: Int
  /// The last byte of code, if there was any.
  private var lastCode: Int?
  private var hasAssignment = false
  /// Up to where bytes were looked at behind the end.
  private var examined = 0

  private init(at start: Int) {
    self.start = start
    lineStart = start
  }

  static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var cutter = PowerShellCutter(at: start)
    let end = cutter.end(text)
    let mayHoldSites = mentionsTrust(text, start, end) || callsAzure(text, start, end)
    return Block(
      end: end, examined: Swift.max(cutter.examined, cutter.extents.examined),
      interest: mayHoldSites
        ? .anything
        : cutter.hasAssignment || isLoop(text, start) ? .definitions : .nothing)
  }

  /// Whether a statement is `foreach (…)`, which sets a variable.
  private static func isLoop(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var offset = start
    while offset < text.count, text[offset] <= 0x20 { offset &+= 1 }
    guard offset + 7 <= text.count else { return false }
    return "foreach".utf8.enumerated().allSatisfy { text[offset + $0.offset] | 0x20 == $0.element }
  }

  private mutating func end(_ text: Span<UInt8>) -> Int {
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      guard Self.isSpecial(byte) else {
        offset &+= 1
        continue
      }
      switch byte {
      case 0x0A, 0x0D:
        noteCode(text, before: offset)
        let next = offset + PowerShellCharacters.lineBreak(text, at: offset)
        if endsStatement(text, at: next) { return next }
        offset = next
        lineStart = next
      case UInt8(ascii: "("), UInt8(ascii: "{"):
        depth += 1
        offset &+= 1
      case UInt8(ascii: ")"):
        depth = Swift.max(depth - 1, 0)
        offset &+= 1
      case UInt8(ascii: "}"):
        // One at the beginning of a line closes all: a bracket that was left open swallows no more than its function.
        depth = offset == lineStart ? 0 : Swift.max(depth - 1, 0)
        offset &+= 1
      case UInt8(ascii: "="):
        hasAssignment = true
        offset &+= 1
      case UInt8(ascii: "`"):
        offset &+= 1
        if offset < text.count { offset += Swift.max(PowerShellCharacters.lineBreak(text, at: offset), 1) }
      case UInt8(ascii: "#"):
        guard PowerShellLexer.startsComment(text, at: offset, from: start) else {
          offset &+= 1
          continue
        }
        offset = skipComment(text, at: offset)
      case UInt8(ascii: "<"):
        if offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "#") {
          offset = skipComment(text, at: offset)
        } else {
          offset &+= 1
        }
      case UInt8(ascii: "$"): offset = PowerShellLexer.endOfBraced(text, at: offset) ?? offset + 1
      case UInt8(ascii: "%"):
        offset =
          PowerShellLexer.isVerbatimMark(text, at: offset, from: start)
          ? PowerShellLexer.endOfVerbatim(text, from: offset + 1) : offset + 1
      case UInt8(ascii: "@"): offset = extents.hereString(text, at: offset) ?? offset + 1
      default:
        if PowerShellCharacters.doubleQuote(text, at: offset) > 0 {
          offset = extents.doubleQuoted(text, at: offset)
        } else if PowerShellCharacters.singleQuote(text, at: offset) > 0 {
          offset = extents.singleQuoted(text, at: offset)
        } else {
          offset &+= 1
        }
      }
    }
    return text.count
  }

  /// Whether a byte is one of `\n \r " # $ % ' ( ) < =`, `` @ ` { } `` or begins a quote beyond ASCII.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x3000_03BC_0000_2400
    let high: UInt64 = 0x2800_0001_0000_0001
    return byte < 128 ? (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0 : byte == 0xE2
  }

  private mutating func skipComment(_ text: Span<UInt8>, at offset: Int) -> Int {
    noteCode(text, before: offset)
    lineStart = extents.comment(text, at: offset)
    return lineStart
  }

  /// Looks for the last byte of code on the current line.
  private mutating func noteCode(_ text: Span<UInt8>, before end: Int) {
    var offset = end &- 1
    while offset >= lineStart {
      if text[offset] > 0x20 {
        lastCode = offset
        return
      }
      offset &-= 1
    }
  }

  /// Whether the statement ends with the line break before `next`.
  private mutating func endsStatement(_ text: Span<UInt8>, at next: Int) -> Bool {
    if next - start >= Self.longest { return true }
    guard depth == 0, let lastCode else { return false }
    return !goesOn(text, behind: lastCode) && !hasBraceAhead(text, from: next)
  }

  /// Whether nothing but a few blanks and line breaks stand before a brace: `foreach (…)` on a line of its own.
  private mutating func hasBraceAhead(_ text: Span<UInt8>, from start: Int) -> Bool {
    let limit = Swift.min(text.count, start + 128)
    var offset = start
    while offset < limit, text[offset] <= 0x20 { offset &+= 1 }
    guard offset < limit else {
      examined = limit
      return false
    }
    examined = offset + 1
    return text[offset] == UInt8(ascii: "{")
  }

  /// Whether a statement goes on on the next line, by the last byte of code on its line: behind `|`, `&&`, a comma, and
  /// an operator that stands by itself.
  private func goesOn(_ text: Span<UInt8>, behind last: Int) -> Bool {
    func byte(_ back: Int) -> UInt8 { last - back >= start ? text[last - back] : 0x20 }
    switch byte(0) {
    case UInt8(ascii: "|"), UInt8(ascii: ","): return true
    case UInt8(ascii: "&"): return byte(1) == UInt8(ascii: "&")
    case UInt8(ascii: "="), UInt8(ascii: "+"): return byte(1) == 0x20
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return byte(1) == UInt8(ascii: "-") && byte(2) == 0x20
    default: return false
    }
  }

  /// Whether `az` stands in a stretch as a word.
  private static func callsAzure(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var offset = start &+ 1
    while offset < end {
      if text[offset] | 0x20 == UInt8(ascii: "z"), AzureCommandLine.mayStart(at: offset &- 1, in: text) { return true }
      offset &+= 1
    }
    return false
  }

  /// Whether `trust` stands in a stretch, in any case.
  private static func mentionsTrust(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // One of five bytes in a row is of the word, if it is there.
    var offset = start &+ 4
    while offset < end {
      let place: Int
      switch text[offset] | 0x20 {
      case UInt8(ascii: "t"):
        place = isTrust(text, offset &- 4, start, end) ? offset : isTrust(text, offset, start, end) ? offset : -1
      case UInt8(ascii: "r"): place = isTrust(text, offset &- 1, start, end) ? offset : -1
      case UInt8(ascii: "u"): place = isTrust(text, offset &- 2, start, end) ? offset : -1
      case UInt8(ascii: "s"): place = isTrust(text, offset &- 3, start, end) ? offset : -1
      default: place = -1
      }
      if place >= 0 { return true }
      offset &+= 5
    }
    return false
  }

  private static func isTrust(_ text: Span<UInt8>, _ offset: Int, _ start: Int, _ end: Int) -> Bool {
    offset >= start && offset &+ 5 <= end && text[offset] | 0x20 == UInt8(ascii: "t")
      && text[offset &+ 1] | 0x20 == UInt8(ascii: "r") && text[offset &+ 2] | 0x20 == UInt8(ascii: "u")
      && text[offset &+ 3] | 0x20 == UInt8(ascii: "s") && text[offset &+ 4] | 0x20 == UInt8(ascii: "t")
  }
}
