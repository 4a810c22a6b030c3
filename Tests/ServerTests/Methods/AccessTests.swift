import Testing

@Suite("Access")
struct AccessTests {
  let server = TestServer()

  private func review(_ params: String) throws -> Reply {
    try server.call("access/review", "{'cluster': '\(Sample.cluster)', \(params)}")
  }

  @Test("A review follows what is in effect, at any time asked for")
  func followsTheTick() throws {
    try server.register()
    try server.create("ml")
    let request = "'name': 'ml', 'verb': 'get', 'resource': 'services'"
    #expect(try review(request)["allowed"] == "false")
    #expect(try review("\(request), 'time': '2026-03-01T12:04:59.999Z'")["allowed"] == "false")
    let later = try review("\(request), 'time': '2026-03-01T12:05:00Z'")
    #expect(later["allowed"] == "true")
    #expect(later["allowedBy.role"] == Sample.workload)
    #expect(later["allowedBy.clusterRole"] == "aks:trustedaccessrole:ml:mlworkload")
    #expect(later["allowedBy.clusterRoleBinding"] == "aks:trustedaccessrolebinding:ml:mlworkload")
    server.advance(minutes: 5)
    try server.call("roleBindings/delete", "['\(Sample.cluster)', 'ml', true]")
    #expect(try review(request)["allowed"] == "true")
    #expect(try review(request)["bindings.0.deleted"] == "true")
    let gone = "{'cluster': '\(Sample.cluster)', \(request), 'time': '2026-03-01T12:10:00Z'}"
    #expect(try server.fault("access/review", gone)["code"] == "1001")
  }

  @Test("What almost allows a request is named, with what it lacks")
  func nearest() throws {
    try server.register()
    try server.create("ml")
    server.advance(minutes: 5)
    let review = try review("'name': 'ml', 'verb': 'watch', 'resource': 'services'")
    #expect(review["allowed"] == "false")
    #expect(review["nearest.role"] == Sample.workload)
    #expect(review["nearest.lacks.0"] == "verb")
    #expect(review["nearest.lacks.count"] == "1")
  }

  @Test("A slash parts resource and subresource, whatever mark follows it")
  func slash() throws {
    try server.register()
    try server.create("ml")
    server.advance(minutes: 5)
    let review = try review("'name': 'ml', 'verb': 'get', 'resource': 'services/\u{301}x'")
    #expect(review["nearest.lacks.0"] == "subresource")
  }

  @Test("A source is reviewed over all of its bindings")
  func ofSource() throws {
    try server.register()
    try server.create("one")
    try server.create("two", role: Sample.inference)
    try server.create("vault", source: Sample.vault, role: Sample.backup)
    server.advance(minutes: 5)
    let review = try review("'sourceResourceId': '\(Sample.workspace)', 'verb': 'get', 'resource': 'pods/log'")
    #expect(review["allowedBy.binding"] == "two")
    #expect(review["bindings.count"] == "2")
  }

  @Test("How Trusted Access reaches a closed cluster is told")
  func reachability() throws {
    try server.register(
      flags: """
        , 'enablePrivateCluster': true, 'disableLocalAccounts': true, 'enableAAD': true, 'authorizedIPRanges': \
        ['203.0.113.0/24']
        """)
    try server.create("ml")
    let review = try review("'name': 'ml', 'verb': 'get', 'nonResourceURL': '/healthz'")
    #expect(review["reachability.count"] == "5")
    #expect(review["reachability.0"]?.contains("regional gateway") == true)
  }

  @Test(
    "A question that is none names what is missing",
    arguments: [
      ("'name': 'ml', 'verb': 'get'", "resource"),
      ("'name': 'ml', 'verb': 'get', 'resource': 'pods', 'nonResourceURL': '/x'", "nonResourceURL"),
      ("'verb': 'get', 'resource': 'pods'", "name"),
      (
        "'name': 'ml', 'sourceResourceId': '\(Sample.workspace)', 'verb': 'get', 'resource': 'pods'", "sourceResourceId"
      ),
      ("'name': 'ml', 'verb': 'get', 'resource': 'pods', 'time': 'noon'", "time"),
    ])
  func incomplete(params: String, target: String) throws {
    try server.register()
    let fault = try server.fault("access/review", "{'cluster': '\(Sample.cluster)', \(params)}")
    #expect(fault["code"] == "-32602")
    #expect(fault["data.target"] == target)
  }

  @Test("A plan tells the step, the roles, and whose access changes how")
  func plans() throws {
    try server.register()
    let ml = "'cluster': '\(Sample.cluster)', 'name': 'ml'"
    func plan(_ rest: String) throws -> Reply { try server.call("roleBindings/plan", "{\(ml), \(rest)}") }
    let wanted = "'sourceResourceId': '\(Sample.workspace)', 'roles': ['\(Sample.workload)']"
    let creation = try plan(wanted)
    #expect(creation["action"] == "create")
    #expect(creation["rolesAdded.0"] == Sample.workload)
    #expect(creation["access.0.gained.0.resource"] == "services")
    #expect(creation["effectiveAt"] == "2026-03-01T12:05:00Z")
    try server.create("ml")
    #expect(try plan(wanted)["action"] == "none")
    let change = try plan("'roles': ['\(Sample.inference)']")
    #expect(change["action"] == "update")
    #expect(change["rolesRemoved.0"] == Sample.workload)
    #expect(change["risks.0.code"] == "writes-role-bindings")
    #expect(change["access.0.disconnected"] == "false")
    let other = try plan("'sourceResourceId': '\(Sample.vault)', 'roles': ['\(Sample.backup)']")
    #expect(other["action"] == "replace")
    #expect(other["access.0.sourceResourceId"] == Sample.workspace)
    #expect(other["access.0.disconnected"] == "true")
    #expect(other["access.1.sourceResourceId"] == Sample.vault)
    let deletion = try plan("'operation': 'delete'")
    #expect(deletion["action"] == "delete")
    #expect(deletion["access.0.lost.0.resource"] == "services")
    try server.create("again")
    #expect(try plan("'operation': 'delete'")["access.0.lost.count"] == "0")
    #expect(try plan("'operation': 'delete'")["access.0.disconnected"] == "false")
  }
}
