import JSON
import Testing

// spec: DC-13
@Suite("What bindings are, shown beside the text")
struct OutlineTests {
  private static let script = """
    NAME=ml
    SOURCE=/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg\
    /providers/Microsoft.MachineLearningServices/workspaces/ws
    echo "é"; az aks trustedaccess rolebinding create -g rg --cluster-name aks -n "$NA‸ME" \
    --source-resource-id $SOURCE --roles Microsoft.MachineLearningServices/workspaces/mlworkload
    az aks trustedaccess rolebinding list -g rg --cluster-name $AKS

    """

  private static let trees = #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#

  @Test("an outline has each binding with its roles")
  func trees() throws {
    let session = try EditorSession("shellscript", Self.script, capabilities: Self.trees)
    let symbols = try session.ask("textDocument/documentSymbol").elements.map(\.self)
    #expect(symbols.map { $0["name"]?.string } == ["ml", "role bindings"])
    #expect(symbols.map { $0["detail"]?.string } == ["create on aks", "list on ${AKS}"])
    #expect(symbols.map { $0["kind"]?.integer } == [12, 12])
    #expect(session.written(symbols.first?["selectionRange"]) == "\"$NAME\"")
    let range = session.written(symbols.first?["range"])
    #expect(range.hasPrefix("az aks trustedaccess rolebinding create"))
    let roles = symbols.first?["children"]?.elements.map(\.self) ?? []
    #expect(roles.map { session.written($0["range"]) } == ["Microsoft.MachineLearningServices/workspaces/mlworkload"])
    #expect(roles.map { $0["kind"]?.integer } == [22])
  }

  @Test("a client that knows no trees gets a list")
  func flat() throws {
    let session = try EditorSession("shellscript", Self.script)
    let symbols = try session.ask("textDocument/documentSymbol").elements.map(\.self)
    #expect(
      symbols.map { $0["name"]?.string } == [
        "ml", "Microsoft.MachineLearningServices/workspaces/mlworkload", "role bindings",
      ])
    #expect(symbols.map { $0["containerName"]?.string } == [nil, "ml", nil])
    #expect(symbols.allSatisfy { $0["location"]?["uri"]?.string == EditorSession.uri && $0["range"] == nil })
  }

  @Test("a template's bindings are objects, and one without a name has one in the outline")
  func declared() throws {
    let session = try EditorSession(
      "terraform", "resource \"azurerm_kubernetes_cluster_trusted_access_role_binding\" \"b\" {\n  name = \"‸\"\n}\n",
      capabilities: Self.trees)
    let symbol = try #require(try session.ask("textDocument/documentSymbol").elements.first)
    #expect(symbol["kind"]?.integer == 19 && symbol["name"]?.string == "role binding")
    #expect(symbol["detail"]?.string == "declare" && symbol["children"] == nil)
  }

  private func hints(_ range: String) throws -> [JSONValue] {
    let session = try EditorSession("shellscript", Self.script)
    let params = #"{"textDocument":{"uri":"\#(EditorSession.uri)"},"range":\#(range)}"#
    return try session.ask("textDocument/inlayHint", params).elements.map(\.self)
  }

  @Test("hints tell what references come to, in the stretch that is shown")
  func hints() throws {
    let all = try hints(#"{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}"#)
    #expect(all.map { $0["label"]?.string } == ["ml", "…/ws"])
    #expect(all.last?["tooltip"]?.string?.hasPrefix("/subscriptions/8a1f2c3d") == true)
    let line = "echo \"é\"; az aks trustedaccess rolebinding create -g rg --cluster-name aks -n \"$NAME\""
    #expect(all.first?["position"]?["line"]?.integer == 2)
    #expect(all.first?["position"]?["character"]?.integer == line.utf16.count)
    #expect(try hints(#"{"start":{"line":0,"character":0},"end":{"line":2,"character":0}}"#).isEmpty)
    #expect(try hints(#"{"start":{"line":9,"character":0},"end":{"line":0,"character":0}}"#).isEmpty)
  }

  @Test("a reference leads to where its value is given, the last time before it")
  func definition() throws {
    let session = try EditorSession("shellscript", "NAME=other; " + Self.script + "NAME=more\n")
    let place = try session.ask("textDocument/definition")
    #expect(place["uri"]?.string == EditorSession.uri && place["range"]?["start"]?["line"]?.integer == 0)
    #expect(place["range"]?["start"]?["character"]?.integer == 12)
    #expect(session.written(place["range"]) == "NAME")
  }

  @Test(
    "what is defined elsewhere, or is no reference, leads nowhere",
    arguments: [
      "az aks trustedaccess rolebinding show -g rg --cluster-name aks -n $NA‸ME\n",
      "NAME=ml\naz aks trustedaccess rolebinding show -g rg --cluster-name aks -n m‸l\n",
      "NAME=ml\naz aks trustedaccess rolebinding show -g r‸g --cluster-name aks -n $NAME\n", "echo $NA‸ME\n", "‸",
    ])
  func nowhere(marked: String) throws {
    #expect(try EditorSession("shellscript", marked).ask("textDocument/definition").isNull)
  }

  @Test("a document that is not read has none of these")
  func unread() throws {
    let session = try EditorSession("cobol", Self.script)
    #expect(try session.ask("textDocument/documentSymbol").count == 0)
    #expect(try session.ask("textDocument/inlayHint").count == 0)
    #expect(try session.ask("textDocument/definition").isNull)
  }
}
