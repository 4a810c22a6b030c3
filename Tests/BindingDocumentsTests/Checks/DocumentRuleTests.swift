import BindingDocuments
import SourceText
import Testing
import TrustedAccess

/// What a document's rules say, and what is left to say when their fixes are made.
struct DocumentRuleTests {
  private static let source =
    "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws"
  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  private static let create = "az aks trustedaccess rolebinding create -g rg --cluster-name aks -n b"

  @Test(arguments: [
    (
      "az aks trusted access rolebinding list -g rg --cluster-name aks",
      "az aks trusted access rolebinding list unknown-command",
      "az aks trustedaccess rolebinding list -g rg --cluster-name aks"
    ),
    (
      "az aks trustedaccess rolebindings show -g rg --cluster-name aks -n b",
      "az aks trustedaccess rolebindings show unknown-command",
      "az aks trustedaccess rolebinding show -g rg --cluster-name aks -n b"
    ),
    (
      "az aks trustedaccess rolebinding remove -g rg --cluster-name aks -n b",
      "az aks trustedaccess rolebinding remove unknown-command",
      "az aks trustedaccess rolebinding delete -g rg --cluster-name aks -n b"
    ),
    (
      "az aks trustedaccess role list --locaton eastus", "--locaton unknown-option",
      "az aks trustedaccess role list --location eastus"
    ),
    (
      "\(create) -s \(source) --roles \(role)", "-s removed-option",
      "\(create) --source-resource-id \(source) --roles \(role)"
    ),
    (
      "\(create) --source-resource-id \(source) --roles \(role) Microsoft.MachineLearningServices/workspaces/inference-v1",
      "\(role) Microsoft.MachineLearningServices/workspaces/inference-v1 space-separated-roles",
      "\(create) --source-resource-id \(source) --roles \(role),Microsoft.MachineLearningServices/workspaces/inference-v1"
    ),
  ])
  func mistakesAreMended(text: String, finding: String, mended: String) throws {
    let findings = try findings(in: text).filter { $0.code != "missing-option" }
    #expect(findings.map { "\(written($0.range, text)) \($0.code)" } == [finding])
    let fix = try #require(findings.first?.fixes.first)
    var source = SourceText(Array(text.utf8))
    _ = try source.apply(fix.edits)
    #expect(String(decoding: source.bytes(in: 0..<source.byteCount), as: UTF8.self) == mended)
    #expect(try self.findings(in: mended).isEmpty)
  }

  @Test(arguments: [
    ("az aks trustedaccess rolebinding delete -g rg -n b", "'--cluster-name' is missing"),
    ("az aks trustedaccess role list", "'--location' is missing"),
    ("az aks trustedaccess rolebinding delete -g %RG% -n %NAME%", "'--cluster-name' is missing"),
    ("az aks trustedaccess rolebinding update -n b", "'--resource-group', '--cluster-name', '--roles' are missing"),
  ])
  func missingOptionsAreNamed(text: String, message: String) throws {
    let findings = try findings(in: text)
    #expect(findings.map(\.code) == ["missing-option"])
    #expect(findings[0].message.hasSuffix("\(message)."))
  }

  @Test(arguments: [
    "az aks trustedaccess rolebinding %*", "az aks trustedaccess rolebinding --help",
    "az aks trustedaccess role list -h",
    "az aks trustedaccess rolebinding create ...",
    "az aks trustedaccess rolebinding list -g %RG% --cluster-name %AKS%", "az aks show -g rg -n aks",
    "az aks trustedaccess rolebinding delete [options]",
    "az aks trustedaccess rolebinding show --resource-g rg --cluster aks --name b", "rem az aks trusted access list",
  ])
  func nothingIsSaidOfWhatIsRight(text: String) throws {
    #expect(try findings(in: text) == [])
  }

  private func findings(in text: String) throws -> [DocumentFinding] {
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: .batch))
    return analysis.findings { _ in Roles() }
  }

  private func written(_ range: Range<Int>, _ text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
