import JSON
import Server
import Testing

@Suite("rpc.discover")
struct DiscoveryTests {
  private static let prefix = "trustedAccess/"

  @Test("answers an OpenRPC 1.3 document")
  func shape() throws {
    let server = try ServerProcess()
    try server.send(Request.request(1, "rpc.discover"))
    let document = try #require(try server.reply().value["result"])
    #expect(document.members.map(\.name) == ["openrpc", "info", "methods", "components"])
    #expect(document["openrpc"]?.string?.hasPrefix("1.3.") == true)
    for member in ["title", "version"] { #expect(document["info"]?[member]?.string?.isEmpty == false) }
    for method in try #require(document["methods"]).elements {
      let name = try #require(method["name"]?.string)
      #expect(name == "rpc.discover" || name.hasPrefix(Self.prefix))
      #expect(method["summary"]?.string?.isEmpty == false)
      #expect(method["paramStructure"]?.string == "either")
      #expect(method["result"]?["name"]?.string != nil && method["result"]?["schema"]?.kind == .object)
      var isOptional = false
      for parameter in try #require(method["params"]).elements {
        #expect(parameter["name"]?.string != nil && parameter["schema"]?.kind == .object)
        let isRequired = parameter["required"]?.boolean == true
        #expect(!(isOptional && isRequired), "\(name): what is required stands first")
        isOptional = !isRequired
      }
      for error in method["errors"].map({ Array($0.elements) }) ?? [] {
        #expect(try target(of: #require(error["$ref"]?.string), in: document)?["code"]?.integer != nil)
      }
    }
    let names = document["methods"]?.elements.compactMap { $0["name"]?.string } ?? []
    #expect(Set(names).count == names.count)
    try checkReferences(document, document)
  }

  @Test("lists exactly what dispatches")
  func dispatch() throws {
    let server = try ServerProcess()
    try server.send(Request.request(1, "rpc.discover"))
    let names = try #require(try server.reply().value["result"]?["methods"]).elements.compactMap { $0["name"]?.string }
    #expect(names == TestServer().context.registry.methods.map(\.name))
    for (index, name) in names.enumerated() {
      // What no method takes: so that each is found, and none does anything.
      try server.send(Request.request(index, name, #"{"noSuch":0}"#))
      #expect(try server.reply()["error.code"] == "-32602", "\(name)")
      for near in [String(name.dropLast()), name + "s", name.uppercased(), name + "\u{0}", " " + name] {
        guard !names.contains(near) else { continue }
        try server.send(Request.request(index, near.replacing("\u{0}", with: "\\u0000"), #"{"noSuch":0}"#))
        #expect(try server.reply()["error.code"] == "-32601", "\(near)")
      }
    }
  }

  /// What a reference within the document leads to.
  private func target(of reference: String, in document: JSONValue) throws -> JSONValue? {
    try #require(reference.hasPrefix("#/"))
    return reference.dropFirst(2).split(separator: "/").reduce(document) { $0?[String($1)] }
  }

  private func checkReferences(_ value: JSONValue, _ document: JSONValue) throws {
    for element in value.elements { try checkReferences(element, document) }
    for (name, member) in value.members {
      if name == "$ref", let reference = member.string {
        #expect(try target(of: reference, in: document) != nil, "\(reference)")
      }
      try checkReferences(member, document)
    }
  }
}
