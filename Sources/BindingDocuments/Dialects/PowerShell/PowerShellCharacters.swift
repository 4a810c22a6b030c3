/// The characters that mean something to PowerShell beyond ASCII's: quotes and dashes as text processors write them, and
/// the no-break space. Each function gives the length in bytes of the character at an offset, 0 if it is none of them.
enum PowerShellCharacters {
  /// `'` and U+2018 to U+201B.
  @inline(__always)
  static func singleQuote(_ text: Span<UInt8>, at offset: Int) -> Int {
    if text[offset] == UInt8(ascii: "'") { return 1 }
    return punctuation(text, at: offset).map { $0 >= 0x98 && $0 <= 0x9B ? 3 : 0 } ?? 0
  }

  /// `"` and U+201C to U+201E.
  @inline(__always)
  static func doubleQuote(_ text: Span<UInt8>, at offset: Int) -> Int {
    if text[offset] == UInt8(ascii: "\"") { return 1 }
    return punctuation(text, at: offset).map { $0 >= 0x9C && $0 <= 0x9E ? 3 : 0 } ?? 0
  }

  /// `-`, the en dash, the em dash and the horizontal bar.
  @inline(__always)
  static func dash(_ text: Span<UInt8>, at offset: Int) -> Int {
    if text[offset] == UInt8(ascii: "-") { return 1 }
    return punctuation(text, at: offset).map { $0 >= 0x93 && $0 <= 0x95 ? 3 : 0 } ?? 0
  }

  /// White space within a line.
  @inline(__always)
  static func blank(_ text: Span<UInt8>, at offset: Int) -> Int {
    switch text[offset] {
    case 0x20, 0x09, 0x0B, 0x0C: 1
    case 0xC2 where offset + 1 < text.count && (text[offset + 1] == 0xA0 || text[offset + 1] == 0x85): 2
    default: 0
    }
  }

  /// The end of a line: `\n`, `\r\n` or `\r`.
  @inline(__always)
  static func lineBreak(_ text: Span<UInt8>, at offset: Int) -> Int {
    switch text[offset] {
    case 0x0A: 1
    case 0x0D: offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
    default: 0
    }
  }

  /// Where the line that holds an offset ends, before its line break.
  static func lineEnd(_ text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end &+= 1 }
    return end
  }

  /// Whether a byte is of a name: a letter, a digit, an underscore, or of a character beyond ASCII.
  @inline(__always)
  static func isOfName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// The last byte of a character U+2000 to U+203F, if there is one.
  @inline(__always)
  private static func punctuation(_ text: Span<UInt8>, at offset: Int) -> UInt8? {
    guard text[offset] == 0xE2, offset + 2 < text.count, text[offset + 1] == 0x80 else { return nil }
    return text[offset + 2]
  }
}
