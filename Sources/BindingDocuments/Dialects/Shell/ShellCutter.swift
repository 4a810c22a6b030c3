/// Finds where a logical line, or a compound command, ends, and whether it may hold something.
struct ShellCutter {
  let start: Int
  /// Where the unit ends, once that is found.
  var end: Int?
  /// Up to where bytes were looked at.
  var examined = 0
  var isOfInterest = false
  /// Whether a variable may be set.
  private var hasDefinitions = false
  /// Compound commands that are open.
  var compounds = 0
  /// What is open within words.
  var open = ShellNesting()
  /// From this depth on, `<<` is a shift.
  var arithmeticDepth = Int.max
  /// Whether a command may begin here.
  var isAtCommand = true
  /// Whether the line has more than blanks and comments.
  var hasCode = false
  /// Whether a comment waits for the line that it speaks of.
  var awaitsCode = false
  /// Whether an array is open, that ends before what cannot be in one.
  var isInArray = false
  /// Behind the last `|` or `&`.
  var behindOperator = -1
  /// Here-documents whose contents begin with the next line.
  var hereDocuments = ShellHereDocuments()

  /// What is open is closed after so many bytes.
  static let longest = 1 << 14

  init(start: Int) {
    self.start = start
  }

  /// The unit at the start.
  mutating func unit(in text: Span<UInt8>) -> Block {
    var offset = start
    while end == nil, offset < text.count {
      switch open.innermost {
      case .double: offset = inDouble(text, offset)
      case .brace: offset = inBrace(text, offset)
      case .parenthesis, .backtick, nil: offset = inCode(text, offset)
      }
    }
    let end = Swift.min(end ?? text.count, text.count)
    return Block(
      end: end, examined: Swift.min(examined, text.count),
      interest: isOfInterest ? .anything : hasDefinitions ? .definitions : .nothing)
  }

  // MARK: Code

  /// Bytes that mean something wherever they stand, a bit each: a line feed, quotes, `#$&();<=\|`, a backtick, `z`, `Z`.
  private static let loudLow: UInt64 =
    1 << 0x0A | 1 << 0x22 | 1 << 0x23 | 1 << 0x24 | 1 << 0x26 | 1 << 0x27 | 1 << 0x28 | 1 << 0x29 | 1 << 0x3B | 1
    << 0x3C
    | 1 << 0x3D
  private static let loudHigh: UInt64 = 1 << 0x1A | 1 << 0x1C | 1 << 0x20 | 1 << 0x3A | 1 << 0x3C

  @inline(__always)
  private static func isQuiet(_ byte: UInt8) -> Bool {
    byte > 127 || (byte < 64 ? loudLow : loudHigh) >> UInt64(byte & 63) & 1 == 0
  }

