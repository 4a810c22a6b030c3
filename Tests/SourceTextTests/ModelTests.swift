import Glibc
import SeededRandom
import Testing

@testable import SourceText

/// Random edits with every kind of character, held against `NaiveText`. For the long run, which takes minutes:
/// `SOURCE_TEXT_EDITS=1000000 swift test --filter SourceTextAgainstNaiveText`.
@Suite struct SourceTextAgainstNaiveText {
  /// The bytes that a chunk usually has: few, so that most edits are at the ends of chunks, and as many as in use.
  @Test(arguments: [
    (usual: 16, size: 300, share: 0.9), (usual: 24, size: 2000, share: 0.08),
    (usual: ChunkSize.standard.usual, size: 20_000, share: 0.02),
  ])
  func agrees(_ usual: Int, _ size: Int, _ share: Double) {
    let total = getenv("SOURCE_TEXT_EDITS").flatMap { Int(String(cString: $0)) } ?? 5000
    var editing = Editing(seed: UInt64(usual), chunkSize: ChunkSize(usual: usual), size: size)
    for edit in 0..<Int(Double(total) * share) {
      editing.edit()
      let differences = editing.differences(isThorough: edit % 8 == 0)
      #expect(differences == [], "edit \(edit)")
      if !differences.isEmpty { return }
    }
  }
}

/// A text and its model under the same random edits.
private struct Editing {
  private var random: SplitMix64
  private var text: SourceText
  private var naive = NaiveText(bytes: [])
  private let size: Int
  /// A copy of the text, and what it must stay.
  private var snapshot: (text: SourceText, bytes: [UInt8])

  init(seed: UInt64, chunkSize: ChunkSize, size: Int) {
    random = SplitMix64(seed: seed)
    text = SourceText([UInt8]().span.bytes, chunkSize: chunkSize)
    snapshot = (text, [])
    self.size = size
  }

  /// Characters of one to four bytes, what combines, line breaks and what only looks like one, and what is not UTF-8.
  private static let pieces: [[UInt8]] =
    [
      "a", "bc", " ", "plain text ", "\0", "\t", "\u{7F}", "é", "߿", "ࠀ", "한", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "😀",
      "\u{10000}", "\u{10FFFF}", "e\u{301}", "👩\u{200D}🚀", "🇪🇺", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{B}", "\u{C}",
      "\n",
      "\n", "\r", "\r", "\r\n", "\r\n", "\n\r", "\r\r\n", "\u{FFFD}",
    ].map { Array($0.utf8) } + [
      [0x80], [0xBF], [0xC3], [0xA9], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0x98, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF5], [0xFF],
    ]

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func pieces(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in Self.pieces[number(0...Self.pieces.count - 1)] }
  }

  private mutating func position() -> Position {
    Position(line: number(0...text.lineCount), character: number(0...(number(0...9) == 0 ? size : 12)))
  }

  private mutating func encoding() -> PositionEncoding { PositionEncoding.allCases[number(0...2)] }

  mutating func edit() {
    if number(0...99) == 0 { snapshot = (text, naive.bytes) }
    let isLarge = number(0...19) == 0
    let new = pieces(number(0...(isLarge ? size / 8 : 2)))
    if number(0...3) == 0 { return change(new) }
    let start = number(0...naive.bytes.count)
    let isTooLong = naive.bytes.count > size
    let removed = number(0...(isTooLong ? size / 2 : isLarge ? size / 8 : 4))
    let range = start..<min(start + removed, naive.bytes.count)
    text.replace(range, with: new)
    naive.bytes.replaceSubrange(range, with: new)
  }

  /// A change as clients give it.
  private mutating func change(_ new: [UInt8]) {
    let encoding = encoding()
    let start = position()
    let end =
      number(0...1) == 0 ? start : max(start, Position(line: start.line + number(0...1), character: number(0...9)))
    let range = number(0...999) == 0 ? nil : PositionRange(start: start, end: end)
    let bytes =
      range.map { naive.offset(of: $0.start, in: encoding)..<naive.offset(of: $0.end, in: encoding) }
      ?? 0..<naive.bytes.count
    naive.bytes.replaceSubrange(bytes, with: new)
    let edits = try? text.apply([TextChange(range: range, text: new)], in: encoding)
    #expect(edits == [AppliedEdit(range: bytes, newLength: new.count)])
  }

  /// Where text and model differ: in a few places, or in all.
  mutating func differences(isThorough: Bool) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ what: @autoclosure () -> String, _ actual: Value, _ expected: Value) {
      if actual != expected { differences.append("\(what()): \(actual), not \(expected)") }
    }
    compare("bytes", text.byteCount, naive.bytes.count)
    let encoding = encoding()
    let offset = number(0...naive.bytes.count)
    compare("position of \(offset)", text.position(of: offset, in: encoding), naive.position(of: offset, in: encoding))
    let position = position()
    compare("offset of \(position)", text.offset(of: position, in: encoding), naive.offset(of: position, in: encoding))
    guard isThorough else { return differences }

    let range = min(offset, naive.bytes.count)..<number(offset...naive.bytes.count)
    compare("all bytes", text.bytes(in: 0..<text.byteCount), naive.bytes)
    compare("bytes \(range)", text.bytes(in: range), Array(naive.bytes[range]))
    text.withBytes(in: range) { bytes in
      compare("bytes \(range)", bytes.indices.map { bytes[$0] }, Array(naive.bytes[range]))
    }
    compare("snapshot", snapshot.text.bytes(in: 0..<snapshot.text.byteCount), snapshot.bytes)
    let lines = naive.lines
    compare("lines", text.lineCount, lines.count)
    let line = number(0...lines.count - 1)
    compare("line \(line)", text.range(ofLine: line), lines[line].start..<lines[line].end)
    compare("line \(line)", text.rangeWithLineBreak(ofLine: line), lines[line].start..<lines[line].next)
    compare("line at \(offset)", text.line(at: offset), lines.lastIndex { $0.start <= offset } ?? 0)
    return differences + text.faults { naive.isWithin($0) }
  }
}
