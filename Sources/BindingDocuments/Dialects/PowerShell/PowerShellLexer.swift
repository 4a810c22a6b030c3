/// Takes a block apart into tokens and comments, without regard to whether an expression or a command is read. Nothing in it
/// recurses: what is open stands on a stack.
struct PowerShellLexer {
  private(set) var tokens: [PowerShellToken] = []
  /// The comments.
  private(set) var comments: [Range<Int>] = []

  /// What is open: brackets, or a string with its end.
  private struct Frame {
    var token: Int
    /// Where the string that this is in, or is, has its closing quote; the end of the text if it is in none.
    var limit: Int
    var isString: Bool
    /// How many braces are open, this one included, since the last string.
    var braces: Int
  }

  private var frames: [Frame] = []
  private var extents = PowerShellExtents()
  private var offset = 0
  private var limit: Int
  private var isInString = false
  private var isJoined = false

  init(_ text: Span<UInt8>) {
    limit = text.count
    while true {
      if offset >= limit {
        guard !frames.isEmpty else { break }
        leaveLimit(text)
      } else if isInString {
        stringPart(text)
      } else {
        token(text)
      }
    }
    for index in tokens.indices where Int(tokens[index].partner) > tokens.count {
      tokens[index].partner = Int32(tokens.count)
    }
  }

  private mutating func add(_ kind: PowerShellToken.Kind, to end: Int) {
    tokens.append(PowerShellToken(kind, offset..<end, isJoined: isJoined))
    offset = end
    isJoined = true
  }

  // MARK: Nesting

  private mutating func open(_ kind: PowerShellToken.Kind, length: Int) {
    let isBrace = kind == .brace || kind == .hash
    let braces = (frames.last?.braces ?? 0) + (isBrace ? 1 : 0)
    frames.append(Frame(token: tokens.count, limit: limit, isString: false, braces: braces))
    add(kind, to: offset + length)
    isJoined = false
    isInString = false
  }

  /// A closing bracket closes what it belongs to, and what was left open in that; a parenthesis does not close a brace.
  private mutating func close(isBrace: Bool) {
    while let frame = frames.last, !frame.isString {
      let kind = tokens[frame.token].kind
      let isOpenBrace = kind == .brace || kind == .hash
      guard isBrace ? frame.braces > 0 : !isOpenBrace else { break }
      frames.removeLast()
      tokens[frame.token].partner = Int32(tokens.count)
      if isBrace == isOpenBrace { break }
    }
    add(.close, to: offset + 1)
    isInString = frames.last?.isString ?? false
  }

  /// A string begins that has its closing quote at `end`, and goes on behind `behind`.
  private mutating func openString(length: Int, end: Int) {
    frames.append(Frame(token: tokens.count, limit: limit, isString: true, braces: 0))
    add(.doubleOpen, to: offset + length)
    limit = Swift.min(end, limit)
    isInString = true
    depth += 1
  }

  /// The end of the string, or of the text, is reached: what is open in it ends.
  private mutating func leaveLimit(_ text: Span<UInt8>) {
    guard let frame = frames.popLast() else { return }
    tokens[frame.token].partner = Int32(tokens.count)
    guard frame.isString else { return }
    limit = frame.limit
    depth -= 1
    offset = Swift.min(offset, text.count)
    let isHere = text[tokens[frame.token].start] == UInt8(ascii: "@")
    add(
      .doubleClose,
      to: isHere
        ? endOfHereClose(text) : offset < limit ? offset + PowerShellCharacters.doubleQuote(text, at: offset) : offset)
    isInString = frames.last?.isString ?? false
  }

  /// Behind `"@` and the line break before it.
  private func endOfHereClose(_ text: Span<UInt8>) -> Int {
    guard offset < limit else { return offset }
    let quote = offset + PowerShellCharacters.lineBreak(text, at: offset)
    let length = quote < limit ? PowerShellCharacters.doubleQuote(text, at: quote) : 0
    guard length > 0, quote + length < limit, text[quote + length] == UInt8(ascii: "@") else { return offset }
    return quote + length + 1
  }

  // MARK: In strings

  /// How many strings are open; a subexpression in one that is too deep is text, as for ``PowerShellStringNesting``.
  private var depth = 0
  private static let deepest = 8

