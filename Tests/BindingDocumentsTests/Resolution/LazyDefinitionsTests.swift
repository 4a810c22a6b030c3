import SourceText
import Testing

@testable import BindingDocuments

/// Blocks that only define are read when something refers to what they define.
struct LazyDefinitionsTests {
  private static let scripts = [
    (
      DialectName.powerShell, "$quiet = 1\n",
      "$Env:Cluster = 'aks-1'\n",
      "$cluster = 'b'\naz aks trustedaccess rolebinding list -g rg --cluster-name $ENV:CLUSTER\n"
    ),
    (
      .batch, "set quiet=1\r\n", "set Cluster=aks-1\r\n",
      "az aks trustedaccess rolebinding list -g rg --cluster-name %CLUSTER%\r\n"
    ),
    (.shell, "quiet=1\n", "CLUSTER=aks-1\n", "az aks trustedaccess rolebinding list -g rg --cluster-name $CLUSTER\n"),
  ]

  @Test(arguments: scripts) func namesAreFoundInAnyCase(
    dialect: DialectName, quiet: String, definition: String, site: String
  ) throws {
    let text = String(repeating: quiet, count: 300) + definition + String(repeating: quiet, count: 300) + site
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: dialect))
    #expect(analysis.segments.summary.unread > 1)
    #expect(analysis.contentCount < 400)
    #expect(analysis.sites.map { $0.cluster?.text.hasSuffix("/aks-1") } == [true])
  }

  /// What was looked for in a text that is gone is looked for again.
  @Test(arguments: scripts) func aDocumentThatWasEmptiedIsReadAnew(
    dialect: DialectName, quiet: String, definition: String, site: String
  ) throws {
    let text = Array((definition + site).utf8)
    var analysis = try #require(DocumentAnalysis(text, as: dialect))
    analysis.apply(AppliedEdit(range: 0..<text.count, newLength: 0), to: SourceText([]))
    analysis.apply(AppliedEdit(range: 0..<0, newLength: text.count), to: SourceText(text))
    #expect(analysis.sites.map { $0.cluster?.text.hasSuffix("/aks-1") } == [true])
  }
}
