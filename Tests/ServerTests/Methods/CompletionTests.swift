import Testing

@Suite("Completion of resource IDs")
struct ResourceIDCompletionTests {
  let server = TestServer()

  /// The texts that result from taking each proposal at `‸`.
  private func complete(_ marked: String, expect: String = "any") throws -> [String] {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false).map(String.init)
    let text = parts.joined()
    let reply = try server.call(
      "resourceIds/complete", "{'text': '\(text)', 'offset': \(parts[0].utf8.count), 'expect': '\(expect)'}")
    let start = Int(reply["start"] ?? "") ?? 0
    let end = Int(reply["end"] ?? "") ?? 0
    return (0..<(Int(reply["items.count"] ?? "") ?? 0)).map { index in
      let bytes = Array(text.utf8)
      return String(decoding: bytes[..<start], as: UTF8.self) + (reply["items.\(index).newText"] ?? "")
        + String(decoding: bytes[end...], as: UTF8.self)
    }
  }

  private func setUp() throws {
    try server.register()
    try server.create("ml")
  }

  @Test("The start of an ID offers known IDs whole, then the grammar")
  func start() throws {
    try setUp()
    let offers = try complete("‸", expect: "cluster")
    #expect(offers.first == Sample.cluster)
    #expect(offers.contains("/subscriptions"))
    #expect(!offers.contains("\(Sample.cluster)/trustedAccessRoleBindings/ml"))
  }

  @Test("Any part of a name finds the whole ID")
  func byName() throws {
    try setUp()
    #expect(try complete("WS1‸", expect: "source") == [Sample.workspace])
  }

  @Test("Segment by segment: a known group, the namespace of a wanted type, the types in it, the known names")
  func segments() throws {
    try setUp()
    let subscription = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
    #expect(try complete("/subscriptions/8a‸").contains(subscription))
    #expect(try complete("\(subscription)/resourcegroups/‸").contains("\(subscription)/resourcegroups/rg"))
    let group = "\(subscription)/resourceGroups/new/providers"
    #expect(try complete("\(group)/Microsoft.Da‸", expect: "source") == ["\(group)/Microsoft.DataProtection"])
    #expect(
      try complete("\(group)/Microsoft.DataProtection/‸", expect: "source")
        == ["\(group)/Microsoft.DataProtection/backupVaults"])
    let workspaces = "\(Sample.group)/Microsoft.MachineLearningServices/workspaces"
    #expect(try complete("\(workspaces)/‸", expect: "source") == ["\(workspaces)/ws1"])
  }

  @Test("In the middle of an ID only the segment is replaced")
  func middle() throws {
    try setUp()
    #expect(
      try complete("/subscriptions/x/resourceGroups/r/providers/Microsoft.Da‸/backupVaults/v", expect: "source")
        == ["/subscriptions/x/resourceGroups/r/providers/Microsoft.DataProtection/backupVaults/v"])
  }

  @Test("Defender's operators are known in every subscription")
  func securityOperators() throws {
    let offers = try complete("/subscriptions/x/providers/Microsoft.Security/‸", expect: "source")
    #expect(
      offers.first
        == "/subscriptions/x/providers/Microsoft.Security/pricings/CloudPosture/securityOperators"
        + "/DefenderCSPMSecurityOperator")
  }

  @Test("An offset within a character or beyond the text does no harm", arguments: [1, 2, 3, 60000])
  func oddOffsets(offset: Int) throws {
    try server.call("resourceIds/complete", "{'text': 'é/ü', 'offset': \(offset)}")
  }
}

@Suite("Roles")
struct RoleMethodTests {
  let server = TestServer()

  @Test("Typed letters find roles, those of the source's type alone if one is given")
  func complete() throws {
    #expect(try server.call("roles/complete", "['mlw']")["items.0.name"] == Sample.workload)
    let forVault = try server.call("roles/complete", "{'text': '', 'sourceResourceId': '\(Sample.vault)'}")
    #expect(forVault["items.count"] == "1")
    #expect(forVault["items.0.name"] == Sample.backup)
    let one = try server.call("roles/complete", "{'text': '', 'limit': 1}")
    #expect(one["isIncomplete"] == "true")
  }

  @Test("A role explains itself, by its own name too")
  func show() throws {
    let shown = try server.call("roles/show", "['inference-v1']")
    #expect(shown["role.qualifiedName"] == Sample.inference)
    #expect(shown["risks.0.code"] == "writes-role-bindings")
    #expect(shown["clusterRole"] == "aks:trustedaccessrole:{binding}:inference-v1")
    #expect(shown["history.0.gained.0.resource"] == "pods/exec")
  }

  @Test("A role that is not there is told with the nearest ones")
  func showUnknown() throws {
    let fault = try server.fault("roles/show", "['mlworklod']")
    #expect(fault["code"] == "1001")
    #expect(fault["data.remedy"]?.contains(Sample.workload) == true)
  }
}

@Suite("The server looks at itself")
struct DiagnosisTests {
  @Test("A store that is not there yet is no fault, one that cannot be made is")
  func store() throws {
    let server = TestServer()
    #expect(try server.call("server/diagnose")["healthy"] == "true")
    try server.register()
    #expect(try server.call("server/diagnose")["healthy"] == "true")
  }
}
