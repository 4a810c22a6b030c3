import LocalBackend
import SeededRandom
import SimulatedDisk
import Testing
import TrustedAccess

/// Random operations on the backend and on a model that follows AKS's behaviour word by word and forgets nothing, under a
/// clock that is moved forward and back, with several processes that come and go.
struct ModelTests {
  @Test(arguments: 0..<16)
  func theBackendDoesWhatTheModelDoes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Half of the runs have a clock that is set back now and then.
    let isClockSetBack = seed % 2 == 1
    let store = TestStore()
    var backends = [store.backend(), store.backend()]
    var model = Model(clock: store.clock)
    for _ in 0..<60 {
      let step = Int.random(in: 0..<20, using: &random)
      let seconds: Int64 = [0, 1, 14, 16, 60, 200, 299, 300, 301, 900].randomElement(using: &random) ?? 0
      store.clock.advance(seconds: isClockSetBack && step == 0 ? -seconds * 3 : seconds)
      if step == 1 { backends[Int.random(in: 0...1, using: &random)] = store.backend() }
      if step == 2 { store.disk.restart(SimulatedDisk.Restart.allCases.randomElement(using: &random) ?? .powerLost) }
      let backend = backends[Int.random(in: 0...1, using: &random)]
      let operation = try Operation.random(model, using: &random)
      let outcome = Outcome { try operation.run(backend) }
      let expected = Outcome { try operation.run(&model) }
      #expect(outcome == expected, "seed \(seed): \(operation) at \(store.clock.now.millisecondsSinceEpoch)")
      try compare(backend, model, using: &random)
    }
  }

  /// Everything that can be read, now and at some other time.
  private func compare(_ backend: LocalBackend, _ model: Model, using random: inout SplitMix64) throws {
    #expect(try backend.clusters().clusters.map(\.cluster.id) == model.clusters.keys.sorted().map { try clusterID($0) })
    for (name, cluster) in model.clusters {
      let id = try clusterID(name)
      let listed = try backend.bindings(on: id)
      let expected = model.listed(on: cluster)
      #expect(listed.map(\.binding) == expected.map { model.shown($0, on: id) })
      #expect(listed.map(\.etag).count == Set(listed.map(\.etag)).count)
      for offset in [0, Int64.random(in: 0...700_000, using: &random)] {
        let time = model.clock.now.advanced(byMilliseconds: offset)
        let effects = try backend.effects(on: id, at: time)
        let given = cluster.bindings.map { ($0, $0.effect(at: time, on: cluster)) }
        #expect(effects.map(\.name) == given.filter { !$0.0.isDeleted || !$0.1.isRemoved }.map(\.0.name))
        for effect in effects {
          isSane(effect.state, at: time)
          let binding = try #require(cluster.bindings.first { $0.name == effect.name })
          #expect(effect.isDeleted == binding.isDeleted)
          #expect(Effect(effect.state) == binding.effect(at: time, on: cluster))
        }
      }
    }
  }
}

/// What can be compared of an effective state.
private struct Effect: Equatable {
  var grant: [RoleName]?
  var effectiveAt: Timestamp?
  var upcoming: [RoleName]?

  var isRemoved: Bool { grant == nil && effectiveAt == nil }

  init(grant: [RoleName]?, effectiveAt: Timestamp?, upcoming: [RoleName]?) {
    (self.grant, self.effectiveAt, self.upcoming) = (grant, effectiveAt, upcoming)
  }

  init(_ state: EffectiveState) {
    self.init(grant: state.grant?.roles, effectiveAt: state.effectiveAt, upcoming: state.upcoming?.roles)
  }
}

/// What came of an operation; of an etag only that there is one.
private enum Outcome: Equatable {
  case roles([RoleName]?)
  case failed(BackendError.Kind)
  case crashed(String)

  init(_ body: () throws -> [RoleName]?) {
    do { self = .roles(try body()) } catch let error as BackendError { self = .failed(error.kind) } catch {
      self = .crashed("\(error)")
    }
  }
}

