import JSON
import Testing

struct ValueTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("9007199254740993", 9_007_199_254_740_993),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
      ("-9223372036854775809", nil), ("99999999999999999999", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil),
      ("null", nil),
    ] as [(String, Int?)])
  func givesIntegers(text: String, integer: Int?) throws {
    #expect(try JSONValue.parse(text).integer == integer)
  }

  @Test(
    arguments: [
      ("0", 0), ("-2.5e3", -2500), ("1e-400", 0), ("1e400", nil), ("-1e400", nil),
      ("9007199254740993", 9_007_199_254_740_992),
      ("1.7976931348623157e308", Double.greatestFiniteMagnitude), ("5e-324", Double.leastNonzeroMagnitude),
      ("true", nil),
    ] as [(String, Double?)])
  func givesDoubles(text: String, double: Double?) throws {
    #expect(try JSONValue.parse(text).double == double)
  }

  @Test(arguments: ["1e400", "-0.0", "1.50e3", "9007199254740993", "1E+2", "0.1000"])
  func keepsNumbersAsWritten(text: String) throws {
    let value = try JSONValue.parse(" \(text) ")
    #expect(value.numberText == text)
    #expect(written { $0.write(value) } == text)
  }

  @Test(arguments: [
    (#""""#, ""), (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000\u0041\u00e9\u20AC""#, "\u{0}Aé€"),
    (#""a\ud83d\ude00b""#, "a😀b"), (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"), (#""é日😀""#, "é日😀"),
  ])
  func unescapesStrings(text: String, meant: String) throws {
    let value = try JSONValue.parse(text)
    #expect(value.string == meant)
    #expect(value.equals(meant))
    #expect(!value.equals(meant + "x"))
    #expect(!value.equals("other"))
    #expect(String(decoding: value.sourceText, as: UTF8.self) == text)
  }

  @Test func comparesCharacterForCharacter() throws {
    #expect(try !JSONValue.parse("\"e\u{301}\"").equals("\u{E9}"))
    #expect(try JSONValue.parse("1").equals("1") == false)
  }

  @Test func findsTheLastMemberOfAName() throws {
    let value = try JSONValue.parse(#"{"a":1,"b":{"a":2},"a":{"c":[3]},"\u0061b":4,"longer than eight":5}"#)
    #expect(value["a"]?["c"]?[0]?.integer == 3)
    #expect(value["b"]?["a"]?.integer == 2)
    #expect(value["ab"]?.integer == 4)
    #expect(value["longer than eight"]?.integer == 5)
    #expect(value["longer than nine!"] == nil)
    #expect(value[""] == nil)
    #expect(value["a"]?["c"]?["a"] == nil)
  }

  @Test func walksContainers() throws {
    let value = try JSONValue.parse(#"{"x":[1,[2,3],{"y":4},"5"],"z":null,"x":6}"#)
    #expect(value.kind == .object)
    #expect(value.count == 3)
    #expect(value.members.map { $0.name } == ["x", "z", "x"])
    #expect(value.entries.map { $0.name.equals("x") } == [true, false, true])
    let elements = try #require(value.members.first?.value.elements)
    #expect(elements.count == 4)
    #expect(elements.map { $0.kind } == [.number, .array, .object, .string])
    #expect(elements.map { $0.sourceRange } == [6..<7, 8..<13, 14..<21, 22..<25])
    #expect(value.members.first?.value[4] == nil)
    #expect(value.members.first?.value[-1] == nil)
    var visited = 0
    for (name, member) in value.members { visited += name.utf8.count + member.count }
    #expect(visited == 7)
  }

  @Test(arguments: ["null", "true", "1", "\"x\"", "[]", "{}"])
  func isEmptyForOtherKinds(text: String) throws {
    let value = try JSONValue.parse(text)
    #expect(value.count == 0)
    #expect(value.elements.isEmpty)
    #expect(value.members.isEmpty)
    #expect(value.elements.count == 0)
    #expect(value["x"] == nil)
    #expect(value[0] == nil)
    #expect(value.sourceRange == 0..<text.utf8.count)
    #expect(
      [value.boolean != nil, value.string != nil, value.numberText != nil, value.isNull].filter { $0 }.count
        == (text.hasPrefix("[") || text.hasPrefix("{") ? 0 : 1))
  }

  /// The tape grows as it must.
  @Test func parsesManyTokensInFewBytes() throws {
    let text = "[" + String(repeating: "[],1,", count: 10_000) + "{\"\":{}}]"
    let value = try JSONValue.parse(text)
    #expect(value.count == 20_001)
    #expect(value.elements.filter { $0.kind == .array }.count == 10_000)
    #expect(written { $0.write(value) } == text)
  }

  @Test func hasANullOfItsOwn() { #expect(JSONValue.null.isNull) }
}
