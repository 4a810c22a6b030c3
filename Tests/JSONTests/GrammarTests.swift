import JSON
import Testing

/// RFC 8259, production by production: what is accepted, and the exact byte at which what is not stops being JSON.
struct GrammarTests {
  @Test(arguments: [
    // §2, §3: one value and white space around it.
    "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\n\r1\r\n\t ", "\n\n          [\n          1\n          ]\n",
    // §4
    #"{"a":1}"#, #"{ "a" : 1 , "b" : { } }"#, #"{"a":1,"a":2}"#, #"{"":{"":{}}}"#, #"{"\u0061":null}"#,
    // §5
    "[1]", "[1,2,3]", "[ [ ] , [ [ ] ] ]", "[{},[],\"\",0,null,true,false]",
    // §6
    "-0", "10", "-10", "0.0", "0.10", "1e5", "1E5", "1e+5", "1e-5", "0e0", "-0.0e-0", "1.5E+10", "1e400",
    "9007199254740993", "123456789012345678901234567890",
    // §7
    #""\"\\\/\b\f\n\r\t\u0000\uFFFF\uabCD""#, #""\ud83d\ude00""#,
    "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
    "\"\u{D7FF}\u{E000}\u{2028}\u{2029}\u{FEFF}\"",
  ])
  func accepts(text: String) {
    #expect(refusal(of: text) == nil)
  }

  @Test(arguments: [
    // §2, §3
    ("", 0), (" ", 1), ("\n\t ", 3), ("1 2", 2), ("{} {}", 3), ("[]]", 2), ("null,", 4), ("1\u{0}", 1), ("\u{0}1", 0),
    ("\u{B}1", 0), ("\u{C}1", 0), ("1\u{A0}", 1), ("1 // why", 2), ("/* why */1", 0), ("# why", 0), ("\u{FEFF}1", 0),
    ("nul", 3), ("nulx", 3), ("nullx", 4), ("nUll", 1), ("Null", 0), ("tru", 3), ("teue", 1), ("truE", 3), ("fals", 4),
    ("fxlse", 1), ("falsE", 4), ("True", 0), ("undefined", 0), ("NaN", 0), ("Infinity", 0),
    // §4
    ("{", 1), ("}", 0), ("{]", 1), ("{,}", 1), ("{1:2}", 1), ("{a:1}", 1), ("{'a':1}", 1), ("{null:1}", 1),
    (#"{"a"}"#, 4), (#"{"a""#, 4), (#"{"a" 1}"#, 5), (#"{"a"::1}"#, 5), (#"{"a":}"#, 5), (#"{"a":1"#, 6),
    (#"{"a":1,"#, 7), (#"{"a":1,}"#, 7), (#"{"a":1 "b":2}"#, 7), (#"{"a":1]"#, 6), (#"{"a":1,,"b":2}"#, 7),
    // §5
    ("[", 1), ("]", 0), ("[}", 1), ("[,]", 1), ("[,1]", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[1,,2]", 3),
    ("[1 2]", 3), ("[1}", 2), ("[1:2]", 2), ("[[]", 3),
    // §6
    ("-", 1), ("+1", 0), ("--1", 1), ("-a", 1), ("-Infinity", 1), ("01", 1), ("-01", 2), ("00", 1), ("1.", 2),
    ("1.e1", 2),
    (".5", 0), ("-.5", 1), ("1..2", 2), ("1e", 2), ("1e+", 3), ("1e+-1", 3), ("1ee1", 2), ("1e5.1", 3), ("0x1F", 1),
    ("1_000", 1), ("1,2", 1), ("١", 0), ("[1.]", 3), ("[-]", 2), ("[1e]", 3),
    // §7
    ("\"", 1), ("\"a", 2), ("\"\\", 2), ("\"\\\"", 3), (#""\x""#, 2), (#""\'""#, 2), (#""\U0041""#, 2), (#""\u""#, 3),
    (#""\u12"#, 5), (#""\u12G4""#, 5), (#""\u+123""#, 3), ("\"\t\"", 1), ("\"a\nb\"", 2), ("\"\u{0}\"", 1),
    ("\"\u{1F}\"", 1), ("'a'", 0), ("\"12345678\u{1}\"", 9),
    // §8.2: no Unicode text has half a surrogate pair.
    (#""\ud800""#, 1), (#""\udc00""#, 1), (#""ab\ud800x""#, 3), (#""\ud800\n""#, 1), (#""\ud800\u0041""#, 1),
    (#""\ud800\ud800\udc00""#, 1), (#""\ud83d\ude00\ude00""#, 13), (#""\ud800"#, 7), (#""\ud800\"#, 8),
    (#""\ud800\u"#, 9),
    (#""\ud800\udc0"#, 12), (#""\ud800\uX""#, 9),
  ])
  func refuses(text: String, at offset: Int) throws {
    let error = try #require(refusal(of: text))
    #expect(error.offset == offset, "\(error.message)")
    #expect(!error.message.isEmpty)
  }

  /// Bytes that are not UTF-8, wherever they stand in the words that the parser reads.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82, 0x28],
      [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x9F, 0x98, 0x28], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xFE],
      [0xFF], [0xC3, 0xC3, 0xA9],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    for padding in 0..<20 {
      let text = [0x22] + [UInt8](repeating: 0x78, count: padding) + bytes + [0x22]
      #expect(refusal(of: text)?.offset == 1 + padding)
      #expect(refusal(of: text + [UInt8](repeating: 0x20, count: 16))?.offset == 1 + padding)
    }
  }

  /// Each byte value in a string, at each place of a word.
  @Test func knowsTheBytesThatStandForThemselves() {
    for byte in UInt8.min...0x7F {
      let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
      for padding in 0..<17 {
        let text = [0x22] + [UInt8](repeating: 0x78, count: padding) + [byte] + Array("12345678\"".utf8)
        let error = refusal(of: text)
        if isPlain {
          #expect(error == nil)
        } else {
          let behind = byte == 0x22 || byte == 0x5C ? 1 : 0
          #expect(error?.offset == 1 + padding + behind)
        }
      }
    }
  }

  @Test func refusesTextsInOtherEncodings() {
    #expect(refusal(of: [0xFF, 0xFE, 0x31, 0x00])?.offset == 0)
    #expect(refusal(of: [0x31, 0x00])?.offset == 1)
    #expect(refusal(of: [0xEF, 0xBB, 0xBF, 0x31])?.message.contains("byte order mark") == true)
  }

  @Test func saysWhatWouldBeRight() {
    #expect(refusal(of: "[1 2]")?.message == "expected ',' or ']' after an element, found '2'")
    #expect(
      refusal(of: "{'a':1}")?.message
        == "expected a member's name in double quotes or '}', found '''; strings stand in double quotes")
    #expect(refusal(of: "[1,")?.message == "expected a value, but the text ends")
    #expect(refusal(of: "\"\t\"")?.message == "the byte 0x09 in a string must be escaped, as \\t")
    #expect(refusal(of: #""\ud800""#)?.message == "the high surrogate \\uD800 is not followed by a low one")
  }
}
