import BindingRendering
import Testing
import TrustedAccess

@Suite struct EscapingTests {
  /// What each dialect makes of a resource group's name.
  @Test(arguments: [
    (RenderingFormat.azureCLI, "edge (west)", "--resource-group 'edge (west)' "),
    (.azureCLI, "it's", #"--resource-group 'it'\''s' "#),
    (.azureCLI, "$(id) `id` !x", "--resource-group '$(id) `id` !x' "),
    (.azureCLI, "~", "--resource-group '~' "),
    (.azureCLI, "=x", "--resource-group '=x' "),
    (.azureCLI, "-g", "--resource-group=-g "),
    (.powerShell, "it's $x", "-ResourceGroupName 'it''s $x' "),
    (.powerShell, "it\u{2019}s", "-ResourceGroupName 'it\u{2019}\u{2019}s' "),
    (.bicep, #"a'b\c"#, #"\'a\'b\\c\'"#),
    (.bicep, "${x} $x", #"\'\${x} $x\'"#),
    (.bicep, "a\n\u{1}", #"\'a\n\u{1}\'"#),
    (.armTemplate, "a\"b\\c\n", #"'a\"b\\c\n'"#),
    (.terraformAzureRM, "${x} %{y} $z 5%", "/$${x} %%{y} $z 5%/"),
    (.terraformAzureRM, "$${x}", "/$$${x}/"),
    (.terraformAzAPI, "a\"b\\c\n", #"/a\"b\\c\n/"#),
    (
      .azureServiceOperator, "a: #b",
      #"armId: "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/a: #b/"#
    ),
    (.pulumiYAML, "it's", "resourceGroupName: \"it's\"\n"),
    (.pulumiYAML, "${x} $y $$", "resourceGroupName: \"$${x} $$y $$$$\"\n"),
    (.pulumiYAML, "no", "resourceGroupName: \"no\"\n"),
    (.pulumiYAML, "1e5", "resourceGroupName: \"1e5\"\n"),
    (.pulumiYAML, "a\u{85}b\u{2028}", #"resourceGroupName: "a\u0085b\u2028""#),
  ])
  func values(_ format: RenderingFormat, _ group: String, _ expected: String) throws {
    let text = try format.render(binding(group: group))
    #expect(text.utf8.contains(expected.utf8), "\(text)")
  }

  @Test func aNameThatStartsWithAHyphenIsJoinedToItsOption() throws {
    #expect(try RenderingFormat.azureCLI.render(binding("-7")).contains(" --name=-7 "))
  }

  /// Only a text in brackets is an expression; a bracket too many would stay in the others.
  @Test func bracketsInTemplates() throws {
    let text = try RenderingFormat.armTemplate.render(binding(roles: ["[a/b/c]", "[a/b/c", "[[a/b/c]"]))
    #expect(text.contains(#""[[a/b/c]","#))
    #expect(text.contains(#""[a/b/c","#))
    #expect(text.contains(#""[[[a/b/c]""#))
  }

  @Test(arguments: [
    ("nightly-backup", "nightly_backup"), ("A1", "A1"), ("1698-7", "binding_1698_7"), ("-a", "binding__a"),
  ])
  func terraformLabels(_ name: String, _ label: String) throws {
    for format in [RenderingFormat.terraformAzureRM, .terraformAzAPI] {
      let text = try format.render(binding(name))
      #expect(text.contains(#"" "\#(label)" {"#))
      #expect(text.contains(#"= "\#(name)""#))
    }
  }

  @Test(arguments: [
    ("Nightly-Backup", "nightly-backup"), ("-a-", "a"), ("---", "binding"), ("1698-7", "\"1698-7\""), ("No", "\"no\""),
  ])
  func kubernetesNames(_ name: String, _ label: String) throws {
    let text = try RenderingFormat.azureServiceOperator.render(binding(name))
    #expect(text.contains("\n  name: \(label)\n"))
  }

  @Test func theSourceKeepsItsSpelling() throws {
    let source = "/subscriptions/x/resourcegroups/RG/providers/microsoft.security/Pricings/y"
    for format in RenderingFormat.allCases {
      #expect(try format.render(binding(source: source)).contains(source))
    }
  }

  @Test func noRoles() throws {
    #expect(try RenderingFormat.azureCLI.render(binding(roles: [])).hasSuffix("--roles ''\n"))
    #expect(try RenderingFormat.powerShell.render(binding(roles: [])).hasSuffix("-Role @()\n"))
    #expect(try RenderingFormat.azureServiceOperator.render(binding(roles: [])).contains("\n  roles: []\n"))
  }

  @Test(arguments: [
    "/subscriptions/x/resourceGroups/y",
    vault,
    "/subscriptions/x/providers/Microsoft.ContainerService/managedClusters/y",
    "/subscriptions/x/resourceGroups/y/providers/a.b/c/d/providers/Microsoft.ContainerService/managedClusters/e",
    "/subscriptions/x/resourceGroups/y/providers/Microsoft.ContainerService/managedClusters/z/agentPools/p",
  ])
  func onlyAManagedClusterInAGroup(_ cluster: String) throws {
    let name = try #require(BindingName("a"))
    #expect(try RenderedBinding(name: name, cluster: ResourceID(cluster), source: ResourceID(vault), roles: []) == nil)
  }
}