  @inline(__always)
  private mutating func inCode(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    if isAtCommand {
      offset = text.skippingShellBlanks(from: offset)
      guard offset < text.count else { return offset }
      let byte = text[offset]
      if byte != UInt8(ascii: "#"), byte != 0x0A {
        hasCode = true
        isAtCommand = false
        if let end = endOfKeyword(text, offset) { return end }
      }
    }
    while offset < text.count, Self.isQuiet(text[offset]) { offset &+= 1 }
    guard offset < text.count else { return offset }
    switch text[offset] {
    case 0x0A: return behindLine(text, offset)
    case UInt8(ascii: "#"): return behindHash(text, offset)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): noticeCommand(text, offset)
    case UInt8(ascii: "="): noticeAssignment(text, offset)
    case UInt8(ascii: "'"): return behindQuote(ShellQuote(single: offset, in: text), text, offset)
    case UInt8(ascii: "\""): return behindDoubleQuote(text, offset)
    case UInt8(ascii: "\\"): return behindEscape(text, offset)
    case UInt8(ascii: "$"): return behindDollar(text, offset)
    case UInt8(ascii: "`"): atBacktick()
    case UInt8(ascii: "("): openParenthesis(text, offset)
    case UInt8(ascii: ")"):
      if open.innermost == .parenthesis { close() } else { isAtCommand = true }
    case UInt8(ascii: "<"): return behindLess(text, offset)
    case UInt8(ascii: ";"): isAtCommand = true
    default:
      isAtCommand = true
      behindOperator = offset &+ 1
    }
    return offset &+ 1
  }

  mutating func openParenthesis(_ text: Span<UInt8>, _ offset: Int) {
    if text.shellByte(offset + 1) == UInt8(ascii: "("), arithmeticDepth == .max { arithmeticDepth = open.depth + 1 }
    if open.depth == 0, text.shellByte(offset - 1) == UInt8(ascii: "=") { isInArray = true }
    open.push(.parenthesis)
    isAtCommand = true
  }

  mutating func atBacktick() {
    if open.innermost == .backtick { close() } else { open.push(.backtick) }
    isAtCommand = true
  }

  mutating func close() {
    open.pop()
    if open.depth < arithmeticDepth { arithmeticDepth = .max }
    if open.depth == 0 { isInArray = false }
  }

  mutating func noticeCommand(_ text: Span<UInt8>, _ offset: Int) {
    if offset > start, AzureCommandLine.mayStart(at: offset &- 1, in: text) { isOfInterest = true }
  }

  /// Notices `NAME=`, `NAME+=` and `NAME[0]=` at a word's start.
  mutating func noticeAssignment(_ text: Span<UInt8>, _ offset: Int) {
    guard !hasDefinitions else { return }
    var place = offset - 1
    if place >= start, text[place] == UInt8(ascii: "+") { place -= 1 }
    guard place >= start, text[place].isShellName || text[place] == UInt8(ascii: "]") else { return }
    while place >= start, offset - place < 64, text[place].isShellName { place -= 1 }
    hasDefinitions = place < start || !Self.isOfOtherWord(text[place])
  }

  /// Whether a byte before a name tells that no word starts with it: `--name=`, `a.b=`, `?x=`.
  private static func isOfOtherWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"): true
    default: false
    }
  }

  /// Counts compound commands, and notices those that set variables. Where the keyword ends if a command may follow.
  private mutating func endOfKeyword(_ text: Span<UInt8>, _ offset: Int) -> Int? {
    guard Self.mayBeKeyword(text[offset], text.shellByte(offset &+ 1)) else { return nil }
    let end = endOfWord(text, offset)
    func isWord(_ word: StaticString) -> Bool {
      word.utf8CodeUnitCount == end - offset && text.hasShellWord(word, at: offset)
    }
    switch text[offset] {
    case UInt8(ascii: "i"), UInt8(ascii: "w"), UInt8(ascii: "u"):
      if isWord("if") || isWord("while") || isWord("until") {
        compounds += 1
        isAtCommand = true
      } else if isWord("unset") {
        hasDefinitions = true
      }
    case UInt8(ascii: "c"): if isWord("case") { compounds += 1 }
    case UInt8(ascii: "f"), UInt8(ascii: "s"):
      if isWord("for") || isWord("select") {
        compounds += 1
        hasDefinitions = true
      } else if isWord("fi") {
        closeCompound()
      } else if isWord("set"), text.hasShellWord(" -- ", at: end) {
        hasDefinitions = true
      }
    case UInt8(ascii: "d"), UInt8(ascii: "e"):
      if isWord("done") || isWord("esac") { closeCompound() }
      if isWord("do") || isWord("else") || isWord("elif") { isAtCommand = true }
    case UInt8(ascii: "t"): if isWord("then") || isWord("time") { isAtCommand = true }
    case UInt8(ascii: "{"), UInt8(ascii: "!"): if end == offset + 1 { isAtCommand = true }
    case UInt8(ascii: "r"), UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "p"), UInt8(ascii: "l"):
      if isWord("read") || isWord("readarray") || isWord("mapfile") || isWord("getopts") || isWord("let")
        || isWord("printf") && text.hasShellWord(" -v", at: end)
      {
        hasDefinitions = true
      }
    default: break
    }
    return isAtCommand ? end : nil
  }

  /// Whether a keyword begins with two bytes. Every command comes by here.
  private static func mayBeKeyword(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "!"): true
    case UInt8(ascii: "i"): second == UInt8(ascii: "f")
    case UInt8(ascii: "w"): second == UInt8(ascii: "h")
    case UInt8(ascii: "u"): second == UInt8(ascii: "n")
    case UInt8(ascii: "c"), UInt8(ascii: "m"): second == UInt8(ascii: "a")
    case UInt8(ascii: "f"): second == UInt8(ascii: "o") || second == UInt8(ascii: "i")
    case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "g"), UInt8(ascii: "l"): second == UInt8(ascii: "e")
    case UInt8(ascii: "d"): second == UInt8(ascii: "o")
    case UInt8(ascii: "e"): second == UInt8(ascii: "s") || second == UInt8(ascii: "l")
    case UInt8(ascii: "t"): second == UInt8(ascii: "h") || second == UInt8(ascii: "i")
    case UInt8(ascii: "p"): second == UInt8(ascii: "r")
    default: false
    }
  }

  /// Where a word ends, or is longer than any keyword.
  private func endOfWord(_ text: Span<UInt8>, _ offset: Int) -> Int {
    var end = offset
    while end < text.count, end - offset < 10, !text[end].endsShellWord { end &+= 1 }
    return end
  }

  private mutating func closeCompound() {
    if compounds > 0 { compounds -= 1 }
  }
}
