import JSON
import SeededRandom
import Testing

/// Whatever the bytes: a tree whose ranges nest, at a cost that is linear.
struct TreeRobustnessTests {
  /// A template as people write them, with what a template may have beyond JSON.
  static let template = #"""
    {
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "contentVersion": "1.0.0.0",
      "parameters": {
        "clusterName": { "type": "string" }, // of the same group
        "teams": { "type": "array", "defaultValue": ["a", "b\u00e9\ud83d\ude00"], "minLength": 1 }
      },
      "resources": [
        /* a binding for each team */
        {
          "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
          "apiVersion": "2025-08-01",
          "name": "[format('{0}/{1}',
            parameters('clusterName'), parameters('teams')[copyIndex()])]",
          "copy": {"name": "each", "count": "[length(parameters('teams'))]"},
          "properties": {
            "sourceResourceId": "[resourceId('Microsoft.MachineLearningServices/workspaces', 'ws-train')]",
            "roles": [
              "Microsoft.MachineLearningServices/workspaces/mlworkload"
            ]
          },
          "condition": true, "retries": -1.5e+3, "tags": null
        }
      ],
      "outputs": {}
    }
    """#
  static let parameters = #"{"parameters":{"clusterName":{"value":"aks"},"teams":{"value":["a",{"b":[[],{}]}]}}}"#

  private static let texts = [template, parameters, sample].map { Array($0.utf8) }

  @Test func takesTheTemplateAsItIs() {
    let tree = JSONTree(Self.template, dialect: .armTemplate)
    #expect(faultText(tree) == "")
    #expect(brokenInvariant(of: tree) == nil)
  }

  @Test(arguments: texts)
  func survivesTruncations(text: [UInt8]) {
    for length in 0...text.count { check(Array(text[..<length])) }
  }

  @Test(arguments: texts)
  func survivesDeletions(text: [UInt8]) {
    for place in text.indices {
      var text = text
      text.remove(at: place)
      check(text)
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func survivesSplices(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet =
      Array("{}[]{}[]:,:,\"\\\"'/*\n\t\r $#tfn-0.eu\u{A0}é".utf8) + [0x00, 0x0B, 0x7F, 0x80, 0xC0, 0xED, 0xF0, 0xFF]
    for _ in 0..<100 {
      var text = Self.texts[Int.random(in: 0..<Self.texts.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let lower = Int.random(in: 0...text.count, using: &generator)
        let upper = Int.random(in: lower...Swift.min(text.count, lower + 40), using: &generator)
        let replacement = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        text.replaceSubrange(lower..<upper, with: replacement)
      }
      check(text)
    }
  }

  private func check(_ text: [UInt8]) {
    for dialect in [JSONDialect.json, .armTemplate] {
      let tree = JSONTree(text, dialect: dialect)
      let fault = brokenInvariant(of: tree)
      #expect(fault == nil, "\(String(decoding: text, as: UTF8.self))")
    }
    let tree = JSONTree(text)
    for offset in stride(from: 0, through: text.count, by: 7) {
      let place = tree.place(at: offset)
      #expect(place.container.range.contains(offset) || place.container.range.upperBound == offset)
      if let token = place.token { #expect(token.range.contains(offset) || token.range.upperBound == offset) }
    }
    // Either parser knows JSON from what is none.
    #expect(tree.faults.isEmpty == (refusal(of: text, depth: .max) == nil), "\(String(decoding: text, as: UTF8.self))")
  }

  // MARK: What is JSON

  @Test(arguments: UInt64(0)..<200)
  func agreesWithTheStrictParser(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let text = RandomDocument.text(using: &generator)
    let tree = JSONTree(text)
    #expect(tree.faults.isEmpty)
    #expect(try isSame(tree.root, JSONValue.parse(text)))
  }

  private func isSame(_ node: JSONNode, _ value: JSONValue) -> Bool {
    guard node.range == value.sourceRange, node.children.count == value.count else { return false }
    switch (node.kind, value.kind) {
    case (.null, .null): return true
    case (.boolean, .boolean): return node.boolean == value.boolean
    case (.number, .number): return node.numberText == value.numberText
    case (.string, .string): return node.string == value.string
    case (.array, .array): return zip(node.children, value.elements).allSatisfy { isSame($0, $1) }
    case (.object, .object):
      return zip(node.children, value.entries).allSatisfy { member, entry in
        guard let name = member.name, let value = member.value else { return false }
        return isSame(name, entry.name) && isSame(value, entry.value)
      }
    default: return false
    }
  }

  // MARK: Cost

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func nestsAHundredThousandDeep(opening: String, closing: String) {
    let open = String(repeating: opening, count: 100_000)
    #expect(JSONTree(open + "1" + String(repeating: closing, count: 100_000)).faults.isEmpty)
    let tree = JSONTree(open)
    #expect(tree.faults.count == 1_000)
    #expect(tree.place(at: open.utf8.count).path.count == 100_000)
  }

  /// Levels of all kinds, closed and not.
  @Test(arguments: ["[", "{\"a\":", "{", "[{", "{\"a\":[\n", "\"a\":[", "[1,"])
  func nestsDeep(opening: String) {
    let closing = String(opening.reversed().compactMap { ["[": "]", "{": "}"][$0] })
    let open = String(repeating: opening, count: 1_000)
    for text in [open, open + "1" + String(repeating: closing, count: 1_000), open + "}"] {
      let tree = JSONTree(text)
      #expect(brokenInvariant(of: tree) == nil)
      #expect(tree.place(at: text.utf8.count).path.count <= 2_001)
    }
  }

  /// Texts of junk that a reader which looks ahead, or back, or again might choke on.
  @Test(arguments: [
    "\"\n", "\"\\\"\n", "\\\"\n", "'\n", "\"\\\n", "\"a\n \n", "{{", "${", "#{x", "{{x} ", "[${x", "<", "<a ", "a\"",
    "$", "]", "}", "]}", "[}",
    "{]", ",", ":", "::,",
    "\"a\":", "\"a\"\n", "\"a ]]]]]]]]", "\"[[[[[[[\n", " ", "\t", "/", "//", "/*", "/* */", "\u{A0}", "\u{FF}",
    "\u{0}", "é", "a",
    "-", "0", "1.", "tru", "{\"a\":1\n}", "{\n\"a\":\n", "[\n]\n}\n", "  [\n {\n", "\"\\ud800", "\"\\",
    "\n\"a\": [\n\"b\n", "\"x\",\n",
  ])
  func costsLinearly(unit: String) {
    let junk = String(repeating: unit, count: 2_000)
    for text in [junk, "[\"" + junk + "\""] { expectLinearCost(of: text) }
  }

  /// What is opened and closed, and one bracket too much.
  @Test(arguments: [
    ("[\n", "]"), ("{\"a\":\n", "}"), ("{\"a\":[\n", "]\n}"), ("  [\n", "] "), ("[", "\n]"), ("\"[\n", "]"),
  ])
  func costsLinearlyWhereBracketsDoNotPair(opening: String, closing: String) {
    let text = String(repeating: opening, count: 2_000) + String(repeating: closing, count: 2_000)
    for text in [text + "[", "[" + text, "]" + text] { expectLinearCost(of: text) }
  }

  /// Brackets that close what began on other lines, before the rest of a long line.
  @Test func looksForTheNextLineOnce() {
    let indentation = { (depth: Int) in String(repeating: " ", count: depth) }
    let opening = (0..<100).map { indentation($0) + "{\"a\":\n" }.joined()
    let text =
      opening + indentation(100) + "1" + String(repeating: "}", count: 100) + "//"
      + String(repeating: "x", count: 10_000) + "\n["
    #expect(JSONTree(text, dialect: .jsonc).faults.map(\.kind) == [.unclosed, .contentAfterValue])
    expectLinearCost(of: text)
  }

  private func expectLinearCost(of text: String) {
    let tree = JSONTree(text)
    #expect(tree.rereadCount <= 4 * text.utf8.count + 64)
    #expect(tree.faults.count <= 1_000)
  }

  @Test func looksAtTheLongestTextOnly() {
    let tree = JSONTree(Array(#"{"a": [1, 2]}"#.utf8), longestText: 9)
    #expect(treeText(tree.document) == #"(object… ("a" (array… 1)))"#)
    #expect(tree.faults.last == JSONFault(.tooLong, 9..<13))
    #expect(tree.document.range == 0..<9)
  }
}