private enum Operation {
  case register(String)
  case unregister(String, force: Bool)
  case create(BindingName, [RoleName], on: String)
  case update(BindingName, [RoleName], stale: Bool, on: String)
  case delete(BindingName, stale: Bool, on: String)

  static func random(_ model: Model, using random: inout SplitMix64) throws -> Operation {
    let cluster = ["aks", "two"].randomElement(using: &random) ?? ""
    let text = "nameN" + String(Int.random(in: 0..<10, using: &random))
    let name = try name(Bool.random(using: &random) ? text : text.uppercased())
    let lists = try [
      roles("mlworkload"), roles("inference-v1"), roles("mlworkload", "inference-v1"), roles("old"), [],
    ]
    let weights = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4]
    let list = lists[weights.randomElement(using: &random) ?? 0]
    let isStale = Int.random(in: 0..<6, using: &random) == 0
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<3: return .register(cluster)
    case 3: return .unregister(cluster, force: Bool.random(using: &random))
    case 4..<20: return .create(name, list, on: cluster)
    case 20..<30: return .update(name, list, stale: isStale, on: cluster)
    default: return .delete(name, stale: isStale, on: cluster)
    }
  }

  func run(_ backend: LocalBackend) throws -> [RoleName]? {
    func etag(_ name: BindingName, _ id: ResourceID, _ isStale: Bool) -> String? {
      isStale ? "stale" : try? backend.binding(named: name, on: id).etag
    }
    switch self {
    case .register(let cluster): _ = try backend.register(LocalBackendTests.cluster(cluster))
    case .unregister(let cluster, let force): _ = try backend.unregister(clusterID(cluster), force: force)
    case .create(let name, let roles, let cluster):
      let made = try backend.create(
        BindingSpecification(name: name, source: source(), roles: roles), on: clusterID(cluster))
      return made.binding.roles
    case .update(let name, let roles, let stale, let cluster):
      let id = try clusterID(cluster)
      return try backend.update(name, roles: roles, expecting: etag(name, id, stale), on: id).binding.roles
    case .delete(let name, let stale, let cluster):
      let id = try clusterID(cluster)
      return try backend.delete(name, expecting: etag(name, id, stale), on: id)?.binding.roles
    }
    return nil
  }

  func run(_ model: inout Model) throws -> [RoleName]? {
    switch self {
    case .register(let name):
      guard model.clusters[name] == nil else { throw Model.failure(.alreadyExists) }
      model.clusters[name] = Model.Cluster(phase: model.clock.now.millisecondsSinceEpoch)
    case .unregister(let name, let force):
      guard let cluster = model.clusters[name] else { throw Model.failure(.notFound) }
      guard force || model.listed(on: cluster).isEmpty else { throw Model.failure(.preconditionFailed) }
      model.clusters[name] = nil
    case .create(let name, let roles, let cluster):
      try model.change(name, on: cluster) { binding, count in
        guard binding == nil else { throw Model.failure(.alreadyExists) }
        try Model.check(roles)
        guard count < 8 else { throw Model.failure(.limitExceeded) }
        return .some(roles)
      }
      return roles
    case .update(let name, let roles, let stale, let cluster):
      try model.change(name, on: cluster) { binding, _ in
        guard binding != nil else { throw Model.failure(.notFound) }
        guard !stale else { throw Model.failure(.preconditionFailed) }
        try Model.check(roles)
        return .some(roles)
      }
      return roles
    case .delete(let name, let stale, let cluster):
      var deleted: [RoleName]?
      try model.change(name, on: cluster) { binding, _ in
        guard let binding else { return nil }
        guard !stale else { throw Model.failure(.preconditionFailed) }
        deleted = binding.changes.last?.roles
        return .some(nil)
      }
      return deleted
    }
    return nil
  }
}

