import JSON
import Testing

/// Walking a tree, up and down.
struct TreeNodeTests {
  private let tree = JSONTree(
    #"""
    {
      "Type": "x", "type": 1, "\u0074ype": "escaped",
      "properties": {"roles": ["a", ["b", {"c": null}], true], "type": false}
    }
    """#)

  @Test func findsMembersByName() throws {
    let root = tree.root
    #expect(root.kind == .object)
    // The last one counts.
    #expect(root.member(named: "type")?.value?.string == "escaped")
    #expect(root.member(named: "Type")?.value?.string == "x")
    #expect(root.member(named: "TYPE") == nil)
    #expect(root.member(named: "TYPE", ignoringCase: true)?.value?.string == "escaped")
    #expect(root.member(named: "typ", ignoringCase: true) == nil)
    #expect(root.member(named: "") == nil)
    let properties = try #require(root.member(named: "Properties", ignoringCase: true)?.value)
    #expect(properties.member(named: "type")?.value?.boolean == false)
    #expect(properties.member(named: "roles")?.value?.children.map(\.kind) == [.string, .array, .boolean])
    #expect(properties.member(named: "roles")?.member(named: "roles") == nil)
    #expect(JSONTree(#"{"[": 1, "{": 2}"#).root.member(named: "[", ignoringCase: true)?.value?.numberText == "1")
    #expect(JSONTree(#"{"É": 1}"#).root.member(named: "é", ignoringCase: true) == nil)
  }

  @Test func findsDuplicates() {
    let root = tree.root
    #expect(root.duplicateMembers().map { $0.value?.numberText } == ["1"])
    #expect(root.duplicateMembers(ignoringCase: true).map { $0.value?.source.count } == [3, 1])
    #expect(tree.document.duplicateMembers().isEmpty)
    #expect(JSONTree("[]").root.duplicateMembers().isEmpty)
  }

  @Test func givesScalars() {
    let elements = JSONTree(#"["x", 1.50e3, true, false, null, word]"#).root.children
    #expect(elements.map(\.kind) == [.string, .number, .boolean, .boolean, .null, .word])
    #expect(elements.map(\.boolean) == [nil, nil, true, false, nil, nil])
    #expect(elements.map(\.numberText) == [nil, "1.50e3", nil, nil, nil, nil])
    #expect(elements.map(\.string) == ["x", nil, nil, nil, nil, nil])
    #expect(
      elements.map { String(decoding: $0.source, as: UTF8.self) }
        == [#""x""#, "1.50e3", "true", "false", "null", "word"])
    #expect(elements.map(\.contentsRange) == [2..<3, nil, nil, nil, nil, nil])
    #expect(elements.allSatisfy { $0.children.isEmpty && $0.isClosed && !$0.isName })
    #expect(elements.allSatisfy { $0.name == nil && $0.value == nil })
    #expect(!JSONTree("1").root.equals("1"))
  }

  @Test func givesRanges() throws {
    let tree = JSONTree(#" {"a" : [1, {} ]} "#)
    let member = try #require(tree.root.children.first)
    #expect(tree.document.range == 0..<18)
    #expect(tree.root.range == 1..<17)
    #expect(member.range == 2..<16)
    #expect(member.name?.range == 2..<5)
    #expect(member.value?.range == 8..<16)
    #expect(member.value?.children.map(\.range) == [9..<10, 12..<14])
  }

  @Test func climbs() throws {
    var node = try #require(tree.root.member(named: "properties")?.value?.member(named: "roles")?.value)
    for number in [1, 1] { node = Array(node.children)[number] }
    node = try #require(node.member(named: "c")?.value)
    #expect(node.kind == .null)
    #expect(pathText(node.path) == "properties/roles/1/1/c")
    var kinds: [JSONNode.Kind] = []
    var next = node.parent
    while let node = next {
      kinds.append(node.kind)
      next = node.parent
    }
    #expect(kinds == [.member, .object, .array, .array, .member, .object, .member, .object, .document])
    #expect(tree.root.parent == tree.document)
    #expect(tree.root.path.isEmpty)
    #expect(tree.root.children.first?.name?.parent == tree.root.children.first)
  }

  @Test func hasARoot() {
    #expect(JSONTree("]1").root.numberText == "1")
    #expect(JSONTree("").root.kind == .document)
    #expect(JSONTree("]").root.kind == .document)
    let excerpt = JSONTree(#""a": {"b": 1}, "c": 2"#).root
    #expect(excerpt.kind == .document)
    #expect(excerpt.member(named: "c")?.value?.numberText == "2")
  }

  @Test func comparesNodes() {
    #expect(tree.root == tree.root)
    #expect(tree.root != tree.document)
    #expect(tree.root.children.first != tree.root.children.first?.name)
    #expect(JSONTree("1").root != JSONTree("1").root)
  }

  @Test func givesComments() {
    let text = "// one\r\n[1, /* two\n*/ 2] // three"
    let comments = JSONTree(text, dialect: .jsonc).comments
    #expect(
      comments.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
        == ["// one", "/* two\n*/", "// three"])
    #expect(comments.map(\.isBlock) == [false, true, false])
    #expect(comments.map(\.isOpenEnded) == [false, false, false])
    #expect(JSONTree("/* a").comments.map(\.isOpenEnded) == [true])
    #expect(JSONTree(#""// a""#).comments.isEmpty)
  }

  /// What a dialect allows is in the tree all the same.
  @Test(arguments: [
    (JSONDialect.json, "comment@1..<7 controlCharacter@9..<10 trailingComma@12..<13"),
    (JSONDialect.jsonc, "controlCharacter@9..<10"),
    (JSONDialect.armTemplate, "trailingComma@12..<13"),
  ])
  func knowsDialects(dialect: JSONDialect, faults: String) {
    let tree = JSONTree("[/* a*/\n\"\t\n\",]", dialect: dialect)
    #expect(treeText(tree.document) == "(array \"\t\n\")")
    #expect(faultText(tree) == faults)
    #expect(tree.comments.count == 1)
  }

  @Test func saysWhatWouldBeRight() {
    let faults = JSONTree("{a 1 'b': [").faults
    #expect(faults.map(\.kind.message).contains("a member's name stands in double quotes"))
    #expect(faults.map(\.kind.message).contains("this bracket is never closed"))
  }
}
