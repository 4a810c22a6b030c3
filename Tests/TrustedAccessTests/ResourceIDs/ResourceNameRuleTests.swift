import Testing
import TrustedAccess

struct ResourceNameRuleTests {
  @Test(arguments: [
    ("Microsoft.Resources/resourceGroups", "rg_(1)-ä.x"), ("Microsoft.ContainerService/managedClusters", "a"),
    ("microsoft.containerservice/MANAGEDCLUSTERS", "a_b-c"), ("Microsoft.MachineLearningServices/workspaces", "ws_1"),
    ("Microsoft.DataProtection/backupVaults", "-1"), ("Microsoft.RecoveryServices/vaults", "v1"),
    ("Microsoft.Security/pricings/securityOperators", "DefenderCSPMSecurityOperator"), ("A.B/c", "any%thing: goes"),
  ])
  func takes(type: String, name: String) throws {
    let type = try #require(ResourceType(type))
    #expect(ResourceNameRule.rule(for: type).violation(in: name) == nil)
  }

  @Test(arguments: [
    ("Microsoft.Resources/resourceGroups", "rg‸.‸", "ends with '.'"),
    ("Microsoft.Resources/resourceGroups", "‸‸", "has 0 characters"),
    ("Microsoft.ContainerService/managedClusters", "‸ä‸", "has the character 'ä'"),
    ("Microsoft.ContainerService/managedClusters", "‸_‸a", "starts with '_'"),
    ("Microsoft.ContainerService/managedClusters", "a‸-‸", "ends with '-'"),
    ("Microsoft.MachineLearningServices/workspaces", "‸ab‸", "has 2 characters"),
    ("Microsoft.RecoveryServices/vaults", "‸1‸v", "starts with '1'"),
    ("Microsoft.Security/pricings/securityOperators", "a‸-‸b", "has the character '-'"),
    ("A.B/c", "a‸\n‸", "has the character U+000A"),
  ])
  func refuses(type: String, marked: String, reason: String) throws {
    let type = try #require(ResourceType(type))
    let marked = MarkedText(marked)
    let violation = try #require(ResourceNameRule.rule(for: type).violation(in: marked.text))
    #expect(violation.reason == reason)
    #expect(violation.range == marked.range)
  }

  @Test func saysItselfInWords() {
    #expect(
      ResourceNameRule.rule(for: .cluster).summary
        == "1 to 63 ASCII letters, digits, '_' or '-', first a letter or digit, last a letter or digit")
    #expect(ResourceNameRule.all.allSatisfy { !$0.source.isEmpty })
  }
}