  private mutating func stringPart(_ text: Span<UInt8>) {
    var end = offset
    while end < limit {
      let byte = text[end]
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") { break }
      if PowerShellCharacters.doubleQuote(text, at: end) > 0, !isHereString(text) { break }
      end &+= 1
    }
    if end > offset { return add(.text, to: end) }
    if text[offset] == UInt8(ascii: "`") { return add(.escape, to: endOfEscape(text)) }
    if text[offset] == UInt8(ascii: "$") {
      if depth <= Self.deepest, offset + 1 < limit, text[offset + 1] == UInt8(ascii: "(") {
        return open(.subexpression, length: 2)
      }
      if let end = Self.endOfPlaceholder(text, at: offset) { return add(.placeholder, to: Swift.min(end, limit)) }
      if let end = Self.endOfVariable(text, at: offset) { return add(.variable, to: Swift.min(end, limit)) }
      return add(.text, to: offset + 1)
    }
    // A doubled quote.
    let first = PowerShellCharacters.doubleQuote(text, at: offset)
    let second = offset + first < limit ? PowerShellCharacters.doubleQuote(text, at: offset + first) : 0
    add(second > 0 ? .escape : .text, to: Swift.min(offset + first + second, limit))
  }

  private func isHereString(_ text: Span<UInt8>) -> Bool {
    frames.last.map { text[tokens[$0.token].start] == UInt8(ascii: "@") } ?? false
  }

  private func endOfEscape(_ text: Span<UInt8>) -> Int {
    Swift.min(limit, Self.endOfEscape(text, at: offset))
  }

  // MARK: In code

  private mutating func token(_ text: Span<UInt8>) {
    let byte = text[offset]
    let blank = PowerShellCharacters.blank(text, at: offset)
    if blank > 0 {
      offset += blank
      isJoined = false
      return
    }
    switch byte {
    case 0x0A, 0x0D:
      add(.newline, to: offset + PowerShellCharacters.lineBreak(text, at: offset))
      isJoined = false
    case UInt8(ascii: ";"): add(.semicolon, to: offset + 1)
    case UInt8(ascii: ","): add(.comma, to: offset + 1)
    case UInt8(ascii: "="): add(.equals, to: offset + 1)
    case UInt8(ascii: "|"): add(has(text, "|", 1) ? .andOr : .pipe, to: offset + (has(text, "|", 1) ? 2 : 1))
    case UInt8(ascii: "&"): add(has(text, "&", 1) ? .andOr : .ampersand, to: offset + (has(text, "&", 1) ? 2 : 1))
    case UInt8(ascii: "("): open(.parenthesis, length: 1)
    case UInt8(ascii: "{"): open(.brace, length: 1)
    case UInt8(ascii: ")"), UInt8(ascii: "}"): close(isBrace: byte == UInt8(ascii: "}"))
    case UInt8(ascii: "`"): backtick(text)
    case UInt8(ascii: "#") where Self.startsComment(text, at: offset, from: 0): comment(text)
    case UInt8(ascii: "<") where has(text, "#", 1): comment(text)
    case UInt8(ascii: "@"): at(text)
    case UInt8(ascii: "$"): dollar(text)
    case UInt8(ascii: ">"): redirection(text)
    default:
      if PowerShellCharacters.doubleQuote(text, at: offset) > 0 {
        let length = PowerShellCharacters.doubleQuote(text, at: offset)
        openString(
          length: length,
          end: endBeforeQuote(
            text, behind: extents.doubleQuoted(text.extracting(0..<limit), at: offset), opening: length))
      } else if PowerShellCharacters.singleQuote(text, at: offset) > 0 {
        add(.single, to: Swift.min(extents.singleQuoted(text, at: offset), limit))
      } else {
        word(text)
      }
    }
  }

  private func has(_ text: Span<UInt8>, _ character: Unicode.Scalar, _ distance: Int) -> Bool {
    offset + distance < limit && text[offset + distance] == UInt8(ascii: character)
  }

