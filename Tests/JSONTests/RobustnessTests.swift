import JSON
import SeededRandom
import Testing

struct RobustnessTests {
  @Test func nestsAsDeepAsAllowed() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let text = { (depth: Int, value: String) in
        String(repeating: open, count: depth) + value + String(repeating: close, count: depth)
      }
      #expect(refusal(of: text(512, "1")) == nil)
      #expect(refusal(of: text(513, "1"))?.offset == 512 * open.utf8.count)
      #expect(refusal(of: text(100_000, "1"))?.message == "arrays and objects are nested more than 512 deep")
      #expect(refusal(of: Array(text(100_000, "1").utf8), depth: 100_000) == nil)
    }
    #expect(refusal(of: Array("1".utf8), depth: 0) == nil)
    #expect(refusal(of: Array("[]".utf8), depth: 0)?.offset == 0)
  }

  @Test func writesWhatNestsDeep() throws {
    let text = Array((String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)).utf8)
    var writer = JSONWriter()
    writer.write(try JSONValue.parse(text, limits: JSONLimits(depth: 100_000)))
    #expect(writer.finish() == text)
  }

  @Test func refusesEveryTruncation() {
    let text = Array(sample.utf8)
    #expect(refusal(of: text) == nil)
    for length in 0..<text.count {
      let error = refusal(of: Array(text[..<length]))
      #expect(error?.offset == length)
    }
  }

  /// Whatever is done to a text: no trap, an error's place depends on nothing behind it, and what is accepted survives
  /// being written and parsed again.
  @Test(arguments: UInt64(0)..<8) func survivesMutations(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let alphabet =
      Array("{}[]:,\"\\/bfnrtu0123456789.eE+-ulsad \t\n\u{1}é".utf8) + [0x00, 0x7F, 0x80, 0xC0, 0xED, 0xF0, 0xFF]
    for _ in 0..<2_000 {
      var text = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &generator)
        let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text[place] = byte
        case 1: text.insert(byte, at: place)
        case 2: text.remove(at: place)
        default: text.removeSubrange(place..<min(text.count - 1, place + Int(byte)))
        }
      }
      if let error = refusal(of: text) {
        #expect((0...text.count).contains(error.offset))
        if error.offset < text.count, !error.message.contains("surrogate"), !error.message.contains("UTF-8") {
          #expect(refusal(of: Array(text[...error.offset]))?.offset == error.offset)
          let viable = refusal(of: Array(text[..<error.offset]))
          #expect(viable == nil || viable?.offset == error.offset)
        }
      } else {
        try checkRoundTrip(of: text)
      }
    }
  }

  @Test func roundTripsTheSample() throws { try checkRoundTrip(of: Array(sample.utf8)) }

  private func checkRoundTrip(of text: [UInt8]) throws {
    let value = try JSONValue.parse(text)
    for style in [JSONWriter.Style.compact, .indented] {
      var writer = JSONWriter(style: style)
      writer.write(value)
      let copy = try JSONValue.parse(writer.finish())
      #expect(isSame(value, copy))
    }
  }

  private func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
    left.kind == right.kind && left.boolean == right.boolean && left.numberText == right.numberText
      && left.string.map { Array($0.utf8) } == right.string.map { Array($0.utf8) } && left.count == right.count
      && zip(left.elements, right.elements).allSatisfy { isSame($0, $1) }
      && zip(left.members, right.members).allSatisfy {
        Array($0.name.utf8) == Array($1.name.utf8) && isSame($0.value, $1.value)
      }
  }
}
