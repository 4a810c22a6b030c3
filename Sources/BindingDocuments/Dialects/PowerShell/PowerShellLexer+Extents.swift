// What the cutter and the lexer both need to know of single tokens.

extension PowerShellLexer {
  /// How many bytes a name in braces has at most.
  private static let longestName = 256

  /// Whether a `#` begins a comment: not within a word.
  static func startsComment(_ text: Span<UInt8>, at offset: Int, from start: Int) -> Bool {
    guard offset > start else { return true }
    switch text[offset - 1] {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0: return true
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"),
      UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: ">"):
      return true
    default: return false
    }
  }

  /// Whether a percent sign ends the word `--%`.
  static func isVerbatimMark(_ text: Span<UInt8>, at offset: Int, from start: Int) -> Bool {
    guard offset >= start + 3, text[offset] == UInt8(ascii: "%"), text[offset - 1] == UInt8(ascii: "-"),
      text[offset - 2] == UInt8(ascii: "-"), text[offset - 3] == 0x20 || text[offset - 3] == 0x09
    else { return false }
    return offset + 1 == text.count || text[offset + 1] <= 0x20
  }

  /// Where what follows `--%` ends: with its line, or a pipe outside of double quotes.
  static func endOfVerbatim(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    var isQuoted = false
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D {
      if text[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if text[end] == UInt8(ascii: "|"), !isQuoted { break }
      end &+= 1
    }
    return end
  }

  /// Where `${…}` or `${{ … }}` ends, which may have any character between its braces; `nil` if none begins.
  static func endOfBraced(_ text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "{") else { return nil }
    if let end = endOfPlaceholder(text, at: offset) { return end }
    var end = offset + 2
    while end < text.count, end < offset + longestName, text[end] != 0x0A, text[end] != 0x0D {
      if text[end] == UInt8(ascii: "}") { return end + 1 }
      end &+= 1
    }
    return nil
  }

  /// Where `${{ … }}` ends, on its line; `nil` if none begins.
  static func endOfPlaceholder(_ text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset + 2 < text.count, text[offset + 1] == UInt8(ascii: "{"), text[offset + 2] == UInt8(ascii: "{") else {
      return nil
    }
    var end = offset + 3
    while end + 1 < text.count, end < offset + longestName, text[end] != 0x0A, text[end] != 0x0D {
      if text[end] == UInt8(ascii: "}"), text[end + 1] == UInt8(ascii: "}") { return end + 2 }
      end &+= 1
    }
    return nil
  }

  /// Where a variable ends; `nil` if the dollar sign begins none. A scope or a drive is of its name, `$env:PATH`.
  static func endOfVariable(_ text: Span<UInt8>, at offset: Int) -> Int? {
    if let end = endOfBraced(text, at: offset) { return end }
    var end = offset + 1
    guard end < text.count else { return nil }
    if text[end] == UInt8(ascii: "$") || text[end] == UInt8(ascii: "^") || text[end] == UInt8(ascii: "?") {
      return end + 1
    }
    var hasScope = false
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: ":"), !hasScope, end > offset + 1, end + 1 < text.count, isOfVariable(text, at: end + 1) {
        hasScope = true
      } else if !isOfVariable(text, at: end) && (byte != UInt8(ascii: "?") || end == offset + 1) {
        break
      }
      end &+= 1
    }
    return end > offset + 1 ? end : nil
  }

  private static func isOfVariable(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let byte = text[offset]
    guard byte >= 0x80 else { return PowerShellCharacters.isOfName(byte) }
    // Quotes, dashes and other punctuation are none of a name.
    if byte == 0xE2 || byte == 0xC2 { return false }
    return byte < 0xC0 ? offset < 2 || text[offset - 1] != 0xE2 && text[offset - 2] != 0xE2 : true
  }

  /// Where an escape ends: a backtick with a character, or with a number, `` `u{1F600} ``.
  static func endOfEscape(_ text: Span<UInt8>, at offset: Int) -> Int {
    guard offset + 1 < text.count else { return text.count }
    if text[offset + 1] == UInt8(ascii: "u"), offset + 2 < text.count, text[offset + 2] == UInt8(ascii: "{") {
      var end = offset + 3
      while end < text.count, end < offset + 10, text[end] != UInt8(ascii: "}") { end += 1 }
      if end < text.count, text[end] == UInt8(ascii: "}") { return end + 1 }
    }
    let lineBreak = PowerShellCharacters.lineBreak(text, at: offset + 1)
    var end = offset + 1 + Swift.max(lineBreak, 1)
    while lineBreak == 0, end < text.count, end < offset + 5, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Where `<…>` ends, which stands for something in its place; `nil` if none begins.
  static func endOfAngled(_ text: Span<UInt8>, at offset: Int, limit: Int) -> Int? {
    var end = offset + 1
    while end < limit, end < offset + 80 {
      switch text[end] {
      case UInt8(ascii: ">"): return end > offset + 1 ? end + 1 : nil
      case 0x0A, 0x0D, UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: "$"):
        return nil
      case UInt8(ascii: "#") where end == offset + 1: return nil
      default: end &+= 1
      }
    }
    return nil
  }

  /// Whether a bare word ends before a byte.
  static func endsWord(_ text: Span<UInt8>, at offset: Int) -> Bool {
    switch text[offset] {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "|"),
      UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    case 0xE2:
      return PowerShellCharacters.doubleQuote(text, at: offset) > 0
        || PowerShellCharacters.singleQuote(text, at: offset) > 0
    case 0xC2: return PowerShellCharacters.blank(text, at: offset) > 0
    default: return false
    }
  }
}
