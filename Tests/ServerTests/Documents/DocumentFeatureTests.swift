import JSON
import Testing

// spec: DC-7
@Suite("In an editor")
struct DocumentFeatureTests {
  private static func terraform(name: String = "ml", source: String = "‸", roles: String) -> String {
    """
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
      kubernetes_cluster_id = azurerm_kubernetes_cluster.aks.id
      name                  = "\(name)"
      source_resource_id    = "\(source)"
      roles                 = [\(roles)]
    }

    """
  }

  private static let workspace =
    "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg"
    + "/providers/Microsoft.MachineLearningServices/workspaces/ws"

  @Test("role names are completed, those for the source first")
  func roleNames() throws {
    let session = try EditorSession("terraform", Self.terraform(source: Self.workspace, roles: #""é", "mlw‸""#))
    let list = try session.ask("textDocument/completion")
    let first = try #require(list["items"]?.elements.first)
    #expect(first["label"]?.string == "Microsoft.MachineLearningServices/workspaces/mlworkload")
    #expect(
      session.applying(first["textEdit"])
        == Self.terraform(
          source: Self.workspace, roles: #""é", "Microsoft.MachineLearningServices/workspaces/mlworkload""#))
    let all =
      try EditorSession("terraform", Self.terraform(source: Self.workspace, roles: #""‸""#))
      .ask("textDocument/completion")["items"]?.elements.compactMap { $0["label"]?.string } ?? []
    #expect(all.count > 3)
    #expect(all.prefix(2).allSatisfy { $0.hasPrefix("Microsoft.MachineLearningServices/") })
  }

  @Test("a role that the list has already is not proposed again")
  func givenRoles() throws {
    let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
    let list = try EditorSession("terraform", Self.terraform(source: Self.workspace, roles: "\"\(role)\", \"‸\""))
      .ask("textDocument/completion")
    #expect(list["items"]?.elements.contains { $0["label"]?.string == role } == false)
  }

  @Test("an item that is looked at says what its role permits")
  func resolve() throws {
    let session = try EditorSession("terraform", Self.terraform(source: Self.workspace, roles: #""mlw‸""#))
    let item = #"{"label":"Microsoft.MachineLearningServices/workspaces/mlworkload","sortText":"000","data":{"x":[1]}}"#
    let resolved = try session.ask("completionItem/resolve", item)
    #expect(resolved["data"]?["x"]?.count == 1 && resolved["sortText"]?.string == "000")
    #expect(resolved["documentation"]?["value"]?.string?.contains("services/proxy") == true)
  }

  @Test("resource IDs are completed segment by segment")
  func segments() throws {
    let session = try EditorSession(
      "terraform",
      Self.terraform(source: "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/prov‸", roles: ""))
    let first = try #require(try session.ask("textDocument/completion")["items"]?.elements.first)
    #expect(first["label"]?.string == "providers")
    #expect(session.written(first["textEdit"]?["range"]) == "prov")
  }

  @Test(
    "nothing is completed where nothing of a binding stands",
    arguments: [
      "‸", "resource \"azurerm_resource_group\" \"rg\" {\n  name = \"‸\"\n}\n", "# az ‸\n",
    ])
  func nothing(marked: String) throws {
    #expect(try EditorSession("terraform", marked).ask("textDocument/completion")["items"]?.count ?? 0 == 0)
    #expect(try EditorSession("terraform", marked).ask("textDocument/hover").isNull)
    #expect(try EditorSession("terraform", marked).ask("textDocument/codeAction").count == 0)
    #expect(try EditorSession("cobol", marked).ask("textDocument/completion").isNull)
  }

  @Test("a role and an ID tell what they are")
  func hover() throws {
    let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
    let overRole = try EditorSession(
      "terraform", Self.terraform(source: Self.workspace, roles: "\"Micro‸" + role.dropFirst(5) + "\""))
    let hover = try overRole.ask("textDocument/hover")
    #expect(overRole.written(hover["range"]) == role)
    #expect(hover["contents"]?["value"]?.string?.contains("services/proxy") == true)
    let overID = try EditorSession("terraform", Self.terraform(source: Self.workspace + "‸", roles: ""))
    #expect(try overID.ask("textDocument/hover")["contents"]?["value"]?.string?.contains("resource group `rg`") == true)
  }

  @Test("what is told is without Markdown's marks for a client that does not read them")
  func plainText() throws {
    let session = try EditorSession(
      "shellscript",
      "az aks trustedaccess rolebinding update -g rg --cluster-name aks -n ml --roles "
        + "Microsoft.MachineLearningServices/workspaces/mlwork‸load",
      capabilities: #"{"textDocument":{"hover":{"contentFormat":["plaintext"]},"#
        + #""completion":{"completionItem":{"documentationFormat":["plaintext"]}}}}"#)
    let item = #"{"label":"Microsoft.MachineLearningServices/workspaces/mlworkload"}"#
    for text in [
      try session.ask("textDocument/hover")["contents"],
      try session.ask("completionItem/resolve", item)["documentation"],
    ] {
      #expect(text?["kind"]?.string == "plaintext")
      let value = text?["value"]?.string ?? ""
      #expect(value.hasPrefix("Microsoft.MachineLearningServices/workspaces/mlworkload\n\n- may create"))
      #expect(value.hasSuffix("\n\nRole list: eastus, bundled."))
    }
  }

  @Test("what is wrong is mended by its fix, and only what is at the place is offered")
  func quickFix() throws {
    let wrong = Self.terraform(
      source: Self.workspace, roles: #""Microsoft.MachineLearningServices/workspaces/mlworkl‸oat""#)
    let session = try EditorSession("terraform", wrong)
    #expect(try session.diagnostics() == ["Microsoft.MachineLearningServices/workspaces/mlworkloat unknown-role"])
    let action = try #require(try session.ask("textDocument/codeAction").elements.first)
    #expect(action["kind"]?.string == "quickfix")
    #expect(action["diagnostics"]?.elements.first?["code"]?.string == "unknown-role")
    let mended = session.applying(action["edit"]?["changes"]?[EditorSession.uri]?.elements.first)
    #expect(try EditorSession("terraform", mended).diagnostics() == [])
    let elsewhere = try EditorSession("terraform", "‸" + wrong.replacing("‸", with: ""))
    #expect(try elsewhere.ask("textDocument/codeAction").count == 0)
  }
}
