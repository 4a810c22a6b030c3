import LocalBackend
import SimulatedDisk
import Testing
import TrustedAccess

/// A binding from its creation to its end, under a clock that the test moves.
struct BindingLifeTests {
  private let store = TestStore()
  private let aks: ResourceID
  private let backend: LocalBackend

  init() throws {
    aks = try clusterID()
    backend = store.backend()
    _ = try backend.register(cluster())
  }

  @Test func aWholeLife() throws {
    let start = store.clock.now
    // The cluster reconciles every five minutes from its registration on.
    store.clock.advance(seconds: 100)
    let created = try backend.create(specification("ml"), on: aks)
    #expect(created.binding.name == (try name("ml")))
    #expect(created.binding.cluster.text == aks.text)
    #expect(created.binding.source == (try source()))
    #expect(created.binding.roles == (try roles("mlworkload")))
    #expect(created.binding.provisioningState == .updating)
    #expect(created.effective.phase == .pending)
    #expect(created.effective.roles == [])
    #expect(created.effective.effectiveAt == start.advanced(byMilliseconds: 300_000))
    #expect(created.effective.upcoming?.roles == created.binding.roles)

    store.clock.advance(seconds: 14)
    #expect(try backend.binding(named: name("ml"), on: aks).binding.provisioningState == .updating)
    store.clock.advance(seconds: 1)
    let succeeded = try backend.binding(named: name("ML"), on: aks)
    #expect(succeeded.binding.provisioningState == .succeeded)
    #expect(succeeded.binding.name.description == "ml")
    // Succeeded is not yet effective.
    #expect(succeeded.effective.phase == .pending)
    #expect(succeeded.etag == created.etag)

    store.clock.now = start.advanced(byMilliseconds: 299_999)
    #expect(try backend.effectiveState(of: name("ml"), on: aks, at: store.clock.now)?.roles == [])
    store.clock.now = start.advanced(byMilliseconds: 300_000)
    let effective = try #require(try backend.bindings(on: aks).first).effective
    #expect(effective.phase == .effective)
    #expect(effective.roles == created.binding.roles)
    #expect(effective.since == store.clock.now)
    #expect(effective.effectiveAt == nil)

    store.clock.advance(seconds: 10)
    let updated = try backend.update(name("ML"), roles: roles("inference-v1"), expecting: created.etag, on: aks)
    #expect(updated.etag != created.etag)
    #expect(updated.binding.source == created.binding.source)
    #expect(updated.binding.name.description == "ml")
    #expect(updated.binding.provisioningState == .updating)
    #expect(updated.effective.phase == .pending)
    #expect(updated.effective.roles == created.binding.roles)
    #expect(updated.effective.upcoming?.roles == (try roles("inference-v1")))

    store.clock.now = start.advanced(byMilliseconds: 600_000)
    #expect(try backend.bindings(on: aks).first?.effective.roles == (try roles("inference-v1")))

    store.clock.advance(seconds: 1)
    let deleted = try backend.delete(name("ml"), expecting: updated.etag, on: aks)
    #expect(deleted?.binding.roles == (try roles("inference-v1")))
    #expect(deleted?.etag == updated.etag)
    #expect(try backend.bindings(on: aks) == [])
    #expect(try backend.cluster(aks).bindingCount == 0)
    // What is deleted works until the cluster reconciles.
    store.clock.now = start.advanced(byMilliseconds: 899_999)
    let last = try #require(try backend.effects(on: aks, at: store.clock.now).first)
    #expect(last.isDeleted)
    #expect(last.state.roles == (try roles("inference-v1")))
    #expect(last.state.effectiveAt == start.advanced(byMilliseconds: 900_000))
    #expect(last.state.upcoming == nil)
    store.clock.now = start.advanced(byMilliseconds: 900_000)
    #expect(try backend.effects(on: aks, at: store.clock.now) == [])
    #expect(try backend.delete(name("ml"), expecting: updated.etag, on: aks) == nil)
  }

  @Test func aNewBackendSeesTheSame() throws {
    _ = try backend.create(specification("b"), on: aks)
    _ = try backend.create(specification("A", "inference-v1"), on: aks)
    store.clock.advance(seconds: 301)
    _ = try backend.delete(name("b"), expecting: nil, on: aks)
    let other = store.backend()
    #expect(try other.bindings(on: aks) == backend.bindings(on: aks))
    #expect(try other.effects(on: aks, at: store.clock.now) == backend.effects(on: aks, at: store.clock.now))
    #expect(try other.cluster(aks) == backend.cluster(aks))
    #expect(try other.effects(on: aks, at: store.clock.now).map(\.name.description) == ["A", "b"])
  }

