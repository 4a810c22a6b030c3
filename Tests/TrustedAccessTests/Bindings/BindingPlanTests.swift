import Testing
import TrustedAccess

struct BindingPlanTests {
  private static let group = "/subscriptions/s/resourceGroups/g/providers/"

  private static func source(_ name: String) throws -> ResourceID { try ResourceID(group + "Contoso.App/apps/\(name)") }

  private static func roles(_ names: [String]) throws -> [RoleName] { try names.map { try #require(RoleName($0)) } }

  private static func binding(_ name: String, _ source: String, _ names: [String]) throws -> RoleBinding {
    RoleBinding(
      name: try #require(BindingName(name)),
      cluster: try ResourceID(group + "Microsoft.ContainerService/managedClusters/aks"),
      source: try Self.source(source),
      roles: try roles(names), provisioningState: .succeeded)
  }

  private static func plan(
    _ desired: (source: String, roles: [String])?, among bindings: [RoleBinding]
  ) throws -> BindingPlan {
    BindingPlan(
      try desired.map { BindingGrant(source: try source($0.source), roles: try roles($0.roles)) },
      for: try #require(BindingName("own")), among: bindings, roles: SampleRoles())
  }

  private static let reads = [SampleRoles.mlworkload]
  private static let watches = [SampleRoles.inferenceV1]

  /// A change as `a: +… -…`, with `disconnected` if it is.
  private func inWords(_ changes: [BindingPlan.Change]) -> [String] {
    changes.map { change in
      let difference = change.difference
      let parts =
        difference.gained.map { "+ \($0.inWords)" } + difference.lost.map { "- \($0.inWords)" }
        + (change.isDisconnected ? ["disconnected"] : [])
      return "\(change.source.name): \(parts.joined(separator: "; "))"
    }
  }

  @Test func creates() throws {
    let plan = try Self.plan(("a", Self.reads), among: [Self.binding("other", "b", Self.watches)])
    #expect(plan.action == .create)
    #expect(plan.rolesAdded.map(\.description) == Self.reads && plan.rolesRemoved == [])
    #expect(plan.addedRoles.map(\.name.description) == Self.reads)
    #expect(inWords(plan.changes) == ["a: + get and list services in the core group"])
  }

  @Test func updates() throws {
    let plan = try Self.plan(("A", Self.watches), among: [Self.binding("OWN", "a", Self.reads)])
    #expect(plan.action == .update)
    #expect(plan.rolesAdded.map(\.description) == Self.watches)
    #expect(plan.rolesRemoved.map(\.description) == Self.reads)
    #expect(
      inWords(plan.changes) == [
        "a: + watch services in the core group; + get, list and watch events in the core group"
      ])
  }

  @Test func replacesWhatCannotBeUpdated() throws {
    let plan = try Self.plan(("b", Self.reads), among: [Self.binding("own", "a", Self.reads)])
    #expect(plan.action == .replace)
    #expect(plan.rolesAdded.map(\.description) == Self.reads && plan.rolesRemoved.map(\.description) == Self.reads)
    #expect(
      inWords(plan.changes) == [
        "a: - get and list services in the core group; disconnected", "b: + get and list services in the core group",
      ])
  }

  @Test func deletesAndCountsWhatOtherBindingsGive() throws {
    let own = try Self.binding("own", "a", Self.watches)
    let alone = try Self.plan(nil, among: [own])
    #expect(alone.action == .delete)
    #expect(inWords(alone.changes).first?.hasSuffix("disconnected") == true)
    let besides = try Self.plan(nil, among: [own, Self.binding("other", "a", Self.reads)])
    #expect(
      inWords(besides.changes) == [
        "a: - watch services in the core group; - get, list and watch events in the core group"
      ])
  }

  @Test func whoHadNothingIsNotDisconnected() throws {
    let plan = try Self.plan(nil, among: [Self.binding("own", "a", [])])
    #expect(plan.action == .delete)
    #expect(plan.changes.map(\.isDisconnected) == [false])
  }

  @Test func hasNothingToDo() throws {
    let own = try Self.binding("own", "a", Self.reads + Self.watches)
    for desired in [("A", Self.watches + Self.reads), ("a", Self.reads + Self.watches + Self.reads)] {
      let plan = try Self.plan(desired, among: [own])
      #expect(plan.action == .nothing)
      #expect(plan.rolesAdded == [] && plan.rolesRemoved == [] && plan.changes.isEmpty)
    }
    #expect(try Self.plan(nil, among: []).action == .nothing)
  }

  @Test func namesRolesWhoseRulesAreNotKnown() throws {
    let unknown = "Contoso.App/apps/unknown"
    let plan = try Self.plan(("a", Self.reads + [unknown, unknown]), among: [])
    #expect(plan.unknownRoles.map(\.description) == [unknown])
    #expect(plan.addedRoles.map(\.name.description) == Self.reads)
  }
}
