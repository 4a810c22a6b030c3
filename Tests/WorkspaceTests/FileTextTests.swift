import Testing
import Workspace

@Suite("The text of a file")
struct FileTextTests {
  static func text(_ bytes: [UInt8]) -> FileText { bytes.withUnsafeBytes { FileText($0) } }

  static let texts = ["", "a", "é€😀\r\n", "az aks\n", String(repeating: "x😀", count: 1000)]

  @Test("Is the same in every encoding, and goes back as it was", arguments: texts)
  func encodings(text: String) {
    let utf8 = Array(text.utf8)
    let units = Array(text.utf16)
    let forms: [(FileText.Encoding, [UInt8])] = [
      (.utf8, utf8), (.utf8WithMark, [0xEF, 0xBB, 0xBF] + utf8),
      (.utf16(isLittleEndian: true), [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      (.utf16(isLittleEndian: false), [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ]
    for (encoding, bytes) in forms {
      let file = Self.text(bytes)
      #expect(file.bytes == utf8)
      #expect(file.encoding == encoding)
      #expect(file.fault == nil)
      #expect(file.encoded(file.bytes) == bytes)
    }
  }

  @Test("What is no text is told with its place")
  func faults() {
    #expect(Self.text([0x61, 0xE9, 0x62]).fault == .notUTF8(offset: 1))
    #expect(Self.text([0x61, 0xE9, 0x62]).bytes == [0x61, 0xE9, 0x62])
    #expect(Self.text([0xEF, 0xBB, 0xBF, 0x61, 0xFF]).fault == .notUTF8(offset: 1))
    #expect(Self.text([0x61, 0, 0xFF]).fault == .nul(offset: 1))
    #expect(Self.text([0xFF, 0xFE, 0x61, 0, 0, 0]).fault == .nul(offset: 1))
    #expect(Self.text([0xFF, 0xFE, 0x61]).fault == .notUTF16)
    #expect(Self.text([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61]).fault == .notUTF16)
    #expect(Self.text([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61]).bytes == Array("\u{FFFD}a".utf8))
  }
}
