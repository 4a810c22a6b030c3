import JSON
import JSONRPC
import Testing

@testable import Server

// spec: DC-7, DC-14
@Suite("What is told of a proposal")
struct ProposalDetailTests {
  private func items(
    _ language: String, _ marked: String, _ capabilities: String = "{}", on server: TestServer? = nil
  ) throws -> [JSONValue] {
    var context: (@Sendable () -> ServerContext)?
    if let server { context = { server.context } }
    let list = try EditorSession(language, marked, capabilities: capabilities, context: context)
      .ask("textDocument/completion")
    return list["items"]?.elements.compactMap { $0 } ?? []
  }

  @Test("a role that is retired comes last, and only to a client that knows the tag for it")
  func retired() throws {
    let marked = "az aks trustedaccess rolebinding update -g rg --cluster-name a -n ml --roles inference‸"
    let tags = #"{"textDocument":{"completion":{"completionItem":{"tagSupport":{"valueSet":[1]}}}}}"#
    let last = try #require(try items("shellscript", marked, tags).last)
    #expect(last["tags"]?.elements.first?.integer == 1)
    #expect(last["detail"]?.string?.hasPrefix("retired, last listed ") == true)
    #expect(try items("shellscript", marked).allSatisfy { $0["label"]?.string != last["label"]?.string })
  }

  @Test("a role that is retired is in the way of no other, and comes when nothing else begins with what is typed")
  func retiredAlone() throws {
    let command =
      "az aks trustedaccess rolebinding update -g rg --cluster-name a -n ml --roles Microsoft.DataProtection/"
    let tags = #"{"textDocument":{"completion":{"completionItem":{"tagSupport":{"valueSet":[1]}}}}}"#
    let list = try EditorSession("shellscript", command + "‸", capabilities: tags).ask("textDocument/completion")
    #expect(
      list["items"]?.elements.map { $0["label"]?.string } == ["Microsoft.DataProtection/backupVaults/backup-operator"])
    #expect(list["isIncomplete"]?.boolean == true)
    let found = try items("shellscript", command + "BackupVaults/pv‸", tags)
    #expect(found.map { $0["label"]?.string } == ["Microsoft.DataProtection/BackupVaults/pvbackup"])
  }

  @Test("Azure Service Operator's versions come with their group, and previews say that they are")
  func operatorVersions() throws {
    let found = try items(
      "yaml", "apiVersion: containerservice.azure.com/v‸\nkind: TrustedAccessRoleBinding\nmetadata:\n  name: ml\n")
    #expect(
      found.map { $0["label"]?.string } == [
        "containerservice.azure.com/v1api20250801", "containerservice.azure.com/v1api20240901",
        "containerservice.azure.com/v20251002preview",
      ])
    #expect(found.map { $0["detail"]?.string } == [nil, nil, "preview"])
  }

  @Test("a binding tells its cluster and state, and is one of a cluster that may be meant")
  func bindings() throws {
    let server = TestServer(
      threads: Threads { body in
        body()
        return true
      })
    try server.register()
    try server.create("ml")
    // Reads the store, for who asks next.
    _ = server.context.knownClusters
    let show = "az aks trustedaccess rolebinding show"
    let ofCluster = try items("shellscript", "\(show) -g rg --cluster-name aks -n ‸", on: server)
    #expect(ofCluster.map { $0["label"]?.string } == ["ml"])
    #expect(ofCluster.first?["detail"]?.string == "aks, not yet in effect")
    #expect(try items("shellscript", "\(show) -g $RG --cluster-name aks -n ‸", on: server).count == 1)
    #expect(try items("shellscript", "\(show) -n ‸", on: server).count == 1)
    let hover = try EditorSession(
      "shellscript", "\(show) -g rg --cluster-name aks -n m‸l", context: { server.context }
    ).ask("textDocument/hover")
    #expect(hover["contents"]?["value"]?.string?.hasPrefix("**ml** on aks: not yet in effect") == true)
    #expect(try items("shellscript", "\(show) -g rg --cluster-name other -n ‸", on: server).isEmpty)
    #expect(try items("shellscript", "\(show) -g other --cluster-name aks -n ‸", on: server).isEmpty)
  }
}
