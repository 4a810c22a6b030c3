import Testing

@testable import SourceText

/// A text with marks taken out of it, and where they stood.
struct MarkedText {
  var text: SourceText
  /// The offset of each `¦`, in order.
  var marks: [Int] = []

  /// Chunks are small, so that all but the shortest of texts have several.
  init(_ marked: String) {
    var bytes: [UInt8] = []
    for scalar in marked.unicodeScalars {
      if scalar == "¦" { marks.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
    }
    text = SourceText(bytes.span.bytes, chunkSize: ChunkSize(usual: 16))
  }
}

private func position(_ line: Int, _ character: Int) -> Position { Position(line: line, character: character) }

@Suite struct Positions {
  @Test(arguments: [
    ("", "¦", position(0, 0), position(0, 0), position(0, 0)),
    ("ASCII", "ab¦c", position(0, 2), position(0, 2), position(0, 2)),
    ("the end", "abc¦", position(0, 3), position(0, 3), position(0, 3)),
    ("two bytes", "ß¦", position(0, 2), position(0, 1), position(0, 1)),
    ("three bytes", "한¦", position(0, 3), position(0, 1), position(0, 1)),
    ("four bytes", "😀¦", position(0, 4), position(0, 2), position(0, 1)),
    ("combining", "e\u{301}¦", position(0, 3), position(0, 2), position(0, 2)),
    ("joined", "👩\u{200D}🚀¦", position(0, 11), position(0, 5), position(0, 3)),
    ("byte order mark", "\u{FEFF}¦", position(0, 3), position(0, 1), position(0, 1)),
    ("NUL", "\0¦", position(0, 1), position(0, 1), position(0, 1)),
    ("LF", "😀\n¦", position(1, 0), position(1, 0), position(1, 0)),
    ("CR", "😀\r¦", position(1, 0), position(1, 0), position(1, 0)),
    ("CR LF", "😀\r\n¦", position(1, 0), position(1, 0), position(1, 0)),
    ("LF CR", "\n\r¦", position(2, 0), position(2, 0), position(2, 0)),
    ("CR CR LF", "\r\r\n¦", position(2, 0), position(2, 0), position(2, 0)),
    ("no line breaks", "\u{B}\u{C}\u{85}\u{2028}\u{2029}¦", position(0, 10), position(0, 5), position(0, 5)),
    (
      "behind chunks", "0123456789\n0123456789\n0123456789\n012345é6😀¦", position(3, 13), position(3, 10),
      position(3, 9)
    ),
    (
      "a line of chunks", "\n0123456789é0123456789é0123456789é012345678😀¦",
      position(1, 49), position(1, 44), position(1, 43)
    ),
  ])
  func isConverted(_ what: String, _ marked: String, _ utf8: Position, _ utf16: Position, _ utf32: Position) {
    let fixture = MarkedText(marked)
    for (encoding, expected) in zip(PositionEncoding.allCases, [utf8, utf16, utf32]) {
      let position = fixture.text.position(of: fixture.marks[0], in: encoding)
      #expect(position == expected, "\(what) in \(encoding)")
      #expect(fixture.text.offset(of: expected, in: encoding) == fixture.marks[0], "\(what) in \(encoding)")
    }
  }

  @Test(arguments: [
    ("behind a line's end", "ab¦\ncd", position(0, 99)),
    ("behind a line's end, CR LF", "ab¦\r\ncd", position(0, 3)),
    ("behind the last line's end", "ab\ncd¦", position(1, 99)),
    ("behind an empty last line", "ab\n¦", position(1, 5)),
    ("behind the last line", "ab\ncd¦", position(2, 0)),
    ("as far as can be", "ab\ncd¦", position(.max, .max)),
    ("as far as can be in a line", "ab\ncd¦\nef", position(1, .max)),
    ("as far as can be in a line of chunks", "0123456789012345678901234567890123456789¦\n", position(0, .max)),
    ("a negative line", "a¦b\ncd", position(-1, 1)),
    ("a negative character", "ab\n¦cd", position(1, -1)),
    ("as negative as can be", "¦ab", position(.min, .min)),
    ("an empty text", "¦", position(3, 4)),
  ])
  func isClamped(_ what: String, _ marked: String, _ position: Position) {
    let fixture = MarkedText(marked)
    for encoding in PositionEncoding.allCases {
      #expect(fixture.text.offset(of: position, in: encoding) == fixture.marks[0], "\(what) in \(encoding)")
    }
  }

