import JSON
import JSONRPC
import Testing

@testable import Server

// spec: DC-7
@Suite("Registered clusters in an editor")
struct RegisteredClusterTests {
  private static let subscription = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
  private static let cluster =
    "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
  private static let source =
    "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws"

  /// Asks twice: the first question has the store read behind it.
  private func ask(_ method: String, _ command: String, minutes: Int64 = 0) throws -> [JSONValue] {
    let server = TestServer(
      threads: Threads { body in
        body()
        return true
      })
    try server.call("clusters/register", "{'id':'\(Self.cluster)','location':'eastus'}")
    try server.call(
      "roleBindings/create",
      "{'cluster':'\(Self.cluster)','name':'kept','sourceResourceId':'\(Self.source)',"
        + "'roles':['Microsoft.MachineLearningServices/workspaces/mlworkload']}")
    server.advance(minutes: minutes)
    let conversation = Conversation(context: { server.context })
    conversation.open("file:///x", "shellscript", command)
    for id in ["1", "2"] {
      conversation.request(
        "textDocument/\(method)",
        #"{"textDocument":{"uri":"file:///x"},"position":{"line":0,"character":\#(command.utf16.count - 1)}}"#, id: id)
    }
    let messages = try conversation.messages()
    return [try messages.reply(to: "1"), try messages.reply(to: "2")]
  }

  private func labels(_ list: JSONValue) -> [String] {
    list["items"]?.elements.compactMap { $0["label"]?.string } ?? []
  }

  private static let show = "az aks trustedaccess rolebinding show --subscription \(subscription) -g rg"

  @Test("their names are completed as soon as the store has been read, which no answer waits for")
  func names() throws {
    let found = try ask("completion", "az aks trustedaccess rolebinding list --cluster-name a ")
    #expect(labels(found[0]).isEmpty && found[0]["isIncomplete"]?.boolean == true)
    #expect(labels(found[1]) == ["aks"] && found[1]["isIncomplete"]?.boolean == false)
    #expect(try labels(ask("completion", "\(Self.show) --cluster-name aks -n k ")[1]) == ["kept"])
    #expect(try labels(ask("completion", "\(Self.show) --cluster-name other -n k ")[1]).isEmpty)
  }

  @Test("a binding tells whether it is in effect")
  func effect() throws {
    let command = "\(Self.show) --cluster-name aks -n kept "
    let pending = try ask("hover", command)[1]["contents"]?["value"]?.string
    #expect(
      pending?.contains("not yet in effect") == true && pending?.contains("changes at 2026-03-01T12:05:00Z") == true)
    let effective = try ask("hover", command, minutes: 10)[1]["contents"]?["value"]?.string
    #expect(effective?.contains("in effect since 2026-03-01T12:05:00Z") == true, "\(effective ?? "")")
  }

  @Test("an option tells what it is, an ID what is wrong with it")
  func others() throws {
    #expect(
      try ask("hover", "az aks trustedaccess rolebinding show --name ")[1]["contents"]?["value"]?.string?
        .contains("the binding's name") == true)
    let id = Self.source.replacing("resourceGroups", with: "resourcegroups")
    let told = try ask("hover", "az aks trustedaccess rolebinding create --source-resource-id \(id) ")[1]
    #expect(
      told["contents"]?["value"]?.string?.contains("refuses it") == true, "\(told["contents"]?["value"]?.string ?? "")")
  }
}
