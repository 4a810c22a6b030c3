import JSON
import Testing

/// Where strings end, what they mean and where that is written.
struct TreeStringTests {
  /// A string may go on behind its line, or its quote is missing: what follows the next quote tells.
  @Test(
    arguments: [
      (
        "{\"a\": \"[\n  parameters('x')\n  ]\", \"b\": 1}", "(object (\"a\" \"[\n  parameters('x')\n  ]\") (\"b\" 1))",
        ""
      ),
      ("[\"a\r\nb\" // c\n]", "(array \"a\r\nb\")", ""),
      ("[\"[json('{\n\\\"a\\\": 1\n}')]\"\n]", "(array \"[json('{\n\\\"a\\\": 1\n}')]\")", ""),
      ("[\"a\n\"]", "(array \"a\n\")", ""), ("\"a\n\"", "\"a\n\"", ""), ("\"a\n\" ", "\"a\n\"", ""),
      ("[\"a\tb\"]", "(array \"a\tb\")", ""),
      ("{\"a\": \"b\n\"c\": 1}", "(object (\"a\" \"b…) (\"c\" 1))", "unterminatedString@6..<8"),
      ("{\"a\": \"b,\n\"c\": 1}", "(object (\"a\" \"b…) (\"c\" 1))", "unterminatedString@6..<8"),
      (
        "{\"a\": \"b },\n\"c\": 1}", "(object (\"a\" \"b…)) (\"c\" 1) !}",
        "unterminatedString@6..<8 extraComma@10..<11 memberOutsideObject@12..<15 stray@18..<19"
      ),
      ("{\"a\": [\"b],\n\"c\": 1}", "(object (\"a\" (array \"b…)) (\"c\" 1))", "unterminatedString@7..<9"),
      ("{\"a\": \"[x('y')],\n\"c\": 1}", "(object (\"a\" \"[x('y')]…) (\"c\" 1))", "unterminatedString@6..<15"),
      (
        "{\"a\": [\"[x('y')]],\n\"c\": 1}", "(object (\"a\" (array \"[x('y')]…)) (\"c\" 1))",
        "unterminatedString@7..<16"
      ),
      ("{\"a\": \"{x} ,\n\"c\": 1}", "(object (\"a\" \"{x}…) (\"c\" 1))", "unterminatedString@6..<10"),
      ("{\"a\": \"b c \n\"c\": 1}", "(object (\"a\" \"b c …) (\"c\" 1))", "unterminatedString@6..<11"),
      ("[\"a,\n\"b\",\n\"c\"]", "(array \"a… \"b\" \"c\")", "unterminatedString@1..<3"),
      ("[\"a\nb", "(array… \"a… ?b)", "unclosed@0..<1 unterminatedString@1..<3 unknownWord@4..<5"),
      // A name does not go on.
      (
        "{\"a\n\": 1\n, \"b\": 2}", "(object (\"a… \": 1…) (\"b\" 2))",
        "unterminatedString@1..<3 missingColon@3 unterminatedString@4..<8"
      ),
    ] as [(String, String, String)])
  func ends(document: String, tree: String, faults: String) {
    let parsed = JSONTree(document, dialect: .armTemplate)
    #expect(treeText(parsed.document) == tree)
    #expect(faultText(parsed) == faults)
    #expect(brokenInvariant(of: parsed) == nil)
  }

  @Test(arguments: [
    (#""""#, ""), (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000\u0041\u00e9\u20AC""#, "\u{0}Aé€"), (#""a\ud83d\ude00b""#, "a😀b"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""é日😀""#, "é日😀"),
    ("\"a\nb\"", "a\nb"), ("'it\\'s'", "it's"), (#""a\x\u12\""#, #"a\x\u12""#),
    (#""\ud800\ud800\udc00\udc00""#, "\u{FFFD}\u{10000}\u{FFFD}"),
    (#""open\"#, #"open\"#), (#""\u00"#, #"\u00"#), ("\"open \n", "open "),
  ])
  func means(text: String, meant: String) {
    let string = JSONTree(text).root
    #expect(string.kind == .string)
    #expect(string.string == meant)
    #expect(string.equals(meant))
    #expect(!string.equals(meant + "x"))
    #expect(!string.equals("x" + meant.dropFirst()))
  }

  @Test func replacesWhatIsNotUTF8() {
    let tree = JSONTree([0x22, 0x61, 0xC3, 0x28, 0xFF, 0x22])
    #expect(tree.root.string == "a\u{FFFD}(\u{FFFD}")
    #expect(faultText(tree) == "invalidUTF8@2..<3")
    #expect(JSONTree([0x22, 0xC3, 0xA9, 0xE2, 0x82]).faults.map(\.kind) == [.unterminatedString, .invalidUTF8])
  }

  @Test func wordsMeanThemselvesAsNames() throws {
    #expect(JSONTree(#"{a": 1}"#).root.member(named: "a")?.value?.numberText == "1")
    let tree = JSONTree("{a: b, 1: 2, true: 3}")
    #expect(tree.root.children.map { $0.name?.string } == ["a", "1", "true"])
    #expect(tree.root.children.map { $0.value?.string } == [nil, nil, nil])
    #expect(tree.root.member(named: "TRUE", ignoringCase: true)?.value?.numberText == "3")
  }

  /// Each part of what a string means, with what it is written as.
  @Test func knowsWhereItsMeaningIsWritten() throws {
    let text = #"  "ab\u00e9\n\ud83d\ude00\x日" "#
    let contents = try #require(JSONTree(text).root.contents)
    #expect(String(decoding: contents.bytes, as: UTF8.self) == "abé\n😀\\x日")
    func written(_ lower: Int, _ upper: Int) -> String {
      String(decoding: Array(text.utf8)[contents.sourceRange(of: lower..<upper)], as: UTF8.self)
    }
    #expect(contents.range == 3..<text.utf8.count - 2)
    #expect(written(0, 2) == "ab")
    #expect(written(1, 3) == #"b\u00e9"#)
    #expect(written(3, 4) == #"\u00e9"#)
    #expect(written(4, 5) == #"\n"#)
    #expect(written(4, 6) == #"\n\ud83d\ude00"#)
    #expect(written(7, 8) == #"\ud83d\ude00"#)
    #expect(written(9, 11) == #"\x"#)
    #expect(written(11, 14) == "日")
    #expect(written(0, 14) == #"ab\u00e9\n\ud83d\ude00\x日"#)
    #expect(contents.sourceRange(of: 3..<3) == 5..<5)
    #expect(contents.sourceRange(of: -5..<99) == contents.range)
    #expect(contents.sourceRange(of: 99..<99) == contents.range.upperBound..<contents.range.upperBound)
    #expect(
      [0, 3, 5, 7, 10, 11, 13, 14, 24, 25, 26, 27, 30, 99].map(contents.offset(ofSource:))
        == [0, 0, 2, 2, 2, 4, 5, 5, 5, 9, 10, 11, 14, 14])
    #expect(contents.sourceOffset(of: 4) == 11)
    #expect(contents.sourceOffset(of: 14) == contents.range.upperBound)
  }

  @Test func knowsWhereItIsWrittenWithoutEscapes() throws {
    let contents = try #require(JSONTree("[\"abc\"]").root.children.first?.contents)
    #expect(contents.sourceRange(of: 1..<2) == 3..<4)
    #expect(contents.sourceRange(of: 0..<3) == contents.range)
    #expect(contents.offset(ofSource: 4) == 2)
  }
}
