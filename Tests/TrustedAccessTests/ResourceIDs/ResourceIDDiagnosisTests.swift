import Testing
import TrustedAccess

private let subscription = "/subscriptions/11111111-2222-3333-4444-555555555555"
private let group = subscription + "/resourceGroups/rg1"
private let cluster = group + "/providers/Microsoft.ContainerService/managedClusters/aks1"
private let binding = cluster + "/trustedAccessRoleBindings/b1"
private let workspace = group + "/providers/Microsoft.MachineLearningServices/workspaces/ws1"

/// An ID without its first slash.
private func tail(_ id: String) -> String { String(id.dropFirst()) }

/// The cluster's segments with something else between them.
private func parted(by separator: String) -> String {
  tail(cluster).split(separator: "/").joined(separator: separator)
}

struct ResourceIDDiagnosisTests {
  /// A text with its first problem marked, the problem's code, and the ID put right.
  struct Case: Sendable, CustomTestStringConvertible {
    var marked: String
    var code: String
    var correction: String?
    var expected: ResourceType?
    var testDescription: String { code + " in " + marked }

    init(_ marked: String, _ code: String, _ correction: String? = nil, expecting expected: ResourceType? = nil) {
      (self.marked, self.code, self.correction, self.expected) = (marked, code, correction, expected)
    }
  }

  static let cases: [Case] = [
    // Missing parts.
    Case("\(group)/providers/Microsoft.Demo/samples‸", "missing-name"),
    Case("\(cluster)/trustedAccessRoleBindings‸", "missing-name"),
    Case("/subscriptions‸", "missing-name"),
    Case("\(subscription)/resourceGroups‸", "missing-name"),
    Case("\(group)/providers‸", "missing-namespace"),
    Case("\(group)/providers/Microsoft.ContainerService‸", "missing-type"),
    Case("/subscriptions/‸resourceGroups‸/rg1/providers/A.B/c/d", "missing-name"),
    Case("\(subscription)/resourceGroups/‸providers‸/A.B/c/d", "missing-name"),
    Case("\(group)/providers/A.B/c/‸providers‸/Microsoft.Authorization/locks/l", "missing-name"),
    Case("/‸resourceGroups‸/rg1/providers/A.B/c/d", "missing-subscription"),
    Case("‸", "empty-id"),
    Case("/‸aks1‸", "unknown-start"),
    Case("/‸11111111-2222-3333-4444-555555555555‸/resourceGroups/rg1", "missing-word", group),
    Case("\(subscription)/‸rg1‸/providers/Microsoft.ContainerService/managedClusters/aks1", "missing-word", cluster),
    Case("\(group)/‸Microsoft.ContainerService‸/managedClusters/aks1", "missing-word", cluster),
    Case(
      "\(cluster)/‸Microsoft.Authorization‸/locks/l", "missing-word",
      "\(cluster)/providers/Microsoft.Authorization/locks/l"),
    Case("\(group)/providers/‸managedClusters‸/aks1", "missing-namespace", cluster),
    Case("‸\(tail(cluster))", "missing-leading-slash", cluster),
    // Misspelt words; another case is no mistake.
    Case("/‸subscription‸/11111111-2222-3333-4444-555555555555/resourceGroups/rg1", "misspelt-word", group),
    Case("\(subscription)/‸resourceGroup‸/rg1", "misspelt-word", group),
    Case("\(subscription)/‸resource-groups‸/rg1", "misspelt-word", group),
    Case("\(subscription)/‸resouceGroups‸/rg1", "misspelt-word", group),
    Case("\(group)/‸provider‸/Microsoft.ContainerService/managedClusters/aks1", "misspelt-word", cluster),
    Case(
      "\(cluster)/‸proivders‸/Microsoft.Authorization/locks/l", "misspelt-word",
      "\(cluster)/providers/Microsoft.Authorization/locks/l"),
    // Pastes.
    Case("‸https://portal.azure.com/#@contoso.com/resource‸\(cluster)/overview", "pasted-url", cluster),
    Case("‸https://portal.azure.com/#@contoso.com/resource‸\(cluster)", "pasted-url", cluster),
    Case("‸https://management.azure.com‸\(cluster)?api-version=2025-08-01", "pasted-url", cluster),
    Case("‸management.azure.com‸\(cluster)", "pasted-url", cluster),
    Case("‸https://portal.azure.com/#home‸", "pasted-url"),
    Case("‸https://example.com?$tab‸", "pasted-url"),
    Case("\(cluster)‸?api-version=2025-08-01‸", "query-suffix", cluster),
    Case("\(cluster)/‸overview‸", "portal-page", cluster),
    Case("‸ \"‸\(cluster)", "surrounding-characters", cluster),
    Case("\(cluster)‸\",\n‸", "surrounding-characters", cluster),
    Case("\(cluster)‸\u{200B}\u{A0}‸", "surrounding-characters", cluster),
    Case("‸%2F‸" + parted(by: "%2f"), "url-encoded", cluster),
    Case("‸%252F‸" + parted(by: "%252F"), "url-encoded", cluster),
    Case("‸\\‸" + parted(by: "\\"), "backslash", cluster),
    Case("‸\\/‸" + parted(by: "\\/"), "backslash", cluster),
    // Slashes.
    Case("\(cluster)‸/‸", "trailing-slash", cluster),
    Case("\(subscription)‸//‸resourceGroups/rg1", "doubled-slash", group),
    // Two IDs.
    Case("\(group)/‸\(tail(cluster))‸", "two-ids", cluster),
    Case("\(cluster)/‸\(tail(workspace))‸", "two-ids"),
    Case("\(cluster)/‸\(tail(workspace))‸", "two-ids", cluster, expecting: .cluster),
    Case("\(workspace), /‸\(tail(cluster))‸", "two-ids", cluster, expecting: .cluster),
    // Another type than expected.
    Case("\(cluster)‸/trustedAccessRoleBindings/b1‸", "wrong-depth", cluster, expecting: .cluster),
    Case("\(cluster)‸/providers/Microsoft.Authorization/locks/l‸", "wrong-depth", cluster, expecting: .cluster),
    Case("/‸\(tail(cluster))‸", "wrong-depth", expecting: .binding),
    Case("/‸\(tail(group))‸", "wrong-depth", expecting: .cluster),
    Case("/‸\(tail(workspace))‸", "wrong-type", expecting: .cluster),
    // Values.
    Case("/subscriptions/‸my-subscription‸/resourceGroups/rg1", "subscription-not-guid"),
    Case("/subscriptions/‸000-000-000-000-000‸/resourceGroups/rg1", "sample-subscription"),
    Case("\(subscription)/resourceGroups/rg‸!‸", "invalid-name"),
    Case("\(subscription)/resourceGroups/rg1‸.‸", "invalid-name"),
    Case("\(group)/providers/Microsoft.ContainerService/managedClusters/‸-‸aks", "invalid-name"),
    Case("\(cluster)/trustedAccessRoleBindings/‸a-name-of-25-characters-xy‸", "invalid-name"),
    Case("\(group)/providers/‸Microsoft Container‸/managedClusters/aks1", "illegal-character"),
    // Placeholders are noted.
    Case("/subscriptions/‸$SUB‸/resourceGroups/rg1", "placeholder"),
    Case("‸$CLUSTER_ID‸/trustedAccessRoleBindings/b1", "placeholder"),
    Case("‸[resourceId('Microsoft.ContainerService/managedClusters', 'a')]‸", "placeholder"),
    Case("/subscriptions/‸xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx‸/resourceGroups/rg1", "placeholder"),
    Case("/subscriptions/‸...‸/workspaces/ws1", "placeholder"),
  ]

