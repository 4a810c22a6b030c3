import SourceText
import Testing

@testable import BindingDocuments

/// A value that is a piece of a larger text is mended by itself, whatever is around it.
struct PiecesTests {
  private static let type = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings"
  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"

  @Test(arguments: [
    (DialectName.bicep, "resource b '\(type)@2025-08-01' = {\n  name: '${aks}/a_b'\n}\n", "'${aks}/a-b'"),
    (
      .arm, "{\"resources\":[{\"type\":\"\(type)\",\"name\":\"[concat(parameters('aks'),'/a_b')]\"}]}",
      "[concat(parameters('aks'),'/a-b')]"
    ),
    (.arm, "{\"resources\":[{\"type\":\"\(type)\",\"name\":\"aks/a_b\"}]}", "\"aks/a-b\""),
    (
      .shell, "az aks trustedaccess rolebinding update -g g --cluster-name a -n b --roles \"$R,mlworkload\"",
      "\"$R,\(role)\""
    ),
  ])
  func aPieceIsMended(dialect: DialectName, text: String, mended: String) throws {
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: dialect))
    let findings = analysis.findings { _ in FewRoles() }
    let finding = try #require(findings.first { ["binding-name", "malformed-role-name"].contains($0.code) })
    var source = SourceText(Array(text.utf8))
    _ = try source.apply(#require(finding.fixes.first).edits)
    let result = String(decoding: source.bytes(in: 0..<source.byteCount), as: UTF8.self)
    #expect(result.contains(mended), "\(result)")
  }

  /// A subscription's name tells no ID, wherever it comes from; nor does what stands nowhere get a fix.
  @Test(arguments: [
    ("My subscription", "${My"), ("8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b", "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"),
  ])
  func aSubscriptionByName(value: String, said: String) throws {
    let text = """
      SUB='\(value)'
      az aks trustedaccess rolebinding list --subscription "$SUB" -g rg --cluster-name aks
      """
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: .shell))
    let cluster = try #require(analysis.sites.first?.cluster?.text)
    let isKnown = cluster.hasPrefix("/subscriptions/\(said)/")
    #expect(isKnown == !value.contains(" "))
    #expect(isKnown || cluster.hasPrefix("/subscriptions/${"))
    #expect(analysis.findings { _ in FewRoles() } == [])
  }

  /// A decorator that is left open takes nothing of the declaration behind it.
  @Test(arguments: ["@description('x", "@description('", "@metadata({", "@metadata({\n  a: 'b", "@allowed(["])
  func decoratorsThatAreLeftOpen(decorator: String) {
    let text = """
      \(decorator)
      var n = 'a/b'
      \(decorator)
      resource b '\(Self.type)@2025-08-01' = {
        name: n
        properties: { source: n, roles: [] }
      }
      """
    #expect(said(.bicep, text).contains("empty-roles at []"))
    #expect(said(.bicep, text).first?.hasSuffix("roles=") == true)
  }

  /// The subscription that `az account set` chose holds for a cluster that a list names.
  @Test func theAccountOfAClusterInAList() throws {
    let id = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
    let text = """
      az account set --subscription \(id)
      args=(-g rg --cluster-name aks)
      az aks trustedaccess rolebinding list "${args[@]}"
      """
    let analysis = DocumentAnalysis(Array(text.utf8), Shell.self)
    let accounts = (0..<analysis.contentCount).compactMap(analysis.content).flatMap { content, _ in
      content.reading.sites.map { site in
        analysis.definitions.resolution.resolve(site, at: .init(order: content.order, offset: site.range.lowerBound))
          .account?.literal
      }
    }
    #expect(accounts == [id])
  }
}
