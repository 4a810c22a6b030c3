import JSONRPC
import RoleCatalog
import Synchronization
import Testing
import TrustedAccess

/// Threads that run when the test says so.
final class HeldThreads: Sendable {
  private let bodies = Mutex<[@Sendable () -> Void]>([])

  var threads: Threads {
    // Weakly, for a body holds what holds the threads.
    Threads { [weak self] body in
      self?.bodies.withLock { $0.append(body) }
      return self != nil
    }
  }

  /// How many wait to be run.
  var count: Int { bodies.withLock(\.count) }

  /// Runs those that wait, to their end.
  func run() {
    for body in bodies.withLock({ bodies in
      defer { bodies = [] }; return bodies
    }) { body() }
  }
}

/// A source that answers each list with one role, and keeps what it was asked for.
final class ScriptedSource: RoleListSource {
  let asked = Mutex<[String]>([])
  let isDown = Mutex(false)
  let meanwhile = Mutex<(@Sendable () -> Void)?>(nil)

  func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role] {
    asked.withLock { $0.append("\(key.location) \(key.subscription ?? "-")") }
    meanwhile.withLock(\.self)?()
    guard !isDown.withLock(\.self) else { throw RoleListFailure(code: "Down", cause: "It is down.", remedy: "Wait.") }
    // A role of its own for each subscription, and one that all have.
    let names = ["mlworkload", key.subscription == nil ? "of-all" : "of-one"]
    return names.compactMap { RoleName("Microsoft.MachineLearningServices/workspaces/\($0)") }
      .map { Role(name: $0, rules: []) }
  }
}

@Suite("A role list that is stale")
struct RoleListTests {
  private let held = HeldThreads()
  private let source = ScriptedSource()
  private let server: TestServer

  init() {
    server = TestServer(roleSource: source, threads: held.threads)
  }

  private func list(_ location: String = "eastus") throws -> (origin: String?, count: String?) {
    let reply = try server.call("roles/list", "{'location': '\(location)'}")
    return (reply["origin"], reply["roles.count"])
  }

  // spec: CA-5
  @Test("is answered at once, and renewed behind for who asks next")
  func renewed() throws {
    #expect(try list().origin == "bundled")
    #expect(source.asked.withLock(\.self) == [])
    held.run()
    #expect(try list() == ("live", "2"))
    #expect(source.asked.withLock(\.self) == ["eastus -"])
    server.advance(minutes: 24 * 60 - 1)
    #expect(try list().origin == "live" && held.count == 0)
    server.advance(minutes: 1)
    #expect(try list() == ("cached", "2"))
    held.run()
    #expect(try list().origin == "live")
    #expect(source.asked.withLock(\.count) == 2)
  }

  @Test("is asked for once, however often it is used meanwhile, and lists one after the other on one thread")
  func once() throws {
    for _ in 0..<3 { _ = try (list(), list("westus")) }
    #expect(held.count == 1)
    // So that a second look at one of them would ask again.
    source.meanwhile.withLock { $0 = { [weak server] in server?.advance(minutes: 25 * 60) } }
    held.run()
    #expect(source.asked.withLock(\.self) == ["eastus -", "westus -"])
  }

  @Test("that cannot be fetched is tried again when its time has come, and told of")
  func failing() throws {
    source.isDown.withLock { $0 = true }
    _ = try list()
    held.run()
    #expect(try list().origin == "bundled" && held.count == 0)
    #expect(try server.call("catalog/status")["lists.0.failure.code"] == "Down")
    source.isDown.withLock { $0 = false }
    server.advance(minutes: 1)
    _ = try list()
    held.run()
    #expect(try list().origin == "live")
  }

  @Test("is answered where no thread can be had, and the next call tries again")
  func noThread() throws {
    let asked = Mutex(0)
    let threads = Threads { _ in
      asked.withLock { $0 += 1 }
      return false
    }
    let server = TestServer(roleSource: source, threads: threads)
    for _ in 0..<2 {
      #expect(try server.call("roles/list", "{'location': 'eastus'}")["origin"] == "bundled")
    }
    #expect(asked.withLock(\.self) == 2)
  }

