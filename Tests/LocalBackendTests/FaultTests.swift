import DurableStorage
import Glibc
import LocalBackend
import SimulatedDisk
import Testing
import TrustedAccess

/// Disks that fail and processes that die, at every call of every change.
struct FaultTests {
  /// A change of a store with one cluster, `aks`, that has the binding `ml`.
  enum Change: CaseIterable {
    case register, create, update, delete, unregister

    func make(_ backend: LocalBackend) throws {
      let aks = try clusterID()
      switch self {
      case .register: _ = try backend.register(cluster("other"))
      case .create: _ = try backend.create(specification("new"), on: aks)
      case .update: _ = try backend.update(name("ml"), roles: roles("inference-v1"), expecting: nil, on: aks)
      case .delete: _ = try backend.delete(name("ml"), expecting: nil, on: aks)
      case .unregister: _ = try backend.unregister(aks, force: true)
      }
    }
  }

  /// All that a store says, as a fresh process sees it.
  private struct Picture: Hashable {
    var clusters: [RegisteredCluster] = []
    var problems: [BackendError] = []
    var bindings: [StoredBinding] = []

    init(_ store: TestStore) throws {
      let backend = store.backend()
      let listing = try backend.clusters()
      clusters = listing.clusters
      problems = listing.problems
      for cluster in clusters { bindings += try backend.bindings(on: cluster.cluster.id) }
    }
  }

  private static func prepared() throws -> TestStore {
    let store = TestStore()
    let backend = store.backend()
    _ = try backend.register(cluster())
    _ = try backend.create(specification("ml"), on: clusterID())
    store.clock.advance(seconds: 60)
    store.disk.heal()
    return store
  }

  /// How many calls a change makes in a process of its own.
  private static func callCount(of change: Change) throws -> Int {
    let store = try prepared()
    try change.make(store.backend())
    return store.disk.calls.count
  }

