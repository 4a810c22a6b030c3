import BindingDocuments
import Testing

/// What documents have to do with each other.
struct ClaimIndexTests {
  private static func terraform(_ name: String, on subscription: String = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b")
    -> String
  {
    """
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "\(name)" {
      kubernetes_cluster_id = "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
      name                  = "\(name)"
      roles                 = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]
      source_resource_id    = azurerm_machine_learning_workspace.\(name).id
    }

    """
  }

  private func index(_ documents: [(String, String, DialectName)]) throws -> ClaimIndex {
    var index = ClaimIndex()
    for (name, text, dialect) in documents {
      index.replace(try #require(DocumentAnalysis(Array(text.utf8), as: dialect)).claims(), of: name)
    }
    return index
  }

  private func shown(_ index: ClaimIndex) -> [String] {
    var index = index
    return index.findings().sorted { $0.key < $1.key }.flatMap { document, findings in
      findings.map { "\(document) \($0.code) ← \($0.related.compactMap(\.document).joined(separator: " "))" }
    }
  }

  @Test func twoDocumentsDeclareOneBinding() throws {
    var index = try index([("a.tf", Self.terraform("b"), .terraform), ("b.tf", Self.terraform("b"), .terraform)])
    #expect(shown(index) == ["a.tf binding-declared-twice ← b.tf", "b.tf binding-declared-twice ← a.tf"])
    let range = try #require(index.findings()["b.tf"]?.first?.range)
    #expect(String(decoding: Array(Self.terraform("b").utf8)[range], as: UTF8.self) == "\"b\"")
    index.replace([], of: "a.tf")
    #expect(shown(index) == [])
  }

  @Test(arguments: [
    "00000000-0000-0000-0000-000000000000", "12345678-1234-1234-1234-123456789012", "${var.subscription}", "<yours>",
    "1c2d3e4f-0b4e-4d5f-9a6b-7c8d9e0f1a2b",
  ])
  func ofOtherClustersNothingIsKnown(subscription: String) throws {
    let other = Self.terraform("b", on: subscription)
    let here = subscription.hasPrefix("1c") ? Self.terraform("b") : other
    #expect(shown(try index([("a.tf", here, .terraform), ("b.tf", other, .terraform)])) == [])
  }

  @Test func whatOneDocumentSaysIsSaidThere() throws {
    let twice = Self.terraform("b") + Self.terraform("b")
    #expect(shown(try index([("a.tf", twice, .terraform)])) == [])
    #expect(try findings(in: twice, as: .terraform) == ["\"b\" binding-declared-twice ← 3"])
  }

  @Test(arguments: ["binding-declared-twice", "source-bound-twice, binding-declared-twice", ""])
  func aCommentKeepsItsDocumentSilent(codes: String) throws {
    let silent = "# trusted-access: ignore \(codes)\n\(Self.terraform("b"))"
    let index = try index([("a.tf", silent, .terraform), ("b.tf", Self.terraform("b"), .terraform)])
    #expect(shown(index) == ["b.tf binding-declared-twice ← a.tf"])
  }

  @Test func scriptsDoNotStandAgainstEachOther() throws {
    let script =
      "az aks trustedaccess rolebinding create --subscription 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b -g rg"
      + " --cluster-name aks -n b --source-resource-id $WS --roles x"
    #expect(
      shown(try index([("a.sh", script, .shell), ("b.sh", script, .shell), ("c.tf", Self.terraform("b"), .terraform)]))
        == [])
  }

  @Test func nineBindingsInTwoDocuments() throws {
    let names = (1...9).map { "b\($0)" }
    let index = try index([
      ("a.tf", names.prefix(5).map { Self.terraform($0) }.joined(), .terraform),
      ("b.tf", names.dropFirst(5).map { Self.terraform($0) }.joined(), .terraform),
    ])
    #expect(shown(index) == ["b.tf too-many-bindings ← a.tf a.tf a.tf a.tf a.tf"])
  }
}
