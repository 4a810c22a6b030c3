/// Where strings, here-strings and comments of PowerShell end. What is never closed ends with its line; whether it is
/// closed is looked for in a bounded stretch, up to a line that plainly starts something new.
///
/// Every function is given the offset of the first byte and answers with the offset behind the last one.
struct PowerShellExtents {
  /// How many bytes are looked at for the end of a string of several lines.
  static let furthestQuote = 1 << 14
  /// How many bytes are looked at for the end of a here-string or a comment.
  static let furthestTerminator = 1 << 16

  /// Up to where bytes were looked at.
  private(set) var examined = 0

  /// `'…'`.
  mutating func singleQuoted(_ text: Span<UInt8>, at start: Int) -> Int {
    var offset = start + PowerShellCharacters.singleQuote(text, at: start)
    var known = 0
    while offset < text.count {
      let length = PowerShellCharacters.singleQuote(text, at: offset)
      if length > 0 {
        offset += length
        guard offset < text.count else { return offset }
        let next = PowerShellCharacters.singleQuote(text, at: offset)
        if next == 0 { return offset }
        offset += next
      } else {
        if offset >= known, PowerShellCharacters.lineBreak(text, at: offset) > 0 {
          guard let quote = closingQuote(text, from: offset, isDouble: false) else { return offset }
          known = quote
        }
        offset &+= 1
      }
    }
    return offset
  }

  /// `"…"`, with strings in subexpressions in it. A subexpression ends with its line, and the string with it.
  mutating func doubleQuoted(_ text: Span<UInt8>, at start: Int) -> Int {
    var offset = start + PowerShellCharacters.doubleQuote(text, at: start)
    var known = 0
    var nesting = PowerShellStringNesting()
    while offset < text.count {
      let byte = text[offset]
      if byte == 0x0A || byte == 0x0D {
        if !nesting.isEmpty { return offset }
        if offset >= known {
          guard let quote = closingQuote(text, from: offset, isDouble: true) else { return offset }
          known = quote
        }
        offset &+= 1
      } else if byte == UInt8(ascii: "`") {
        offset = Swift.min(offset + 2, text.count)
      } else if nesting.isInCode {
        offset = code(text, at: offset, &nesting)
      } else if byte == UInt8(ascii: "$"), offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "(") {
        offset += 2
        nesting.enterCode()
      } else {
        let length = PowerShellCharacters.doubleQuote(text, at: offset)
        offset += Swift.max(length, 1)
        guard length > 0 else { continue }
        let doubled = offset < text.count ? PowerShellCharacters.doubleQuote(text, at: offset) : 0
        offset += doubled
        if doubled == 0, !nesting.leaveString() { return offset }
      }
    }
    return offset
  }

  /// A step through the code of a subexpression.
  private func code(_ text: Span<UInt8>, at offset: Int, _ nesting: inout PowerShellStringNesting) -> Int {
    switch text[offset] {
    case UInt8(ascii: "("): nesting.open()
    case UInt8(ascii: ")"): nesting.close()
    default:
      let double = PowerShellCharacters.doubleQuote(text, at: offset)
      if double > 0 {
        nesting.enterString()
        return offset + double
      }
      let single = PowerShellCharacters.singleQuote(text, at: offset)
      if single > 0 {
        var end = offset + single
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D {
          let closing = PowerShellCharacters.singleQuote(text, at: end)
          end += Swift.max(closing, 1)
          if closing > 0 { return end }
        }
        return offset + single
      }
    }
    return offset + 1
  }

  /// Where a quote stands that may close a string that goes on at the end of a line.
  private mutating func closingQuote(_ text: Span<UInt8>, from start: Int, isDouble: Bool) -> Int? {
    let limit = Swift.min(text.count, start + Self.furthestQuote)
    var offset = start
    defer { examined = Swift.max(examined, Swift.min(offset + 3, text.count)) }
    while offset < limit {
      let lineBreak = PowerShellCharacters.lineBreak(text, at: offset)
      if lineBreak > 0 {
        offset += lineBreak
        if PowerShellStart.isPlain(text, at: offset) {
          offset = PowerShellCharacters.lineEnd(text, from: offset)
          return nil
        }
        continue
      }
      if isDouble, text[offset] == UInt8(ascii: "`") {
        offset += 2
        continue
      }
      let length =
        isDouble
        ? PowerShellCharacters.doubleQuote(text, at: offset) : PowerShellCharacters.singleQuote(text, at: offset)
      if length > 0 { return offset }
      offset &+= 1
    }
    return nil
  }

  /// `@'…'@` or `@"…"@` with its line breaks; `nil` if none starts here. One that is not closed ends with its first line.
  mutating func hereString(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start + 1 < text.count else { return nil }
    let isSingle = PowerShellCharacters.singleQuote(text, at: start + 1) > 0
    let length =
      isSingle
      ? PowerShellCharacters.singleQuote(text, at: start + 1) : PowerShellCharacters.doubleQuote(text, at: start + 1)
    guard length > 0 else { return nil }
    var header = start + 1 + length
    while header < text.count, PowerShellCharacters.blank(text, at: header) > 0 { header += 1 }
    guard header < text.count, PowerShellCharacters.lineBreak(text, at: header) > 0 else { return nil }
    let limit = Swift.min(text.count, start + Self.furthestTerminator)
    var offset = header
    defer { examined = Swift.max(examined, Swift.min(offset + 4, text.count)) }
    while offset < limit {
      let lineBreak = PowerShellCharacters.lineBreak(text, at: offset)
      if lineBreak > 0, offset > header, isHeader(text, endingAt: offset, isSingle: isSingle) { return header }
      offset += Swift.max(lineBreak, 1)
      guard lineBreak > 0, offset < text.count else { continue }
      let quote =
        isSingle
        ? PowerShellCharacters.singleQuote(text, at: offset) : PowerShellCharacters.doubleQuote(text, at: offset)
      if quote > 0, offset + quote < text.count, text[offset + quote] == UInt8(ascii: "@") { return offset + quote + 1 }
    }
    return header
  }

  /// Whether a line ends with `@'` or `@"`: a here-string of the same kind would have ended before that.
  private func isHeader(_ text: Span<UInt8>, endingAt end: Int, isSingle: Bool) -> Bool {
    var last = end &- 1
    while last > 0, text[last] == 0x20 || text[last] == 0x09 { last &-= 1 }
    for length in [1, 3] where last - length >= 0 && text[last - length] == UInt8(ascii: "@") {
      let quote = last - length + 1
      let found =
        isSingle ? PowerShellCharacters.singleQuote(text, at: quote) : PowerShellCharacters.doubleQuote(text, at: quote)
      if found == length { return true }
    }
    return false
  }

  /// `#…` or `<#…#>`. A block that is not closed ends with its first line.
  mutating func comment(_ text: Span<UInt8>, at start: Int) -> Int {
    guard text[start] == UInt8(ascii: "<") else { return PowerShellCharacters.lineEnd(text, from: start) }
    let limit = Swift.min(text.count, start + Self.furthestTerminator)
    var offset = start + 2
    defer { examined = Swift.max(examined, Swift.min(offset + 1, text.count)) }
    while offset + 1 < limit {
      if text[offset] == UInt8(ascii: "#"), text[offset + 1] == UInt8(ascii: ">") { return offset + 2 }
      // Another one: this one is not closed.
      if text[offset] == UInt8(ascii: "<"), text[offset + 1] == UInt8(ascii: "#") { break }
      offset &+= 1
    }
    if limit == text.count { offset = limit }
    return PowerShellCharacters.lineEnd(text, from: start)
  }
}

