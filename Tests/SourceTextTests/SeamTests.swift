import Testing

@testable import SourceText

/// Edits that join what stands at the ends of two chunks, or part it.
@Suite struct Seams {
  private static let chunkSize = ChunkSize(usual: 16)

  @Test(arguments: [
    ("a character of four bytes", [0x80], [0xF1]), ("its first two bytes", [0x80], [0xF1, 0x80]),
    ("its first three bytes", [0x80], [0xF1, 0x80, 0x80]), ("a character of three bytes", [0x80], [0xE1]),
    ("a character of two bytes", [0x80], [0xC3]), ("CR before LF", [0x0A], [0x0D]), ("LF behind CR", [0x0D], [0x0A]),
    ("ASCII into characters", Array("😀".utf8), [0x41]), ("ASCII into line breaks", [0x0D, 0x0A], [0x41]),
  ])
  func areMended(_ what: String, _ repeated: [UInt8], _ inserted: [UInt8]) {
    let bytes = Array(repeatElement(repeated, count: 48 / repeated.count).joined())
    let text = SourceText(bytes.span.bytes, chunkSize: Self.chunkSize)
    for offset in 0...bytes.count {
      var edited = text
      edited.replace(offset..<offset, with: inserted)
      let naive = NaiveText(bytes: bytes[..<offset] + inserted + bytes[offset...])
      #expect(edited.bytes(in: 0..<edited.byteCount) == naive.bytes, "\(what) at \(offset)")
      #expect(edited.faults { naive.isWithin($0) } == [], "\(what) at \(offset)")
      // What was parted joins again.
      edited.replace(offset..<offset + inserted.count, with: [])
      let old = NaiveText(bytes: bytes)
      #expect(edited.bytes(in: 0..<edited.byteCount) == bytes, "\(what) at \(offset)")
      #expect(edited.faults { old.isWithin($0) } == [], "\(what) at \(offset)")
    }
  }
}