/// AKS as the documentation has it: each change is accepted at a time, and takes effect at the next of the cluster's
/// five-minute ticks. Every change is kept.
private struct Model {
  struct Cluster {
    var phase: Int64
    var bindings: [Binding] = []

    func tick(after time: Int64) -> Int64 {
      let distance = (time - phase) % 300_000
      return time - (distance < 0 ? distance + 300_000 : distance) + 300_000
    }
  }

  struct Binding {
    var name: BindingName
    var changes: [(at: Int64, roles: [RoleName]?)] = []
    /// The change that was in effect when a change was last written; a clock set back does not undo it.
    var settled = -1

    var isDeleted: Bool { changes.last?.roles == nil }

    /// When each change takes effect: no later than any that follows it.
    func ticks(on cluster: Cluster) -> [Int64] {
      changes.indices.map { index in cluster.tick(after: changes[index...].map(\.at).min() ?? 0) }
    }

    func current(at time: Int64, on cluster: Cluster) -> Int {
      let due = ticks(on: cluster).lastIndex { $0 <= time } ?? -1
      return max(due, settled)
    }

    func effect(at time: Timestamp, on cluster: Cluster) -> Effect {
      let current = current(at: time.millisecondsSinceEpoch, on: cluster)
      let grant = current < 0 ? nil : changes[current].roles
      let ticks = ticks(on: cluster)
      // Of changes at one tick the last counts.
      let next = changes.indices.first { index in
        index > current && (index + 1 == changes.count || ticks[index + 1] != ticks[index])
          && changes[index].roles.map { Set($0) } != grant.map { Set($0) }
      }
      return Effect(
        grant: grant, effectiveAt: next.map { Timestamp(millisecondsSinceEpoch: ticks[$0]) },
        upcoming: next.flatMap { changes[$0].roles })
    }
  }

  let clock: TestClock
  var clusters: [String: Cluster] = [:]

  static func failure(_ kind: BackendError.Kind) -> BackendError { BackendError(kind, code: "", message: "") }

  static func check(_ roles: [RoleName]) throws {
    guard !roles.isEmpty, roles.allSatisfy({ ["mlworkload", "inference-v1"].contains($0.name) }) else {
      throw failure(.invalid)
    }
  }

  func listed(on cluster: Cluster) -> [Binding] { cluster.bindings.filter { !$0.isDeleted } }

  func shown(_ binding: Binding, on id: ResourceID) -> RoleBinding? {
    guard let change = binding.changes.last, let roles = change.roles, let source = try? source() else { return nil }
    let isUnderWay = clock.now.millisecondsSinceEpoch < change.at + 15_000
    return RoleBinding(
      name: binding.name, cluster: id, source: source, roles: roles,
      provisioningState: isUnderWay ? .updating : .succeeded)
  }

  /// Makes the change that `decide` decides on, if any.
  mutating func change(
    _ name: BindingName, on clusterName: String, _ decide: (Binding?, _ count: Int) throws -> [RoleName]??
  ) throws {
    guard var cluster = clusters[clusterName] else { throw Self.failure(.notFound) }
    let known = cluster.bindings.firstIndex { $0.name == name }
    let listed = known.map { cluster.bindings[$0] }.flatMap { $0.isDeleted ? nil : $0 }
    guard let roles = try decide(listed, self.listed(on: cluster).count) else { return }
    let now = clock.now.millisecondsSinceEpoch
    var binding = known.map { cluster.bindings[$0] } ?? Binding(name: name)
    if binding.isDeleted { binding.name = name }
    binding.changes.append((now, roles))
    if let known { cluster.bindings[known] = binding } else { cluster.bindings.append(binding) }
    cluster.bindings.sort { $0.name.description.lowercased() < $1.name.description.lowercased() }
    for index in cluster.bindings.indices {
      cluster.bindings[index].settled = cluster.bindings[index].current(at: now, on: cluster)
    }
    clusters[clusterName] = cluster
  }
}