  @Test(arguments: [
    ("a surrogate pair", "a¦😀b", position(0, 2), PositionEncoding.utf16),
    ("two bytes", "a¦éb", position(0, 2), .utf8),
    ("three bytes", "a¦한b", position(0, 3), .utf8),
    ("four bytes", "a¦😀b", position(0, 4), .utf8),
    ("a pair at a line's end", "a¦😀\n", position(0, 2), .utf16),
    ("a pair at the end", "a¦😀", position(0, 2), .utf16),
  ])
  func withinACharacterIsItsStart(_ what: String, _ marked: String, _ position: Position, _ encoding: PositionEncoding)
  {
    let fixture = MarkedText(marked)
    #expect(fixture.text.offset(of: position, in: encoding) == fixture.marks[0], "\(what)")
  }

  @Test func ofAnOffsetThatIsNoPlaceIsBefore() {
    let text = SourceText(Array("a😀\r\nb".utf8))
    for offset in 2...4 { #expect(text.position(of: offset, in: .utf16) == position(0, 1)) }
    #expect(text.position(of: 6, in: .utf16) == position(0, 3), "between CR and LF")
    #expect(text.line(at: 6) == 0)
    #expect(text.position(of: -5, in: .utf16) == position(0, 0))
    #expect(text.position(of: .min, in: .utf16) == position(0, 0))
    #expect(text.position(of: .max, in: .utf16) == position(1, 1))
  }

  /// Each byte that is part of no well-formed sequence is one unit.
  @Test(arguments: [
    ("a continuation", [0x80], 1), ("overlong", [0xC0, 0x80], 2), ("cut off", [0xE2, 0x82], 2),
    ("cut off before ASCII", [0xF0, 0x9F, 0x98, 0x41], 4), ("a surrogate", [0xED, 0xA0, 0x80], 3),
    ("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80], 4), ("overlong three", [0xE0, 0x9F, 0xBF], 3),
    ("overlong four", [0xF0, 0x8F, 0xBF, 0xBF], 4), ("no byte of UTF-8", [0xF5, 0xFF], 2),
    ("one continuation too many", [0xC3, 0xA9, 0xA9], 2),
  ])
  func countInvalidBytes(_ what: String, _ bytes: [UInt8], _ units: Int) {
    let text = SourceText(bytes)
    for encoding in [PositionEncoding.utf16, .utf32] {
      #expect(text.position(of: bytes.count, in: encoding) == position(0, units), "\(what)")
      #expect(text.offset(of: position(0, units), in: encoding) == bytes.count, "\(what)")
    }
    #expect(text.bytes(in: 0..<bytes.count) == bytes)
  }
}

@Suite struct Lines {
  @Test(arguments: [
    ("", ["¦¦¦"]),
    ("a", ["¦a¦¦"]),
    ("a\nb\r\nc\rd", ["¦a¦\n¦", "¦b¦\r\n¦", "¦c¦\r¦", "¦d¦¦"]),
    ("\n\n", ["¦¦\n¦", "¦¦\n¦", "¦¦¦"]),
    ("\r\r\n\n", ["¦¦\r¦", "¦¦\r\n¦", "¦¦\n¦", "¦¦¦"]),
    (
      "0123456789012345\r\n01234567890123456789\r0123456789\n",
      ["¦0123456789012345¦\r\n¦", "¦01234567890123456789¦\r¦", "¦0123456789¦\n¦", "¦¦¦"]
    ),
  ])
  func areFound(_ content: String, _ lines: [String]) {
    let text = MarkedText(content).text
    #expect(text.lineCount == lines.count)
    let found = (0..<text.lineCount).map { line in
      let range = text.range(ofLine: line)
      let whole = text.rangeWithLineBreak(ofLine: line)
      #expect(range.lowerBound == whole.lowerBound)
      for offset in range.lowerBound...range.upperBound { #expect(text.line(at: offset) == line) }
      return "¦\(string(text, range))¦\(string(text, range.upperBound..<whole.upperBound))¦"
    }
    #expect(found == lines)
  }

  private func string(_ text: SourceText, _ range: Range<Int>) -> String {
    String(decoding: text.bytes(in: range), as: UTF8.self)
  }

  /// More line breaks than are counted in one byte of a word.
  @Test(arguments: [2039, 2040, 2041, 2047, 2048, 2049, 5000])
  func ofNothingAreCounted(_ count: Int) {
    let bytes = [UInt8](repeating: 0x0A, count: count)
    let text = SourceText(bytes.span.bytes, chunkSize: ChunkSize(usual: 8192))
    #expect(text.lineCount == count + 1)
    #expect(text.range(ofLine: count - 1) == count - 1..<count - 1)
    #expect(text.line(at: count) == count)
  }

  @Test func thatThereAreNotAreTheEnds() {
    let text = SourceText(Array("ab\ncd".utf8))
    for line in [2, 3, Int.max] {
      #expect(text.range(ofLine: line) == 5..<5)
      #expect(text.rangeWithLineBreak(ofLine: line) == 5..<5)
    }
    for line in [-1, Int.min] {
      #expect(text.range(ofLine: line) == 0..<2)
      #expect(text.rangeWithLineBreak(ofLine: line) == 0..<3)
    }
  }
}