  @Test func twoBackendsSeeEachOthersChanges() throws {
    let other = store.backend()
    for round in 0..<5 {
      let made = try (round.isMultiple(of: 2) ? backend : other).create(specification("n\(round)"), on: aks)
      #expect(try backend.binding(named: name("n\(round)"), on: aks) == made)
      #expect(try other.binding(named: name("n\(round)"), on: aks) == made)
    }
  }

  @Test func aDeletedNameCanBeGivenAnew() throws {
    _ = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 301)
    _ = try backend.delete(name("ml"), expecting: nil, on: aks)
    let other = try BindingSpecification(
      name: name("ML"), source: source("other"), roles: roles("inference-v1"))
    let made = try backend.create(other, on: aks)
    #expect(made.binding.name.description == "ML")
    #expect(made.binding.source.name == "other")
    // The old binding's access lasts until the tick, and then the new one's begins.
    #expect(made.effective.source?.name == "ws")
    #expect(made.effective.upcoming?.source.name == "other")
    store.clock.advance(seconds: 300)
    #expect(try backend.bindings(on: aks).map(\.effective.source?.name) == ["other"])
  }

  @Test func whatIsMadeAndDeletedBeforeATickWasNever() throws {
    _ = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 1)
    _ = try backend.delete(name("ml"), expecting: nil, on: aks)
    store.clock.advance(seconds: 300)
    #expect(try backend.effects(on: aks, at: store.clock.now) == [])
  }

  @Test func bindingsAreListedByNameWithoutRegardToCase() throws {
    for text in ["b", "-", "B2", "a", "Z", "1"] { _ = try backend.create(specification(text), on: aks) }
    #expect(try backend.bindings(on: aks).map(\.binding.name.description) == ["-", "1", "a", "b", "B2", "Z"])
  }

  @Test func aClusterHasEightBindings() throws {
    for number in 1...8 { _ = try backend.create(specification("n\(number)"), on: aks) }
    for mode in [ChangeMode.commit, .dryRun] {
      let error = failure { _ = try backend.create(specification("n9"), on: aks, mode: mode) }
      #expect(error?.kind == .limitExceeded)
    }
    _ = try backend.update(name("n8"), roles: roles("inference-v1"), expecting: nil, on: aks)
    // What is deleted leaves its place at once.
    _ = try backend.delete(name("n1"), expecting: nil, on: aks)
    _ = try backend.create(specification("n9"), on: aks)
    #expect(failure { _ = try backend.create(specification("n1"), on: aks) }?.kind == .limitExceeded)
    #expect(try backend.cluster(aks).bindingCount == 8)
  }

  @Test func aNestedSourceMayHaveARoleOfTheTypeAboveIt() throws {
    let role = "Microsoft.Security/pricings/microsoft-defender-operator"
    let nested = try id(
      "/subscriptions/\(subscription)/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/op")
    let made = try backend.create(
      BindingSpecification(name: name("defender"), source: nested, roles: roles(role)), on: aks)
    #expect(made.binding.source.text == nested.text)
  }

  @Test func sourceAndRolesAreKeptAsWritten() throws {
    let written = try id(
      "/subscriptions/\(subscription)/resourcegroups/RG/providers/microsoft.machinelearningservices/Workspaces/Ws")
    let given = try roles("MLworkload", "mlworkload", "inference-v1")
    _ = try backend.create(BindingSpecification(name: name("ml"), source: written, roles: given), on: aks)
    let read = try store.backend().binding(named: name("ml"), on: aks)
    #expect(read.binding.source.text == written.text)
    #expect(read.binding.roles.map(\.description) == given.map(\.description))
  }

  // MARK: Dry runs and etags

  @Test func aDryRunChangesNothing() throws {
    let made = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 400)
    let before = store.disk.bytes(of: store.path())
    let names = store.disk.names(in: store.folder)
    store.disk.heal()
    let created = try backend.create(specification("new"), on: aks, mode: .dryRun)
    let updated = try backend.update(
      name("ml"), roles: roles("inference-v1"), expecting: made.etag, on: aks, mode: .dryRun)
    let deleted = try backend.delete(name("ml"), expecting: made.etag, on: aks, mode: .dryRun)
    _ = try backend.register(cluster("other"), mode: .dryRun)
    _ = try backend.unregister(aks, force: true, mode: .dryRun)
    #expect(store.disk.calls.allSatisfy { [.statusOfPath, .openToRead, .status, .read].contains($0) })
    #expect(store.disk.bytes(of: store.path()) == before)
    #expect(store.disk.names(in: store.folder) == names)
    #expect(try backend.bindings(on: aks).map(\.binding.roles) == [try roles("mlworkload")])
    // It gives what the change would.
    #expect(try backend.create(specification("new"), on: aks) == created)
    #expect(deleted?.etag == made.etag)
    #expect(updated.binding.roles == (try roles("inference-v1")))
    #expect(updated.effective.roles == (try roles("mlworkload")))
  }

  @Test func aDryRunFailsAsTheChangeWould() throws {
    _ = try backend.create(specification("ml"), on: aks)
    func both(_ body: (ChangeMode) throws -> Void) throws {
      let dry = try #require(failure { try body(.dryRun) })
      #expect(failure { try body(.commit) } == dry)
    }
    try both { _ = try backend.create(specification("ML"), on: aks, mode: $0) }
    try both { _ = try backend.create(specification("x", "old"), on: aks, mode: $0) }
    try both { _ = try backend.update(name("x"), roles: roles("mlworkload"), expecting: nil, on: aks, mode: $0) }
    try both { _ = try backend.update(name("ml"), roles: [], expecting: nil, on: aks, mode: $0) }
    try both { _ = try backend.delete(name("ml"), expecting: "x", on: aks, mode: $0) }
    try both { _ = try backend.register(cluster("AKS"), mode: $0) }
    try both { _ = try backend.unregister(aks, mode: $0) }
    try both { _ = try backend.unregister(clusterID("none"), mode: $0) }
  }

  @Test func anEtagStandsForOneVersionOfOneBinding() throws {
    var seen: Set<String> = []
    for round in 0..<3 {
      let made = try backend.create(specification("ml"), on: aks)
      let other = try backend.create(specification("other"), on: aks)
      let updated = try backend.update(name("ml"), roles: roles("inference-v1"), expecting: made.etag, on: aks)
      for etag in [made.etag, other.etag, updated.etag] { #expect(seen.insert(etag).inserted) }
      #expect(try backend.binding(named: name("other"), on: aks).etag == other.etag)
      let late = failure { _ = try backend.delete(name("ml"), expecting: made.etag, on: aks) }
      #expect(late?.kind == .preconditionFailed)
      #expect(late?.details == [.init(code: "CurrentETag", message: updated.etag)])
      #expect(failure { _ = try backend.delete(name("other"), expecting: updated.etag, on: aks) } != nil)
      if round == 1 {
        // The clock is set back and stands, and the cluster is registered anew.
        _ = try backend.unregister(aks, force: true)
        _ = try backend.register(cluster())
      } else {
        _ = try backend.delete(name("ml"), expecting: updated.etag, on: aks)
        _ = try backend.delete(name("other"), expecting: other.etag, on: aks)
      }
    }
  }

  @Test func anUpdateToTheSameIsAChange() throws {
    let made = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 600)
    let same = try backend.update(name("ml"), roles: roles("mlworkload"), expecting: nil, on: aks)
    #expect(same.etag != made.etag)
    #expect(same.binding.provisioningState == .updating)
    // What it gives stays, and so does since when.
    #expect(same.effective.phase == .effective)
    #expect(same.effective.since == store.clock.now.advanced(byMilliseconds: -300_000))
  }

  @Test func aFailedChangeWritesNothing() throws {
    _ = try backend.create(specification("ml"), on: aks)
    let before = store.disk.bytes(of: store.path())
    store.disk.heal()
    #expect(failure { _ = try backend.create(specification("ml"), on: aks) } != nil)
    #expect(try backend.delete(name("none"), expecting: nil, on: aks) == nil)
    #expect(!store.disk.calls.contains(.write))
    #expect(store.disk.bytes(of: store.path()) == before)
  }

  @Test func aReadCostsOneLookAtTheFile() throws {
    store.disk.setWallClock(1_700_000_000_000_000_123)
    _ = try backend.create(specification("ml"), on: aks)
    store.disk.heal()
    _ = try backend.binding(named: name("ml"), on: aks)
    _ = try backend.bindings(on: aks)
    #expect(store.disk.calls == [.statusOfPath, .statusOfPath])
  }
}
