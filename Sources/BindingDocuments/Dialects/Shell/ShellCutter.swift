/// Finds where a logical line, or a compound command, ends, and whether it may hold something.
struct ShellCutter {
  private let start: Int
  /// Where the unit ends, once that is found.
  private var end: Int?
  /// Up to where bytes were looked at.
  private var examined = 0
  private var isOfInterest = false
  /// Whether a variable may be set.
  private var hasDefinitions = false
  /// Compound commands that are open.
  private var compounds = 0
  /// What is open within words.
  private var open = ShellNesting()
  /// From this depth on, `<<` is a shift.
  private var arithmeticDepth = Int.max
  /// Whether a command may begin here.
  private var isAtCommand = true
  /// Whether the line has more than blanks and comments.
  private var hasCode = false
  /// Whether a comment waits for the line that it speaks of.
  private var awaitsCode = false
  /// Whether an array is open, that ends before what cannot be in one.
  private var isInArray = false
  /// Behind the last `|` or `&`.
  private var behindOperator = -1
  /// Here-documents whose contents begin with the next line.
  private var hereDocuments = ShellHereDocuments()

  /// What is open is closed after so many bytes.
  private static let longest = 1 << 14

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

  private mutating func openParenthesis(_ text: Span<UInt8>, _ offset: Int) {
    if text.shellByte(offset + 1) == UInt8(ascii: "("), arithmeticDepth == .max { arithmeticDepth = open.depth + 1 }
    if open.depth == 0, text.shellByte(offset - 1) == UInt8(ascii: "=") { isInArray = true }
    open.push(.parenthesis)
    isAtCommand = true
  }

  private mutating func atBacktick() {
    if open.innermost == .backtick { close() } else { open.push(.backtick) }
    isAtCommand = true
  }

  private mutating func close() {
    open.pop()
    if open.depth < arithmeticDepth { arithmeticDepth = .max }
    if open.depth == 0 { isInArray = false }
  }

  private mutating func noticeCommand(_ text: Span<UInt8>, _ offset: Int) {
    if offset > start, AzureCommandLine.mayStart(at: offset &- 1, in: text) { isOfInterest = true }
  }

