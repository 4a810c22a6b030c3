import RoleCatalog
import Testing
import TrustedAccess

@Suite("What differs between two lists")
struct RoleListDifferenceTests {
  private func changes(_ older: [PolicyRule], _ newer: [PolicyRule]) -> Int {
    let name = role("a").name
    return RoleListDifference(from: [Role(name: name, rules: older)], to: [Role(name: name, rules: newer)]).changed
      .count
  }

  @Test("The order of rules, and of what they list, makes none")
  func order() {
    let rules = [
      PolicyRule(verbs: ["get", "list"], apiGroups: ["", "apps"], resources: ["pods", "caf\u{E9}", "cafe\u{301}"]),
      PolicyRule(verbs: ["get"], nonResourceURLs: ["/a", "/b"]),
    ]
    let turned = [
      PolicyRule(verbs: ["get"], nonResourceURLs: ["/b", "/a"]),
      PolicyRule(verbs: ["list", "get"], apiGroups: ["apps", ""], resources: ["cafe\u{301}", "caf\u{E9}", "pods"]),
    ]
    #expect(changes(rules, turned) == 0)
    #expect(changes(rules, [rules[0]]) == 1)
  }

  @Test("One letter spelled in two ways does, as it does for Kubernetes")
  func normalForms() {
    let composed = PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["caf\u{E9}"])
    let decomposed = PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["cafe\u{301}"])
    #expect(changes([composed], [decomposed]) == 1)
    #expect(changes([composed], [composed]) == 0)
  }
}