  @Test("is not renewed offline, without a source, and where no location is named")
  func notAsked() throws {
    for server in [
      TestServer(roleSource: source, isOffline: true, threads: held.threads), TestServer(threads: held.threads),
    ] {
      try server.call("roles/list", "{'location': 'eastus'}")
    }
    try server.call("roles/list")
    try server.call("roles/list", "{'location': 'no/location'}")
    #expect(held.count == 0)
  }

  private static let subscription = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"

  /// Each method that goes by a role list, and the list that it goes by.
  static let methods: [(method: String, params: String, list: String)] = [
    ("roles/list", "{'location': 'westus'}", "westus -"),
    ("roles/show", "{'role': 'mlworkload', 'location': 'westus'}", "westus -"),
    ("roles/complete", "{'text': '', 'location': 'westus'}", "westus -"),
    ("roles/validate", "{'roles': [], 'location': 'westus'}", "westus -"),
    ("resourceIds/complete", "{'text': '', 'location': 'westus'}", "westus -"),
    ("roleBindings/validate", "{'roles': [], 'location': 'westus'}", "westus -"),
    (
      "roleBindings/validate", "{'roles': [], 'cluster': '\(Sample.cluster)2', 'location': 'westus'}",
      "westus \(subscription)"
    ),
    ("roleBindings/validate", "{'roles': [], 'cluster': '\(Sample.cluster)'}", "eastus \(subscription)"),
    (
      "roleBindings/plan", "{'cluster': '\(Sample.cluster)', 'name': 'ml', 'operation': 'delete'}",
      "eastus \(subscription)"
    ),
    (
      "roleBindings/create",
      "['\(Sample.cluster)', 'new', '\(Sample.workspace)', ['\(Sample.workload)']]", "eastus \(subscription)"
    ),
    ("roleBindings/update", "['\(Sample.cluster)', 'ml', ['\(Sample.workload)']]", "eastus \(subscription)"),
    (
      "access/review", "{'cluster': '\(Sample.cluster)', 'name': 'ml', 'verb': 'get', 'resource': 'pods'}",
      "eastus \(subscription)"
    ),
  ]

  @Test("is renewed by every method that goes by it, on a cluster for its subscription", arguments: methods.indices)
  func everyMethod(place: Int) throws {
    let (method, params, list) = Self.methods[place]
    try server.register()
    try server.create("ml")
    held.run()
    // What the creation has fetched is stale again.
    server.advance(minutes: 25 * 60)
    source.asked.withLock { $0 = [] }
    try server.call(method, params)
    #expect(source.asked.withLock(\.self) == [])
    held.run()
    #expect(source.asked.withLock(\.self) == [list])
  }

  // spec: CA-6
  @Test("of its subscription is what a cluster goes by, and the location's own until there is one")
  func ofSubscription() throws {
    func isKnown(_ role: String) throws -> Bool {
      let roles = "'roles': ['Microsoft.MachineLearningServices/workspaces/\(role)']"
      return try server.call("roleBindings/validate", "{'cluster': '\(Sample.cluster)', \(roles)}")["valid"] == "true"
    }
    try server.register()
    try server.call("catalog/refresh", "['eastus']")
    #expect(try isKnown("of-all"))
    #expect(try !isKnown("of-one"))
    try server.create("all", role: "Microsoft.MachineLearningServices/workspaces/of-all")
    held.run()
    #expect(try isKnown("of-one"))
    #expect(try !isKnown("of-all"))
    try server.create("one", role: "Microsoft.MachineLearningServices/workspaces/of-one")
    #expect(try list() == ("live", "2"))
    #expect(try server.call("roles/show", "{'role': 'of-all', 'location': 'eastus'}")["origin"] == "live")
  }
}