/// What is open within a double-quoted string, as deep as anyone writes it: strings in subexpressions in strings.
struct PowerShellStringNesting {
  /// For each subexpression that is open, how many brackets are open in it: eight bits each, the innermost the lowest.
  private var brackets: UInt64 = 0
  private var count = 0
  /// Whether the innermost subexpression has a string open.
  private(set) var isInCode = false

  /// Whether only the outermost string is open.
  var isEmpty: Bool { count == 0 }

  /// A subexpression begins in a string. One that is too deep is text.
  mutating func enterCode() {
    guard count < 8 else { return }
    brackets = brackets &<< 8 | 1
    count += 1
    isInCode = true
  }

  mutating func enterString() { isInCode = false }

  mutating func open() { if brackets & 0xFF < 0xFF { brackets &+= 1 } }

  mutating func close() {
    brackets &-= 1
    guard brackets & 0xFF == 0 else { return }
    brackets &>>= 8
    count -= 1
    isInCode = false
  }

  /// A string ends; `false` if that was the outermost one.
  mutating func leaveString() -> Bool {
    guard count > 0 else { return false }
    isInCode = true
    return true
  }
}

/// What plainly starts a statement at the beginning of a line.
enum PowerShellStart {
  /// Whether a line starts with `az`, a cmdlet of Az, or an assignment: no line of a string that goes on does.
  static func isPlain(_ text: Span<UInt8>, at lineStart: Int) -> Bool {
    var start = lineStart
    while start < text.count, text[start] == 0x20 || text[start] == 0x09 { start &+= 1 }
    guard start < text.count else { return false }
    var end = start
    if text[start] == UInt8(ascii: "$") { end += 1 }
    while end < text.count, PowerShellCharacters.isOfName(text[end]), text[end] < 0x80 { end &+= 1 }
    guard end + 1 < text.count, end > start else { return false }
    if text[start] == UInt8(ascii: "$") {
      return text[end] == 0x20 && text[end + 1] == UInt8(ascii: "=") && end + 2 < text.count && text[end + 2] == 0x20
    }
    if end - start == 2, text[end] == 0x20 {
      return text[start] | 0x20 == UInt8(ascii: "a") && text[start + 1] | 0x20 == UInt8(ascii: "z")
    }
    return end + 3 < text.count && text[end] == UInt8(ascii: "-") && text[end + 1] | 0x20 == UInt8(ascii: "a")
      && text[end + 2] | 0x20 == UInt8(ascii: "z") && PowerShellCharacters.isOfName(text[end + 3])
  }
}