  @Test(arguments: cases)
  func namesWhatIsWrongWhereAndWhatIsRight(_ expected: Case) throws {
    let marked = MarkedText(expected.marked)
    let diagnosis = ResourceIDDiagnosis(marked.text, expecting: expected.expected)
    let problem = try #require(diagnosis.problems.first)
    #expect(problem.code == expected.code)
    #expect(problem.range == marked.range)
    #expect(diagnosis.correction == expected.correction)
    #expect(problem.correction == expected.correction)
  }

  static let right: [String] = [
    subscription, group, cluster, binding, workspace, cluster.lowercased(), "\(subscription)/locations/eastus",
    "\(subscription)/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMSecurityOperator",
    "\(cluster)/providers/Microsoft.Authorization/roleAssignments/11111111-1111-1111-1111-111111111111",
    "\(group)/providers/Microsoft.ApiManagement/service/s/subscriptions/mySubs",
    "/providers/Microsoft.Billing/billingAccounts/3984c6f4%3Ae2f1492a_2019-05-31",
    "/providers/Microsoft.Billing/subscriptions/17fecd63-33d8-4e43-ac6f-0aafa111b38d/resourceGroups/test",
    "\(subscription)/resourceGroups/größe_(1).x",
  ]

  @Test(arguments: right)
  func hasNothingToSayOfWhatIsRight(_ text: String) {
    #expect(ResourceIDDiagnosis(text).problems == [])
    #expect(ResourceIDDiagnosis(text).correction == nil)
  }

  @Test func acceptsTheExpectedType() {
    #expect(ResourceIDDiagnosis(cluster.uppercased(), expecting: .cluster).problems == [])
  }

  @Test(arguments: [
    "/subscriptions/$SUB/resourceGroups/${RG}/providers/Microsoft.ContainerService/managedClusters/<name>",
    "/subscriptions/{id}/resourceGroups/{{ rg }}/providers/{ns}/{type}",
    "${{ env.CLUSTER_ID }}", "$(az aks show --query id -o tsv)", "/subscriptions/%SUB%/resourceGroups/YOUR_GROUP",
    "/subscriptions/@Sub@/resourceGroups/rg1", "…/workspaces/ws1", "${replace(local.id, \"/\", \"\")}/x",
  ])
  func doesNotBlamePlaceholders(_ text: String) {
    let problems = ResourceIDDiagnosis(text).problems
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.code == "placeholder" && $0.severity == .information })
  }

  @Test func saysAllThatIsWrongAndPutsItRightAtOnce() {
    let text =
      " subscription/11111111-2222-3333-4444-555555555555//resource-group/rg1/Microsoft.ContainerService/managedClusters/aks1/ "
    let diagnosis = ResourceIDDiagnosis(text)
    #expect(diagnosis.correction == cluster)
    #expect(
      Set(diagnosis.problems.map(\.code)) == [
        "surrounding-characters", "missing-leading-slash", "misspelt-word", "doubled-slash", "missing-word",
      ])
  }

  @Test(arguments: ResourceIDCase.all.filter { $0.reading == nil })
  func explainsEveryRefusal(_ refused: ResourceIDCase) {
    #expect(ResourceIDDiagnosis(refused.input).worst?.severity == .error)
  }
}
