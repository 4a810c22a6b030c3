import JSON
import Testing
import TrustedAccess

@testable import Server

// spec: DC-12
@Suite("A role list that changes")
struct RoleChangeTests {
  private let held = HeldThreads()

  /// A document with a role that the bundled list has not, and the list that is fetched has.
  private func conversation(_ capabilities: String = "{}") -> Conversation {
    let source = ScriptedSource()
    let conversation = Conversation(
      capabilities: capabilities, params: #""initializationOptions":{"location":"eastus"}"#
    ) { [held] in
      ServerContext(
        ServerContext.Configuration(store: "", cache: nil), roleSource: source, threads: held.threads,
        now: { Timestamp(millisecondsSinceEpoch: 1_800_000_000_000) })
    }
    conversation.notify("initialized")
    conversation.open(
      "file:///a.tf", "terraform",
      """
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
        kubernetes_cluster_id = azurerm_kubernetes_cluster.aks.id
        name                  = "ml"
        source_resource_id    = azurerm_machine_learning_workspace.ws.id
        roles                 = ["Microsoft.MachineLearningServices/workspaces/of-all"]
      }

      """)
    return conversation
  }

  private func codes(_ messages: [JSONValue]) -> [[String]] {
    messages.calls(of: "textDocument/publishDiagnostics").map { params in
      params["diagnostics"]?.elements.compactMap { $0["code"]?.string } ?? []
    }
  }

  @Test("behind the client's back renews what is wrong with documents")
  func renewed() throws {
    let conversation = conversation()
    conversation.meanwhile { held.run() }
    #expect(codes(try conversation.messages()) == [["unknown-role"], []])
  }

  @Test("by a request of the client's does so, too")
  func requested() throws {
    let conversation = conversation()
    conversation.request("trustedAccess/catalog/refresh", #"["eastus"]"#, id: "refresh")
    conversation.request("trustedAccess/catalog/clear", "{}", id: "clear")
    #expect(codes(try conversation.messages()) == [["unknown-role"], [], ["unknown-role"]])
  }

  @Test("makes a client that asks for diagnostics ask anew")
  func pulled() throws {
    let conversation = conversation(
      #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#)
    let pull = #"{"textDocument":{"uri":"file:///a.tf"}}"#
    conversation.request("textDocument/diagnostic", pull, id: "before")
    conversation.meanwhile { held.run() }
    conversation.request("textDocument/diagnostic", pull, id: "after")
    let messages = try conversation.messages()
    #expect(try messages.reply(to: "before")["items"]?.count == 1)
    #expect(try messages.reply(to: "after")["items"]?.count == 0)
    #expect(messages.filter { $0["method"]?.string == "workspace/diagnostic/refresh" }.count == 1)
  }
}
