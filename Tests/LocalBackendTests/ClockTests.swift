import LocalBackend
import SimulatedDisk
import Testing
import TrustedAccess

/// Clocks that are set back, jump ahead, or stand at the ends of time.
struct ClockTests {
  private let store = TestStore()
  private let aks: ResourceID
  private let backend: LocalBackend

  init() throws {
    aks = try clusterID()
    backend = store.backend()
    _ = try backend.register(cluster())
  }

  @Test func whatIsSettledHoldsWhenTheClockIsSetBack() throws {
    _ = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 3600)
    _ = try backend.create(specification("other"), on: aks)
    store.clock.advance(seconds: -7200)
    let binding = try backend.binding(named: name("ml"), on: aks)
    #expect(binding.effective.phase == .effective)
    #expect(binding.effective.roles == (try roles("mlworkload")))
    // It cannot have begun in the future.
    #expect(binding.effective.since == store.clock.now)
  }

  @Test func aChangeAfterTheClockWasSetBackWins() throws {
    let made = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: -3600)
    let updated = try backend.update(name("ml"), roles: roles("inference-v1"), expecting: made.etag, on: aks)
    #expect(updated.etag != made.etag)
    #expect(updated.binding.provisioningState == .updating)
    store.clock.advance(seconds: 300)
    let later = try store.backend().binding(named: name("ml"), on: aks)
    #expect(later.binding.provisioningState == .succeeded)
    #expect(later.effective.phase == .effective)
    #expect(later.effective.roles == (try roles("inference-v1")))
    store.clock.advance(seconds: 7200)
    #expect(try backend.binding(named: name("ml"), on: aks).effective.roles == (try roles("inference-v1")))
  }

  @Test func aDeletionAfterTheClockWasSetBackWins() throws {
    _ = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: -3600)
    _ = try backend.delete(name("ml"), expecting: nil, on: aks)
    #expect(try backend.bindings(on: aks) == [])
    store.clock.advance(seconds: 7200)
    #expect(try backend.effects(on: aks, at: store.clock.now) == [])
  }

  @Test(arguments: [Int64.min, Int64.min + 1, -1, 0, 1, Int64.max - 1, Int64.max])
  func theEndsOfTimeDoNotTrap(milliseconds: Int64) throws {
    let ends = [milliseconds, 1_700_000_000_000, Int64.min, Int64.max, milliseconds]
    for (number, end) in ends.enumerated() {
      store.clock.now = Timestamp(millisecondsSinceEpoch: end)
      _ = try backend.register(cluster("c\(number)"))
      for id in [aks, try clusterID("c\(number)")] {
        _ = try backend.create(specification("n\(number)"), on: id)
        _ = try backend.update(name("n\(number)"), roles: roles("inference-v1"), expecting: nil, on: id)
      }
      _ = try backend.delete(name("n\(number)"), expecting: nil, on: clusterID("c\(number)"))
      for time in ends {
        for id in [aks, try clusterID("c\(number)")] {
          let time = Timestamp(millisecondsSinceEpoch: time)
          for effect in try store.backend().effects(on: id, at: time) { isSane(effect.state, at: time) }
        }
      }
    }
    #expect(try store.backend().clusters().problems == [])
    #expect(try store.backend().bindings(on: aks).count == 5)
  }

  @Test func theProvisioningTimeIsSettable() throws {
    var configuration = LocalBackend.Configuration(folder: store.folder)
    configuration.provisioningDuration = 376_000
    let slow = LocalBackend(
      configuration, fileSystem: store.disk.fileSystem, roles: { TestRoles(location: $0.location) },
      now: { [clock = store.clock] in clock.now })
    _ = try slow.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 375)
    // Effective before the service has said so.
    #expect(try slow.binding(named: name("ml"), on: aks).binding.provisioningState == .updating)
    #expect(try slow.binding(named: name("ml"), on: aks).effective.phase == .effective)
    store.clock.advance(seconds: 1)
    #expect(try slow.binding(named: name("ml"), on: aks).binding.provisioningState == .succeeded)
  }
}

/// Holds an effective state to what is true of every one.
func isSane(_ state: EffectiveState, at time: Timestamp, _ location: SourceLocation = #_sourceLocation) {
  if let since = state.since { #expect(since <= time, sourceLocation: location) }
  if let effectiveAt = state.effectiveAt { #expect(effectiveAt > time, sourceLocation: location) }
  #expect((state.phase == .pending) == (state.effectiveAt != nil), sourceLocation: location)
  if state.phase == .effective { #expect(state.grant != nil, sourceLocation: location) }
  if state.phase == .removed { #expect(state.grant == nil, sourceLocation: location) }
  if state.effectiveAt == nil { #expect(state.upcoming == nil, sourceLocation: location) }
}