  /// Where a string's closing quote stands, if it has one.
  private func endBeforeQuote(_ text: Span<UInt8>, behind end: Int, opening length: Int) -> Int {
    for closing in [1, 3] where end - closing >= offset + length {
      if PowerShellCharacters.doubleQuote(text, at: end - closing) == closing { return end - closing }
    }
    return end
  }

  private mutating func backtick(_ text: Span<UInt8>) {
    if offset + 1 < limit, PowerShellCharacters.lineBreak(text, at: offset + 1) > 0 {
      offset += 1 + PowerShellCharacters.lineBreak(text, at: offset + 1)
      isJoined = false
    } else if offset + 1 >= limit {
      offset += 1
    } else {
      add(.escape, to: endOfEscape(text))
    }
  }

  private mutating func comment(_ text: Span<UInt8>) {
    let end = Swift.min(extents.comment(text, at: offset), limit)
    comments.append(offset..<end)
    offset = end
    isJoined = false
  }

  private mutating func at(_ text: Span<UInt8>) {
    if has(text, "(", 1) { return open(.array, length: 2) }
    if has(text, "{", 1) { return open(.hash, length: 2) }
    if let end = extents.hereString(text, at: offset) {
      let single = PowerShellCharacters.singleQuote(text, at: offset + 1)
      if single > 0 { return add(.hereSingle, to: Swift.min(end, limit)) }
      return openHereString(text, end: end)
    }
    var end = offset + 1
    while end < limit, PowerShellCharacters.isOfName(text[end]) || text[end] == UInt8(ascii: ":") { end += 1 }
    if end > offset + 1, !isJoined { add(.splat, to: end) } else { word(text) }
  }

  /// A here-string that expands: the first and the last line break are none of it.
  private mutating func openHereString(_ text: Span<UInt8>, end: Int) {
    var start = offset
    while start < end, PowerShellCharacters.lineBreak(text, at: start) == 0 { start += 1 }
    if start < end { start += PowerShellCharacters.lineBreak(text, at: start) }
    // Back from `"@` over the line break before it.
    var last = end
    if start < end {
      last -= 1
      while last > start, text[last - 1] != 0x0A, text[last - 1] != 0x0D { last -= 1 }
      if last > start, text[last - 1] == 0x0A { last -= 1 }
      if last > start, text[last - 1] == 0x0D { last -= 1 }
    }
    openString(length: start - offset, end: last)
  }

  private mutating func dollar(_ text: Span<UInt8>) {
    if has(text, "(", 1) { return open(.subexpression, length: 2) }
    if let end = Self.endOfPlaceholder(text, at: offset) { return add(.placeholder, to: Swift.min(end, limit)) }
    if let end = Self.endOfVariable(text, at: offset) { return add(.variable, to: Swift.min(end, limit)) }
    word(text)
  }

  private mutating func redirection(_ text: Span<UInt8>) {
    var end = offset + 1
    if end < limit, text[end] == UInt8(ascii: ">") { end += 1 }
    if end + 1 < limit, text[end] == UInt8(ascii: "&"), text[end + 1] &- 0x30 < 10 { end += 2 }
    add(.redirection, to: end)
  }

  private mutating func word(_ text: Span<UInt8>) {
    var end = offset
    if text[end] == UInt8(ascii: "<") { end = Self.endOfAngled(text, at: end, limit: limit) ?? end + 1 }
    end = Swift.max(end, offset + 1)
    while end < limit, !Self.endsWord(text, at: end) {
      end = text[end] == UInt8(ascii: "<") ? Self.endOfAngled(text, at: end, limit: limit) ?? end + 1 : end &+ 1
    }
    // `2>` and `*>`: the stream is of the redirection.
    if !isJoined, end == offset + 1, end < limit, text[end] == UInt8(ascii: ">"),
      text[offset] &- 0x31 < 6 || text[offset] == UInt8(ascii: "*")
    {
      offset = end
      isJoined = false
      return redirection(text)
    }
    let isMark = !isJoined && Self.isVerbatimMark(text, at: end - 1, from: 0) && end - offset == 3
    add(.word, to: end)
    if isMark {
      offset = end
      isJoined = false
      let lineEnd = Swift.min(Self.endOfVerbatim(text, from: end), limit)
      if lineEnd > end { add(.verbatim, to: lineEnd) }
    }
  }
}