  /// Notices `NAME=`, `NAME+=` and `NAME[0]=` at a word's start.
  private mutating func noticeAssignment(_ text: Span<UInt8>, _ offset: Int) {
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
    var end = offset
    while end < text.count, end - offset < 10, !text[end].endsShellWord { end &+= 1 }
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

  private mutating func closeCompound() {
    if compounds > 0 { compounds -= 1 }
  }

  // MARK: Lines

  private mutating func behindLine(_ text: Span<UInt8>, _ offset: Int) -> Int {
    var next = offset + 1
    let isJoined = hasCode && isJoined(text, offset)
    isAtCommand = true
    if hereDocuments.count > 0 {
      if hereDocuments.skip(in: text, from: &next, noticing: !isOfInterest) { isOfInterest = true }
    }
    if awaitsCode, hasCode { awaitsCode = false }
    hasCode = false
    guard open.depth > 0 || compounds > 0 || isJoined || awaitsCode, next - start <= Self.longest,
      !beginsAnew(text, next)
    else {
      end = next
      return next
    }
    return next
  }

  /// Whether the line ends with `|`, `||` or `&&`.
  private func isJoined(_ text: Span<UInt8>, _ lineFeed: Int) -> Bool {
    guard behindOperator > start else { return false }
    guard text.skippingShellBlanks(from: behindOperator) == lineFeed else { return false }
    return text[behindOperator - 1] == UInt8(ascii: "|") || text.shellByte(behindOperator - 2) == UInt8(ascii: "&")
  }

  /// Whether a line plainly begins something that what is open cannot hold.
  private mutating func beginsAnew(_ text: Span<UInt8>, _ line: Int) -> Bool {
    if isInArray, open.depth == 1 {
      let first = text.skippingShellBlanks(from: line)
      var end = first
      while end < text.count, end - first < 64, text[end].isShellName { end &+= 1 }
      examined = Swift.max(examined, end + 1, first + 3)
      if text.hasShellWord("az ", at: first) || end > first && text.shellByte(end) == UInt8(ascii: "=") { return true }
    }
    guard compounds > 0, open.depth == 0 else { return false }
    examined = Swift.max(examined, line + 9)
    return text.shellByte(line) == UInt8(ascii: "}") || text.hasShellWord("function ", at: line)
  }

  private mutating func behindHash(_ text: Span<UInt8>, _ offset: Int) -> Int {
    if offset > start, !text[offset - 1].endsShellWord || text.shellByte(offset + 1) == UInt8(ascii: "{") {
      return offset + 1
    }
    var end = offset + 1
    while end < text.count, text[end] != 0x0A {
      if text[end] == UInt8(ascii: "-"), text[end - 1] == UInt8(ascii: "d"),
        text.hasShellWord("trusted-access", at: end - 7)
      {
        isOfInterest = true
        if !hasCode { awaitsCode = true }
      }
      end &+= 1
    }
    return end
  }

  // MARK: Words

  private mutating func behindQuote(_ quote: ShellQuote, _ text: Span<UInt8>, _ offset: Int) -> Int {
    examined = Swift.max(examined, quote.examined)
    if !isOfInterest {
      var place = offset + 1
      while place < quote.end {
        if text[place] | 0x20 == UInt8(ascii: "z") { noticeCommand(text, place) }
        place &+= 1
      }
    }
    return Swift.max(quote.isClosed ? quote.end + 1 : quote.end, offset + 1)
  }

  private mutating func behindDoubleQuote(_ text: Span<UInt8>, _ offset: Int) -> Int {
    let quote = ShellQuote(double: offset, in: text)
    guard quote.isClosed else { return behindQuote(quote, text, offset) }
    examined = Swift.max(examined, quote.examined)
    open.push(.double)
    return offset + 1
  }

  private func behindEscape(_ text: Span<UInt8>, _ offset: Int) -> Int {
    text.shellByte(offset + 1) == 0x0D && text.shellByte(offset + 2) == 0x0A ? offset + 3 : offset + 2
  }

  private mutating func behindDollar(_ text: Span<UInt8>, _ offset: Int) -> Int {
    switch text.shellByte(offset + 1) {
    case UInt8(ascii: "("):
      openParenthesis(text, offset + 1)
      return offset + 2
    case UInt8(ascii: "{"):
      guard text.hasClosedShellBrace(at: offset + 1) else { return offset + 2 }
      open.push(.brace)
      return offset + 2
    case UInt8(ascii: "'") where open.innermost != .double:
      return behindQuote(ShellQuote(single: offset + 1, in: text, hasEscapes: true), text, offset + 1)
    default: return offset + 1
    }
  }

  private mutating func behindLess(_ text: Span<UInt8>, _ offset: Int) -> Int {
    guard text.shellByte(offset + 1) == UInt8(ascii: "<") else { return offset + 1 }
    if open.depth < arithmeticDepth, let document = ShellHereDocument(at: offset, in: text) {
      hereDocuments.add(document)
      return document.end
    }
    return text.shellByte(offset + 2) == UInt8(ascii: "<") ? offset + 3 : offset + 2
  }

  private mutating func inDouble(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "\""):
        close()
        return offset + 1
      case UInt8(ascii: "\\"): return behindEscape(text, offset)
      case UInt8(ascii: "$"): return behindDollar(text, offset)
      case UInt8(ascii: "`"):
        atBacktick()
        return offset + 1
      // Where the quote is broken, the reader may take this for code.
      case UInt8(ascii: "z"), UInt8(ascii: "Z"): noticeCommand(text, offset)
      case UInt8(ascii: "="): noticeAssignment(text, offset)
      case 0x0A:
        if offset - self.start > Self.longest {
          end = offset + 1
          return offset + 1
        }
      default: break
      }
      offset &+= 1
    }
    return offset
  }

  private mutating func inBrace(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "}"), 0x0A:
        close()
        return text[offset] == 0x0A ? offset : offset + 1
      case UInt8(ascii: "\\"): return behindEscape(text, offset)
      case UInt8(ascii: "$"): return behindDollar(text, offset)
      case UInt8(ascii: "\""): return behindDoubleQuote(text, offset)
      case UInt8(ascii: "z"), UInt8(ascii: "Z"): noticeCommand(text, offset)
      case UInt8(ascii: "="): noticeAssignment(text, offset)
      default: break
      }
      offset &+= 1
    }
    return offset
  }
}
