import Testing
import TrustedAccess

struct ResourceIDVerdictTests {
  @Test(arguments: ResourceIDCase.all)
  func agreesWithTheSDKsForGoAndPython(_ known: ResourceIDCase) {
    #expect(isAccepted(known.input, by: .goSDK) == (known.reading != nil))
    #expect(isAccepted(known.input, by: .pythonSDK) == known.isValidInPython)
  }

  /// More texts, with what `is_valid_resource_id` of azure-mgmt-core 1.6 says of them.
  @Test(arguments: [
    ("/subscriptions/s/providers/A.B/c/d/providers/X", true),
    ("/subscriptions/s/providers/A.B//d", true),
    ("/SUBSCRIPTIONS/s/RESOURCEGROUPS/g", true),
    ("/subscriptions/s/resourceGroups/", false),
    ("/subscriptions/s/providers/A.B/c", false),
    ("/subscriptions/s/foo/bar", false),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/c/d/e", false),
    ("/subscriptions/s/resourceGroups/g/providers/A.B/c/d//e", true),
    // A slash is one, whatever mark follows it.
    ("/subscriptions/s/providers/A.B/c/\u{301}d", true),
  ])
  func agreesWithPython(text: String, isValid: Bool) {
    #expect(isAccepted(text, by: .pythonSDK) == isValid)
  }

  static let cluster =
    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c"

  static let inTerraform: [(String, Bool)] = [
    (cluster, true), (String(cluster.dropFirst()), true), (cluster + "/", true), (cluster + "//", false),
    (cluster.lowercased(), false), ("/" + cluster, false),
    (cluster + "/trustedAccessRoleBindings/b", true), (cluster + "/trustedaccessrolebindings/b", false),
    (cluster + "/trustedAccessRoleBindings", false), ("/subscriptions/s/resourcegroups/g", false),
    ("/subscriptions/s/resourceGroups/g", true),
  ]

  @Test(arguments: inTerraform)
  func terraformWantsAzuresOwnSpelling(text: String, isAccepted expected: Bool) {
    #expect(isAccepted(text, by: .terraform) == expected)
  }

  @Test func terraformsReasonGivesTheRightSpelling() {
    let text = Self.cluster.replacing("resourceGroups", with: "resourcegroups")
    #expect(
      outcome(text, .terraform)
        == .refused(because: "It compares with regard to case: 'resourceGroups', not 'resourcegroups'."))
  }

  @Test func dotNetWantsAGUIDAndStopsAtADoubledSlash() {
    #expect(isAccepted(Self.cluster, by: .dotNetSDK))
    #expect(isAccepted(Self.cluster + "/", by: .dotNetSDK))
    #expect(!isAccepted("/subscriptions/0000/resourceGroups/g", by: .dotNetSDK))
    let subscription = "/subscriptions/11111111-2222-3333-4444-555555555555"
    guard case .misread(let reading, _) = outcome(subscription + "//resourceGroups/g", .dotNetSDK) else {
      Issue.record("not misread")
      return
    }
    #expect(reading == subscription)
  }

  private func outcome(_ text: String, _ tool: ResourceIDVerdict.Tool) -> ResourceIDVerdict.Outcome? {
    ResourceID.verdicts(for: text).first { $0.tool == tool }?.outcome
  }

  private func isAccepted(_ text: String, by tool: ResourceIDVerdict.Tool) -> Bool {
    outcome(text, tool) == .accepted
  }
}
