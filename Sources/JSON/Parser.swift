/// Parses a text to its tape in one pass, without recursion.
///
/// While a container is open, the second word on its tape holds where its parent stands and how many elements that one
/// has so far, so that no stack is needed beside the tape.
struct Parser {
  /// Where the next value is expected.
  private var offset: Int
  private let limits: JSONLimits
  private var depth = 0
  /// The tape's index of the innermost open container; meaningless at depth 0.
  private var container = 0
  private var isInObject = false
  /// How many elements or members of the innermost open container stand on the tape.
  private var count = 0

  static func tape(of text: RawSpan, limits: JSONLimits) throws(JSONSyntaxError) -> Tape {
    guard text.byteCount <= JSONLimits.longestText else {
      throw .fault("the text is longer than \(JSONLimits.longestText) bytes", at: JSONLimits.longestText)
    }
    if text.peek(at: 0) == 0xEF, text.peek(at: 1) == 0xBB, text.peek(at: 2) == 0xBF {
      throw .fault("the text begins with a byte order mark; JSON is sent without one", at: 0)
    }
    var parser = Parser(offset: 0, limits: limits)
    // Compact texts of the field have a word for each nine bytes, others fewer.
    var tape = Tape(capacity: text.byteCount / 8 + 8)
    while true {
      let isDone = try tape.edit { (words) throws(JSONSyntaxError) in try parser.fill(&words, from: text) }
      if isDone { return tape }
      tape.grow()
    }
  }

  private init(offset: Int, limits: JSONLimits) {
    self.offset = offset
    self.limits = limits
  }

  /// Parses until the text ends, which gives true, or the tape may be too short for what comes next.
  private mutating func fill(_ tape: inout OutputSpan<TapeWord>, from text: RawSpan) throws(JSONSyntaxError) -> Bool {
    // A container's two words and its first member's name are the most that one value brings, then the next name.
    while tape.freeCapacity >= 4 {
      offset = text.skippingWhiteSpace(from: offset)
      if try scanValue(in: text, to: &tape) { continue }
      // A value is complete: whatever ends with it ends, then the next one is prepared.
      while true {
        offset = text.skippingWhiteSpace(from: offset)
        if depth == 0 {
          guard offset == text.byteCount else { throw .expected("nothing after the value", in: text, at: offset) }
          return true
        }
        count &+= 1
        let byte = text.peek(at: offset)
        if byte == UInt8(ascii: ",") {
          offset &+= 1
          if isInObject {
            offset = text.skippingWhiteSpace(from: offset)
            try scanName(in: text, to: &tape)
          }
          break
        }
        guard byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw .expected(
            isInObject ? "',' or '}' after a member" : "',' or ']' after an element", in: text, at: offset)
        }
        close(&tape)
      }
    }
    return false
  }

  /// Parses a scalar, an empty container or the beginning of another container, which gives true: its first value is
  /// next.
  @inline(__always)
  private mutating func scanValue(
    in text: RawSpan, to tape: inout OutputSpan<TapeWord>
  ) throws(JSONSyntaxError) -> Bool {
    let start = offset
    let byte = text.peek(at: start)
    switch byte {
    case UInt8(ascii: "\""):
      try scanString(in: text, to: &tape)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = try text.scanningNumber(from: start)
      offset = number.end
      tape.append(TapeWord(number.isInteger ? .integer : .decimal, high: offset &- start, low: start))
    case UInt8(ascii: "{"):
      try open(.object, in: text, &tape)
      if text.peek(at: offset) != UInt8(ascii: "}") {
        try scanName(in: text, to: &tape)
        return true
      }
      close(&tape)
    case UInt8(ascii: "["):
      try open(.array, in: text, &tape)
      if text.peek(at: offset) != UInt8(ascii: "]") { return true }
      close(&tape)
    case UInt8(ascii: "t"):
      offset = try text.scanningLiteral("true", word: 0x6575_7274, from: start)
      tape.append(TapeWord(.true, high: 4, low: start))
    case UInt8(ascii: "f"):
      offset = try text.scanningLiteral("false", word: 0x6573_6C61, from: start)
      tape.append(TapeWord(.false, high: 5, low: start))
    case UInt8(ascii: "n"):
      offset = try text.scanningLiteral("null", word: 0x6C6C_756E, from: start)
      tape.append(TapeWord(.null, high: 4, low: start))
    default:
      throw .expected("a value", in: text, at: start)
    }
    return false
  }

  /// Parses a member's name and its colon.
  @inline(__always)
  private mutating func scanName(in text: RawSpan, to tape: inout OutputSpan<TapeWord>) throws(JSONSyntaxError) {
    guard text.peek(at: offset) == UInt8(ascii: "\"") else {
      let end = count == 0 ? " or '}'" : ""
      throw .expected("a member's name in double quotes\(end)", in: text, at: offset)
    }
    try scanString(in: text, to: &tape)
    offset = text.skippingWhiteSpace(from: offset)
    guard text.peek(at: offset) == UInt8(ascii: ":") else { throw .expected("':' after a name", in: text, at: offset) }
    offset &+= 1
  }

  @inline(__always)
  private mutating func scanString(in text: RawSpan, to tape: inout OutputSpan<TapeWord>) throws(JSONSyntaxError) {
    let start = offset &+ 1
    let end: Int
    let plainEnd = text.skippingPlainCharacters(from: start)
    if text.peek(at: plainEnd) == UInt8(ascii: "\"") {
      end = plainEnd
      tape.append(TapeWord(.plainString, high: end &- start, low: start))
    } else {
      let rest = try text.scanningString(from: plainEnd)
      end = rest.end
      tape.append(TapeWord(rest.isEscaped ? .escapedString : .plainString, high: end &- start, low: start))
    }
    offset = end &+ 1
  }

  /// Opens a container at its bracket and steps to what follows it.
  @inline(__always)
  private mutating func open(
    _ token: TapeWord.Token, in text: RawSpan, _ tape: inout OutputSpan<TapeWord>
  ) throws(JSONSyntaxError) {
    guard depth < limits.depth else {
      throw .fault("arrays and objects are nested more than \(limits.depth) deep", at: offset)
    }
    let index = tape.count
    // Until it is closed, the first word keeps whether the parent is an object, and the second where the parent
    // stands and its count.
    tape.append(TapeWord(token, high: isInObject ? 1 : 0, low: offset))
    tape.append(TapeWord(high: count, low: container))
    depth &+= 1
    container = index
    isInObject = token == .object
    count = 0
    offset = text.skippingWhiteSpace(from: offset &+ 1)
  }

  /// Closes the innermost container at its closing bracket and steps over that.
  @inline(__always)
  private mutating func close(_ tape: inout OutputSpan<TapeWord>) {
    offset &+= 1
    let index = container
    let first = tape[index]
    let parent = tape[index &+ 1]
    tape[index] = TapeWord(isInObject ? .object : .array, high: tape.count, low: first.low)
    tape[index &+ 1] = TapeWord(high: count, low: offset)
    depth &-= 1
    container = parent.low
    isInObject = first.high == 1
    count = parent.high
  }
}
