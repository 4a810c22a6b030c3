import JSON
import Testing

@Test func parsesAndRewrites() throws {
  let source =
    #" { "a" : [1, -2.5e3, true, false, null, "x\n\u00e9\ud83d\ude00\/", {}, [], {"b":{"c":[[1]]}}], "b": 1e400, "b": 12 } "#
  let value = try JSONValue.parse(source)
  #expect(value.count == 3)
  #expect(value["b"]?.integer == 12)
  #expect(value["a"]?.count == 9)
  #expect(
    value["a"]?.elements.map { $0.kind } == [
      .number, .number, .boolean, .boolean, .null, .string, .object, .array, .object,
    ])
  #expect(value["a"]?[5]?.string == "x\né😀/")
  #expect(value["a"]?[8]?["b"]?["c"]?[0]?[0]?.integer == 1)
  #expect(value.members.map { $0.name } == ["a", "b", "b"])
  var writer = JSONWriter()
  writer.write(value)
  #expect(
    String(decoding: writer.finish(), as: UTF8.self)
      == #"{"a":[1,-2.5e3,true,false,null,"x\né😀/",{},[],{"b":{"c":[[1]]}}],"b":1e400,"b":12}"#)
  #expect(throws: JSONSyntaxError.self) { try JSONValue.parse(String(repeating: "[", count: 100_000)) }
}
