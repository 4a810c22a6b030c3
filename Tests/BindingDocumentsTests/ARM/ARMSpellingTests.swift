import BindingDocuments
import Testing

@Suite struct ARMSpellingTests {
  @Test func spellsWithTheEscapesOfEachPlace() {
    #expect(ARM.spelling(of: "a\"b\\", as: .double) == #""a\"b\\""#)
    #expect(ARM.spelling(of: "[x]", as: .double) == #""[[x]""#)
    #expect(ARM.spelling(of: "[x", as: .double) == #""[x""#)
    #expect(ARM.spelling(of: "it's", as: .single) == "'it''s'")
    #expect(ARM.spelling(of: "it's", as: .none) == "'it''s'")
    #expect(ARM.spelling(of: "it's", as: .piece) == nil)
    #expect(ARM.spelling(of: "nightly-backup", as: .piece) == "nightly-backup")
    #expect(ARM.spelling(of: "a", as: .block) == nil)
  }

  @Test func isOfInterestInAnyCaseOnly() {
    func isOfInterest(_ text: String) -> Bool { ARM.block(in: Array(text.utf8).span, from: 0).isOfInterest }
    for word in ["trustedAccess", "TRUSTEDACCESS", "sourceresourceid", "deploymentParameters"] {
      for space in 0..<30 { #expect(isOfInterest(String(repeating: " ", count: space) + word)) }
      #expect(!isOfInterest(String(word.dropLast())))
      #expect(!isOfInterest(word.replacing("s", with: "$").replacing("S", with: "$")))
    }
  }

  @Test func findsNothingInOtherDocuments() {
    #expect(printed(ARM.self, Self.others) == [])
  }

  private static let others = #"""
    [
      { "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "roleRef": { "name": "trustedAccessRoleBindings" } },
      { "type": "Microsoft.Compute/snapshots", "properties": { "creationData": { "sourceResourceId": "/subscriptions/x" } } },
      { "properties": { "sourceResourceId": "/subscriptions/x", "roles": ["Owner", "Reader"] } },
      { "type": "Other.Service/links", "properties": { "sourceResourceId": "/providers/a", "roles": ["A.B/c/d"] } },
      { "type": "Microsoft.ContainerService/managedClusters/agentPools", "name": "trustedAccessRoleBindings" },
      { "type": "trustedAccessRoleBindings", "apiVersion": "v1", "properties": {} },
      { "actions": ["Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings/write"] }
    ]
    """#
}
