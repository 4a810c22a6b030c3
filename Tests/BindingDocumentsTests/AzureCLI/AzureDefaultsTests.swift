import BindingDocuments
import Testing

/// What is configured as a default need not be given.
struct AzureDefaultsTests {
  private static let list = "az aks trustedaccess rolebinding list --cluster-name aks\n"
  private static let roles = "az aks trustedaccess role list\n"

  @Test(arguments: [
    ("az configure --defaults group=rg location=eastus\n\(list)\(roles)", DialectName.shell, []),
    (
      "az configure -d location=eastus\naz config set defaults.group='rg' core.output=json\n\(list)\(roles)", .shell, []
    ),
    ("az configure --defaults group=\"$RG\"\n\(list)", .powerShell, []),
    ("export AZURE_DEFAULTS_GROUP=rg\n\(list)", .shell, []),
    ("env:\n  AZURE_DEFAULTS_LOCATION: eastus\nsteps:\n- run: \(roles)", .yaml, []),
    ("\(list)az configure --defaults group=rg\n\(roles)", .shell, ["missing-option", "missing-option"]),
    ("az configure --list-defaults\n\(list)", .shell, ["missing-option"]),
  ])
  func areTaken(text: String, dialect: DialectName, codes: [String]) throws {
    let roles = try RecordedRoles()
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: dialect))
    #expect(analysis.findings { _ in roles }.map(\.code) == codes)
  }

  @Test func tellWhichClusterIsMeant() throws {
    let text = "az configure --defaults group=rg\n\(Self.list)"
    let analysis = try #require(DocumentAnalysis(Array(text.utf8), as: .shell))
    #expect(analysis.sites.first?.cluster?.text.contains("/resourceGroups/rg/providers/") == true)
  }
}
