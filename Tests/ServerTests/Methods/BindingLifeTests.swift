import Testing

@Suite("A binding's life")
struct BindingLifeTests {
  let server = TestServer()

  // spec: RB-12, RB-13, RB-14
  @Test("What is asked for takes effect at the next tick, and until then the old roles hold")
  func wholeLife() throws {
    try server.register()
    server.advance(minutes: 1)
    let created = try server.create("ml")
    #expect(created["binding.properties.provisioningState"] == "Updating")
    #expect(created["binding.effective.state"] == "pending")
    #expect(created["binding.effective.roles.count"] == "0")
    #expect(created["binding.effective.effectiveAt"] == "2026-03-01T12:05:00Z")

    server.advance(minutes: 5)
    let show = "['\(Sample.cluster)', 'ml']"
    var shown = try server.call("roleBindings/show", show)
    #expect(shown["properties.provisioningState"] == "Succeeded")
    #expect(shown["effective.state"] == "effective")
    #expect(shown["effective.since"] == "2026-03-01T12:05:00Z")
    #expect(shown["effective.effectiveAt"] == nil)

    try server.call("roleBindings/update", "['\(Sample.cluster)', 'ml', ['\(Sample.inference)']]")
    shown = try server.call("roleBindings/show", show)
    #expect(shown["properties.roles.0"] == Sample.inference)
    #expect(shown["effective.roles.0"] == Sample.workload)
    #expect(shown["effective.effectiveAt"] == "2026-03-01T12:10:00Z")

    server.advance(minutes: 10)
    let deleted = try server.call("roleBindings/delete", "['\(Sample.cluster)', 'ml', true]")
    #expect(deleted["deleted"] == "true")
    #expect(deleted["accessEndsAt"] == "2026-03-01T12:20:00Z")
    var list = try server.call("roleBindings/list", "['\(Sample.cluster)']")
    #expect(list["bindings.count"] == "0")
    #expect(list["deleted.0.effective.roles.0"] == Sample.inference)
    #expect(list["deleted.0.sourceResourceId"] == Sample.workspace)

    server.advance(minutes: 5)
    list = try server.call("roleBindings/list", "['\(Sample.cluster)']")
    #expect(list["deleted.count"] == "0")
    #expect(try server.fault("roleBindings/show", show)["data.code"] == "NotFound")
  }

  // spec: RB-15
  @Test("A clock that is set back undoes nothing")
  func clockSetBack() throws {
    try server.register()
    try server.create("ml")
    server.advance(minutes: 10)
    try server.call("roleBindings/update", "['\(Sample.cluster)', 'ml', ['\(Sample.inference)']]")
    server.advance(minutes: -60)
    let shown = try server.call("roleBindings/show", "['\(Sample.cluster)', 'ml']")
    #expect(shown["properties.roles.0"] == Sample.inference)
    #expect(shown["effective.roles.0"] == Sample.workload)
    #expect(shown["effective.state"] == "pending")
  }

  // spec: RB-9
  @Test("Deleting wants consent, and says whom it disconnects")
  func deletionWantsConsent() throws {
    try server.register()
    try server.create("ml")
    server.advance(minutes: 6)
    for params in ["['\(Sample.cluster)', 'ml']", "['\(Sample.cluster)', 'ml', false]"] {
      let fault = try server.fault("roleBindings/delete", params)
      #expect(fault["code"] == "1009")
      #expect(fault["message"]?.contains("disconnects \(Sample.workspace) from \(Sample.cluster)") == true)
      #expect(fault["message"]?.contains("2026-03-01T12:10:00Z") == true)
      #expect(fault["data.details.0.message"] == Sample.workspace)
    }
    #expect(try server.call("roleBindings/list", "['\(Sample.cluster)']")["bindings.count"] == "1")
  }

  @Test("To delete what is not there is no error and says so")
  func deletionOfNothing() throws {
    try server.register()
    #expect(try server.call("roleBindings/delete", "['\(Sample.cluster)', 'ml', true]")["deleted"] == "false")
    #expect(try server.call("roleBindings/delete", "['\(Sample.cluster)', 'ml']")["deleted"] == "false")
  }

  // spec: VA-5
  @Test("A dry run answers as the change would and changes nothing")
  func dryRun() throws {
    let register = "'id': '\(Sample.cluster)', 'location': 'East US'"
    #expect(try server.call("clusters/register", "{\(register), 'dryRun': true}")["cluster.location"] == "eastus")
    #expect(try server.call("clusters/list")["clusters.count"] == "0")
    try server.register()
    let create = """
      'cluster': '\(Sample.cluster)', 'name': 'ml', 'sourceResourceId': '\(Sample.workspace)', 'roles': \
      ['\(Sample.workload)']
      """
    #expect(try server.call("roleBindings/create", "{\(create), 'dryRun': true}")["dryRun"] == "true")
    #expect(try server.call("roleBindings/list", "['\(Sample.cluster)']")["bindings.count"] == "0")
    try server.create("ml")
    #expect(try server.fault("roleBindings/create", "{\(create), 'dryRun': true}")["code"] == "1002")
    let name = "'cluster': '\(Sample.cluster)', 'name': 'ml', 'dryRun': true"
    let update = "{\(name), 'roles': ['\(Sample.inference)']}"
    #expect(try server.call("roleBindings/update", update)["binding.properties.roles.0"] == Sample.inference)
    #expect(try server.call("roleBindings/delete", "{\(name)}")["deleted"] == "true")
    let shown = try server.call("roleBindings/show", "['\(Sample.cluster)', 'ml']")
    #expect(shown["properties.roles.0"] == Sample.workload)
    #expect(
      try server.call("clusters/unregister", "{'id': '\(Sample.cluster)', 'force': true, 'dryRun': true}")["dryRun"]
        == "true")
    #expect(try server.call("clusters/list")["clusters.0.bindingCount"] == "1")
  }

  // spec: RB-8
  @Test("An etag guards a change against one that came between")
  func etags() throws {
    try server.register()
    let first = try #require(try server.create("ml")["binding.etag"])
    func update(_ etag: String) -> String {
      "{'cluster': '\(Sample.cluster)', 'name': 'ml', 'roles': ['\(Sample.inference)'], 'ifMatch': '\(etag)'}"
    }
    let second = try #require(try server.call("roleBindings/update", update(first))["binding.etag"])
    #expect(second != first)
    let fault = try server.fault("roleBindings/update", update(first))
    #expect(fault["code"] == "1004")
    #expect(fault["data.details.0.message"] == second)
    let delete = "{'cluster': '\(Sample.cluster)', 'name': 'ml', 'confirm': true, 'ifMatch': "
    #expect(try server.fault("roleBindings/delete", delete + "'\(first)'}")["code"] == "1004")
    #expect(try server.call("roleBindings/delete", delete + "'\(second)'}")["deleted"] == "true")
    // Made anew, it is another binding.
    try server.create("ml")
    #expect(try server.fault("roleBindings/delete", delete + "'\(second)'}")["code"] == "1004")
  }

  @Test("What the service accepts and its users might regret is told with the change")
  func findings() throws {
    try server.register()
    let created = try server.create("ml", role: Sample.inference)
    #expect(created["findings.0.code"] == "escalating-role")
    #expect(created["binding.name"] == "ml")
  }
}