  @Test(arguments: Change.allCases, [EIO, ENOSPC, EINTR])
  func aFaultAtAnyCallLeavesTheOldStateOrSaysOtherwise(change: Change, number: Int32) throws {
    for step in 0..<(try Self.callCount(of: change)) {
      let store = try Self.prepared()
      let before = try Picture(store)
      let backend = store.backend()
      store.disk.inject { _, call in call == step ? .error(number) : nil }
      var failure: (any Error)?
      do {
        try change.make(backend)
      } catch { failure = error }
      let error = failure as? BackendError
      #expect((error == nil) == (failure == nil))
      let isRemovingLeftovers = [.names, .unlink].contains(store.disk.calls[step]) && change != .unregister
      store.disk.heal()
      #expect(store.disk.descriptorCount == 0, "\(step)")
      let after = try Picture(store)
      #expect(after.problems == [])
      if number == EINTR || isRemovingLeftovers { #expect(error == nil, "\(step)") }
      if let error {
        #expect(error.kind == .unavailable && error.code == "StoreUnavailable", "\(error.message)")
        #expect(error.isRetryable == (number == ENOSPC))
        #expect(error.remedy?.isEmpty == false)
        if !error.message.contains("The change is in place") { #expect(after == before, "\(step)") }
        // The same backend works on, without remembering what did not happen.
        #expect(try backend.clusters().clusters == after.clusters)
        for cluster in after.clusters {
          let bindings = try backend.bindings(on: cluster.cluster.id)
          #expect(bindings == after.bindings.filter { $0.binding.cluster == cluster.cluster.id }, "\(step)")
        }
        if after == before { try change.make(backend) }
      } else {
        #expect(after != before)
      }
      #expect(!store.disk.names(in: store.folder).contains { $0.hasPrefix(".writing-") })
    }
  }

  @Test(arguments: Change.allCases, SimulatedDisk.Restart.allCases)
  func aDeathAtAnyCallLeavesTheOldStateOrTheNew(change: Change, restart: SimulatedDisk.Restart) throws {
    let done = try Self.prepared()
    let old = try Picture(done)
    try change.make(done.backend())
    let new = try Picture(done)
    for step in 0..<(try Self.callCount(of: change)) {
      let store = try Self.prepared()
      let backend = store.backend()
      store.disk.inject { _, call in call == step ? .death : nil }
      _ = try? change.make(backend)
      store.disk.restart(restart)
      let after = try Picture(store)
      #expect([old.bindings, new.bindings].contains(after.bindings), "\(change) killed at call \(step)")
      #expect(after.problems == [])
      // Nothing that was left behind is in the way, and it is cleared away with the next change.
      try Change.register.make(Self.without("other", store))
      #expect(!store.disk.names(in: store.folder).contains { $0.hasPrefix(".writing-") })
    }
  }

  private static func without(_ name: String, _ store: TestStore) throws -> LocalBackend {
    _ = try? store.backend().unregister(clusterID(name))
    return store.backend()
  }

  @Test(arguments: Change.allCases, SimulatedDisk.Restart.allCases)
  func whatIsAcknowledgedSurvives(change: Change, restart: SimulatedDisk.Restart) throws {
    let store = try Self.prepared()
    try change.make(store.backend())
    let before = try Picture(store)
    store.disk.restart(restart)
    #expect(try Picture(store) == before)
  }

  @Test(arguments: SimulatedDisk.Restart.allCases)
  func theFirstRegistrationSurvives(restart: SimulatedDisk.Restart) throws {
    let store = TestStore()
    _ = try store.backend().register(cluster())
    store.disk.restart(restart)
    #expect(try store.backend().clusters().clusters.count == 1)
  }

  @Test func aFullDiskSaysSoAndLeavesTheOldState() throws {
    let store = try Self.prepared()
    let before = try Picture(store)
    let used = store.disk.bytes(of: store.path())?.count ?? 0
    store.disk.setCapacity(used + 20)
    let backend = store.backend()
    let error = failure { try Change.create.make(backend) }
    #expect(
      error
        == BackendError(
          .unavailable, code: "StoreUnavailable",
          message: "Cannot write \(store.path()): no space is left on the device (ENOSPC).", target: store.path(),
          remedy: "Free some space there, or choose a folder on another file system.", isRetryable: true))
    #expect(try Picture(store) == before)
    #expect(store.disk.names(in: store.folder) == [".lock", "aks.rg.\(subscription).json"])
    store.disk.setCapacity(nil)
    try Change.create.make(backend)
  }

  @Test func aReadOnlyDiskCanBeReadAndSaysSo() throws {
    let store = try Self.prepared()
    let before = try Picture(store)
    store.disk.setReadOnly(true)
    #expect(try Picture(store) == before)
    for change in Change.allCases {
      let error = failure { try change.make(store.backend()) }
      #expect(error?.code == "StoreUnavailable")
      #expect(error?.message.hasSuffix("the file system is read-only (EROFS).") == true)
      #expect(error?.remedy == "Choose a folder on a file system that can be written to.")
    }
    #expect(try Picture(store) == before)
  }

  @Test func anUncertainChangeIsSeenByItsMaker() throws {
    let store = try Self.prepared()
    let backend = store.backend()
    store.disk.inject { call, _ in call == .synchronizeFolder ? .error(EIO) : nil }
    let error = failure { try Change.create.make(backend) }
    #expect(error?.message.hasSuffix("The change is in place, but a loss of power may undo it.") == true)
    store.disk.heal()
    #expect(try backend.bindings(on: clusterID()).count == 2)
    #expect(failure { try Change.create.make(backend) }?.code == "AlreadyExists")
  }

  @Test func aStoreThatIsRemovedUnderneathIsMissed() throws {
    let store = try Self.prepared()
    let backend = store.backend()
    _ = try backend.bindings(on: clusterID())
    try store.disk.erase(store.folder)
    #expect(failure { _ = try backend.bindings(on: clusterID()) }?.code == "ResourceGroupNotFound")
    #expect(failure { try Change.create.make(backend) }?.kind == .notFound)
    #expect(try backend.clusters().clusters == [])
    _ = try backend.register(cluster())
    try Change.create.make(backend)
  }

  /// A restored backup, a tool that keeps no fine times: such a file is read each time.
  @Test func aFileWithACoarseTimeIsReadEachTime() throws {
    let store = try Self.prepared()
    var fileSystem = store.disk.fileSystem
    fileSystem.statusOfPath = { [status = fileSystem.statusOfPath] (path) throws(SystemError) in
      var answer = try status(path)
      answer.identity.modifiedAt = 1_000_000_000
      return answer
    }
    fileSystem.status = { [status = fileSystem.status] (descriptor) throws(SystemError) in
      var answer = try status(descriptor)
      answer.identity.modifiedAt = 1_000_000_000
      return answer
    }
    let backend = LocalBackend(
      .init(folder: store.folder), fileSystem: fileSystem, roles: { TestRoles(location: $0.location) },
      now: { [clock = store.clock] in clock.now })
    #expect(try backend.bindings(on: clusterID()).first?.binding.name.description == "ml")
    let text = String(decoding: try #require(store.disk.bytes(of: store.path())), as: UTF8.self)
    try store.disk.put(Array(text.replacing("\"ml\"", with: "\"lm\"").utf8), at: store.path())
    #expect(try backend.bindings(on: clusterID()).first?.binding.name.description == "lm")
  }
}
