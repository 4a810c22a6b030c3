import JSON
import Testing

/// What belongs at a place in a document, which is marked with `‸`.
struct PlaceTests {
  /// The role, the path, and the token if there is one.
  @Test(arguments: [
    // Outside of everything.
    ("‸", "value"), (" ‸", "value"), ("‸{}", "value"), ("{}‸", "separator"), ("{} ‸", "separator"), ("{}, ‸", "value"),
    // Names.
    ("{‸}", "name"), ("{ ‸", "name"), (#"{"‸"}"#, #"name """#),
    (#"{"ro‸les": []}"#, #"name roles "roles""#), (#"{‸"roles": []}"#, "name"), (#"{"roles"‸: []}"#, "colon roles"),
    (#"{"roles" ‸}"#, "colon roles"), (#"{"ro‸"#, #"name ro "ro"#), (#"{ro‸}"#, "name ro ro"),
    (#"{‸ro}"#, "name ro ro"),
    (#"{"a": 1, ‸}"#, "name"), (#"{"a": 1,‸ "b": 2}"#, "name"), (#"{"a": {"b": 1, ‸}}"#, "name a"),
    ("{\n  \"a\": 1,\n  ‸\n  \"b\": 2\n}", "name"), ("{, ‸}", "name"), ("{ /* , : */ ‸}", "name"),
    // Values.
    (#"{"a":‸}"#, "value a"), (#"{"a": ‸}"#, "value a"), (#"{"a": ‸"#, "value a"), (#"{"a": ‸, "b": 1}"#, "value a"),
    ("{\n  \"a\": ‸\n  \"b\": 1\n}", "value a"), (#"{"a": /* , */ ‸}"#, "value a"),
    (#"{"a": "x‸y"}"#, #"value a "xy""#), (#"{"a": "‸"}"#, #"value a """#), (#"{"a": ‸"x"}"#, "value a"),
    (#"{"a": "x"‸}"#, "separator"), (#"{"a": "x‸"#, #"value a "x"#), ("{\"a\": \"x‸\n\"b\": 1}", "value a \"x"),
    (#"{"a": tr‸}"#, "value a tr"), (#"{"a": ‸1}"#, "value a 1"), (#"{"a": 1‸}"#, "value a 1"),
    (#"{: ‸}"#, "value _"), (#"{{‸}}"#, "name _"),
    (#"{"a" 1‸2}"#, "value a 12"),
    // Elements.
    ("[‸]", "value 0"), ("[1, ‸]", "value 1"), ("[1, ‸, 3]", "value 1"), ("[1, 2, ‸3]", "value 2 3"),
    (#"{"roles": ["x", "‸"]}"#, #"value roles/1 """#), (#"[{"a": [‸]}]"#, "value 0/a/0"),
    (#"[{"a": 1}, {"b": [{}, {"c": "‸d"}]}]"#, #"value 1/b/1/c "d""#), ("[1 ‸]", "separator 1"), ("[1] ‸", "separator"),
    ("[[1], [‸", "value 1/0"), (#"{"a": ["x", ‸}"#, "value a/1"), (#"["a", "b": ‸]"#, "value b"),
    // Separators.
    (#"{"a": 1 ‸}"#, "separator"), (#"{"a": {} ‸}"#, "separator"), (#"{"a": {}‸}"#, "separator"),
    (#"{"a": 1 ‸ "b": 2}"#, "separator"), (#"{"a": [1] ‸"#, "separator"),
    // Comments.
    ("{ // a‸\n}", "comment"), ("{ /‸/ a\n}", "comment"), ("{ ‸// a\n}", "name"), ("{ // a\n‸}", "name"),
    ("{ /* a ‸*/ }", "comment"), ("{ /* a */‸ }", "name"), ("{ /* a‸", "comment"),
    (#"{"a": "// ‸"}"#, #"value a "// ""#),
    // What is not closed goes on to what ends it.
    ("{\n  \"a\": {\n    \"b\": 1,\n    ‸\n  \"c\": 2\n}", "name a"),
  ])
  func finds(document: String, expected: String) {
    let (text, offset) = cursor(document)
    let tree = JSONTree(text, dialect: .jsonc)
    let place = tree.place(at: offset)
    let words = [
      "\(place.role)", pathText(place.path), place.token.map { String(decoding: $0.source, as: UTF8.self) } ?? "",
    ]
    #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    #expect(tree.node(at: offset) == place.token ?? place.container)
  }
}
