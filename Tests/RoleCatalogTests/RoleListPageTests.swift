import JSON
import RoleCatalog
import Testing
import TrustedAccess

struct RoleListPageTests {
  @Test func readsTheServicesForm() throws {
    let page = try RoleListPage(
      parsing: Array(
        #"""
        {"value": [{"sourceResourceType": "Contoso.App/apps", "name": "reader", "added": 1, "rules": [
          {"verbs": ["get"], "apiGroups": [""], "resources": null, "nonResourceURLs": ["/healthz"], "more": {}}]},
          {"sourceResourceType": "Contoso.App/apps", "name": "none"}], "nextLink": "https://next"}
        """#.utf8))
    #expect(page.nextLink == "https://next")
    #expect(page.roles.map(\.name.description) == ["Contoso.App/apps/reader", "Contoso.App/apps/none"])
    #expect(page.roles[0].rules == [PolicyRule(verbs: ["get"], apiGroups: [""], nonResourceURLs: ["/healthz"])])
    #expect(page.roles[1].rules.isEmpty)
  }

  @Test(arguments: [
    ("{", "the role list is not JSON"),
    ("[]", "value must be an array of roles"),
    (#"{"value": null}"#, "value must be an array of roles"),
    (#"{"value": [3]}"#, "value[0].sourceResourceType must be"),
    (#"{"value": [{"sourceResourceType": "apps", "name": "a"}]}"#, "value[0].sourceResourceType is \"apps\""),
    (#"{"value": [{"sourceResourceType": "A/b"}]}"#, "value[0].name must be"),
    (#"{"value": [{"sourceResourceType": "A/b", "name": ""}]}"#, "value[0].name must be"),
    (#"{"value": [{"sourceResourceType": "A/b", "name": "a/b"}]}"#, "value[0].name must be"),
    (#"{"value": [{"sourceResourceType": "A/b", "name": "a", "rules": {}}]}"#, "value[0].rules must be an array"),
    (#"{"value": [{"sourceResourceType": "A/b", "name": "a", "rules": [1]}]}"#, "value[0].rules[0] must be"),
    (
      #"{"value": [{"sourceResourceType": "A/b", "name": "a", "rules": [{"verbs": ["get", 1]}]}]}"#,
      "value[0].rules[0].verbs[1] must be a string"
    ),
  ])
  func saysWhatIsWrong(text: String, message: String) throws {
    let error = try #require(throws: RoleListError.self) { try RoleListPage(parsing: Array(text.utf8)) }
    #expect(error.message.hasPrefix(message), "\(error.message)")
  }

  @Test(arguments: ["", "null", #""""#])
  func lastPageHasNoNextLink(next: String) throws {
    let member = next.isEmpty ? "" : #", "nextLink": \#(next)"#
    #expect(try RoleListPage(parsing: Array(#"{"value": []\#(member)}"#.utf8)).nextLink == nil)
  }
}
