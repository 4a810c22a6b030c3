import JSON
import SeededRandom
import Testing

struct WriterTests {
  @Test func writesEveryKind() throws {
    let value = try JSONValue.parse(#" [ 1e400 , "\u00e9\/" , { "k" : [ ] } ] "#)
    let text = written {
      $0.object {
        $0.member("string", "x")
        $0.member("integer", -1)
        $0.member("boolean", true)
        $0.member("strings", ["a", "b"])
        $0.member("none", [String]())
        $0.member("nested") {
          $0.array {
            $0.null(); $0.object { _ in }
          }
        }
        $0.member("parsed", value)
        $0.key("number")
        $0.write(number: "1.50")
      }
    }
    #expect(
      text
        == #"{"string":"x","integer":-1,"boolean":true,"strings":["a","b"],"none":[],"nested":[null,{}],"parsed":[1e400,"é/",{"k":[]}],"number":1.50}"#
    )
  }

  @Test func indents() {
    let text = written(.indented) {
      $0.object {
        $0.member("a", 1)
        $0.member("b", ["x"])
        $0.member("c") { $0.array { _ in } }
        $0.member("d") { $0.object { _ in } }
      }
    }
    #expect(text == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\"\n  ],\n  \"c\": [],\n  \"d\": {}\n}")
  }

  @Test func escapesWhatMustBeAndNothingElse() throws {
    #expect(written { $0.write("\"\\\u{8}\u{C}\n\r\t\u{0}\u{1F}") } == #""\"\\\b\f\n\r\t\u0000\u001F""#)
    #expect(written { $0.write("/\u{7F}é日😀\u{2028}<>&") } == "\"/\u{7F}é日😀\u{2028}<>&\"")
    for padding in 0..<20 {
      for scalar in UInt8.min...0x7F {
        let string =
          String(repeating: "é", count: padding / 2) + String(repeating: "x", count: padding % 2)
          + String(Unicode.Scalar(scalar)) + "12345678"
        #expect(try JSONValue.parse(written { $0.write(string) }).equals(string))
      }
    }
  }

  @Test(
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (1.5, "1.5"), (1e300, "1e+300"), (Double.leastNonzeroMagnitude, "5e-324"),
      (.infinity, "null"),
      (-.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func writesDoubles(value: Double, text: String) {
    #expect(written { $0.write(value) } == text)
    #expect(refusal(of: text) == nil)
  }

  @Test(arguments: ["", "-", "01", "1.", "1e", " 1", "1 ", "1,2", "NaN", "0x1", "null", "١"])
  func writesNullForWhatIsNoNumber(lexeme: String) {
    #expect(written { $0.write(number: lexeme) } == "null")
  }

  /// What the documentation promises for each misuse.
  @Test func fillsInAndLeavesOut() {
    #expect(written { _ in } == "null")
    #expect(
      written {
        $0.write(1); $0.write(2); $0.array { $0.null() }
      } == "1")
    #expect(written { $0.key("a") } == "null")
    #expect(written { $0.object { $0.key("a") } } == #"{"a":null}"#)
    #expect(
      written {
        $0.object {
          $0.key("a"); $0.key("b"); $0.write(1)
        }
      } == #"{"a":null,"b":1}"#)
    #expect(
      written {
        $0.object {
          $0.write(1); $0.array { $0.write(2) }; $0.member("a", 3); $0.write(4)
        }
      } == #"{"a":3}"#)
    #expect(
      written {
        $0.array {
          $0.key("a"); $0.write(1); $0.member("b", 2)
        }
      } == "[1,2]")
    #expect(
      written {
        $0.object {
          $0.member("a") {
            $0.write(1); $0.write(2)
          }
        }
      } == #"{"a":1}"#)
    #expect(
      written {
        $0.object {
          $0.member("a") { _ in }; $0.member("b", 1)
        }
      } == #"{"a":null,"b":1}"#)
  }

  @Test func closesWhatIsOpen() throws {
    struct Stop: Error {}
    var writer = JSONWriter()
    #expect(throws: Stop.self) {
      try writer.object { (writer) throws(Stop) in
        writer.key("a")
        try writer.array { (writer) throws(Stop) in
          writer.write(1)
          throw Stop()
        }
      }
    }
    #expect(String(decoding: writer.finish(), as: UTF8.self) == #"{"a":[1]}"#)
    #expect(
      written {
        $0.array {
          $0.write(1); $0 = JSONWriter()
        }
      } == "null")
    #expect(written { $0.object { $0.key("a") } } == #"{"a":null}"#)
  }

  @Test func putsAStringTogetherFromParts() throws {
    let parsed = try JSONValue.parse(#"["é","\u0022",1]"#)
    let text = written { writer in
      writer.string { contents in
        contents.append("a\"")
        for part in parsed.elements { contents.append(part) }
        contents.append("\n")
      }
    }
    #expect(text == #""a\"é\"\n""#)
    #expect(written { $0.string { _ in } } == #""""#)
    #expect(
      written {
        $0.null(); $0.string { $0.append("a second value") }
      } == "null")
  }

  @Test func remembersContainersBeyondAWord() {
    func nest(_ writer: inout JSONWriter, _ depth: Int) {
      guard depth > 0 else { return writer.write("end") }
      if depth % 3 == 0 {
        writer.array {
          nest(&$0, depth - 1); $0.write(1)
        }
      } else {
        writer.object {
          $0.member("k") { nest(&$0, depth - 1) }; $0.member("l", 1)
        }
      }
    }
    let text = written { nest(&$0, 200) }
    #expect(refusal(of: text) == nil)
    #expect(text.utf8.filter { $0 == UInt8(ascii: "[") }.count == 66)
  }

  @Test func appendsToTheBytesItTakesOver() {
    var writer = JSONWriter(into: ByteBuffer(Array("Header\r\n\r\n".utf8)))
    writer.array { $0.write(1) }
    #expect(String(decoding: writer.finish(), as: UTF8.self) == "Header\r\n\r\n[1]")
  }

  /// Calls in any order: what comes out is JSON.
  @Test(arguments: UInt64(0)..<4) func isValidWhateverIsCalled(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let parsed = try JSONValue.parse(#"{"a":[1,{"b":"\n"}]}"#)
    func act(_ writer: inout JSONWriter, _ depth: Int) {
      for _ in 0..<Int.random(in: 0..<5, using: &generator) {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: writer.null()
        case 1: writer.write(true)
        case 2: writer.write(-7)
        case 3: writer.write(0.5)
        case 4: writer.write("x\"\\\n")
        case 5: writer.write(number: "1.")
        case 6: writer.write(parsed)
        case 7: writer.key("key")
        case 8: writer.member("m", ["a", "b"])
        case 9 where depth < 5: writer.array { act(&$0, depth + 1) }
        case 10 where depth < 5: writer.object { act(&$0, depth + 1) }
        case 11 where depth < 5: writer.member("n") { act(&$0, depth + 1) }
        default: break
        }
      }
    }
    for style in [JSONWriter.Style.compact, .indented] {
      for _ in 0..<2_000 {
        let text = written(style) { act(&$0, 0) }
        #expect(refusal(of: text) == nil, "\(text)")
      }
    }
  }
}
