import BindingDocuments
import Testing

/// Comments that silence, and those that have nothing to silence.
struct SilencingTests {
  private static let list = "az aks trustedaccess role list --region eastus"

  @Test(arguments: [
    ("# trusted-access: ignore unknown-option, missing-option\n\(list)", []),
    ("# trusted-access: ignore\n\(list)", []),
    ("# trusted-access: ignore unknown-role\naz aks trustedaccess role list -l eastus", []),
    (
      "# trusted-access: ignore unknown-option, missing-option, binding-name\n\(list)",
      ["trusted-access: ignore unknown-option, missing-option, binding-name unneeded-silencing"]
    ),
    (
      "# trusted-access: ignore unknown-option\naz aks trustedaccess role list -l eastus",
      ["trusted-access: ignore unknown-option unneeded-silencing"]
    ),
    ("# trusted-access: ignore\necho", ["trusted-access: ignore unneeded-silencing"]),
    ("# trusted-access: ignore no-code-at-all\necho", ["trusted-access: ignore no-code-at-all unneeded-silencing"]),
  ])
  func silencingsHaveACause(text: String, expected: [String]) throws {
    #expect(try findings(in: text, as: .shell) == expected)
    #expect(try findings(in: mended(text, as: .shell), as: .shell) == [])
  }

  @Test func whatBelongsToOtherSitesIsSilencedToo() throws {
    let create =
      "az aks trustedaccess rolebinding create -g rg --cluster-name aks -n b --source-resource-id $WS --roles $R"
    #expect(
      try findings(in: "\(create)\n# trusted-access: ignore binding-created-twice\n\(create)\n", as: .shell) == [])
  }
}
