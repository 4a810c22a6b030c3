import DurableStorage
import LocalBackend
import SimulatedDisk
import Synchronization
import Testing
import TrustedAccess

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let time: Mutex<Int64>

  init(_ milliseconds: Int64 = 1_700_000_000_000) { time = Mutex(milliseconds) }

  var now: Timestamp {
    get { Timestamp(millisecondsSinceEpoch: time.withLock { $0 }) }
    set { time.withLock { $0 = newValue.millisecondsSinceEpoch } }
  }

  func advance(seconds: Int64) { time.withLock { $0 += seconds * 1000 } }
}

/// A few roles of every kind.
struct TestRoles: RoleDirectory {
  var location: String

  static let entries: [RoleEntry] = [
    ("Microsoft.MachineLearningServices/workspaces/mlworkload", .current),
    ("Microsoft.MachineLearningServices/workspaces/inference-v1", .current),
    ("Microsoft.MachineLearningServices/workspaces/old", .retired(lastListed: "2024-05-01")),
    ("Microsoft.MachineLearningServices/workspaces/inner", .internalTest),
    ("Microsoft.MachineLearningServices/workspaces/reader", .placeholder),
    ("Microsoft.Security/pricings/microsoft-defender-operator", .current),
    ("Microsoft.DataProtection/backupVaults/backup-operator", .current),
  ].compactMap { text, lifecycle in
    RoleName(text).map { RoleEntry(role: Role(name: $0, rules: []), lifecycle: lifecycle) }
  }

  var provenance: RoleProvenance {
    RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 0), timeToLive: 0, location: location)
  }

  var sourceTypes: [ResourceType] { [] }

  func entry(for name: RoleName) -> RoleEntry? { Self.entries.first { $0.role.name == name } }

  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    Self.entries.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
  }

  func entries(named name: String) -> [RoleEntry] { Self.entries.filter { $0.role.name.name == name } }

  func nearest(to text: String, limit: Int) -> [RoleEntry] {
    Array(Self.entries.filter { text.hasSuffix("load") && $0.lifecycle == .current }.prefix(limit))
  }
}

/// A backend on a simulated disk with a clock of its own.
struct TestStore {
  let disk = SimulatedDisk()
  let clock = TestClock()
  let folder = "/home/store"

  /// A backend of a process that starts now. Its random numbers are drawn from the clock's stead: 1, 2, 3 and so on.
  func backend() -> LocalBackend {
    var configuration = LocalBackend.Configuration(folder: folder)
    configuration.lockTimeout = 50
    let drawn = drawn
    return LocalBackend(
      configuration, fileSystem: disk.fileSystem, roles: { TestRoles(location: $0.location) },
      now: { [clock] in clock.now },
      random: { drawn.next() })
  }

  private let drawn = Counter()

  /// The path of the file of ``cluster(_:)``.
  func path(_ name: String = "aks") -> String { "\(folder)/\(name).rg.\(subscription).json" }
}

final class Counter: Sendable {
  private let count = Mutex<UInt64>(0)
  func next() -> UInt64 {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}

let subscription = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"

func id(_ text: String) throws -> ResourceID { try ResourceID(text) }

func clusterID(_ name: String = "aks", group: String = "rg") throws -> ResourceID {
  try ResourceID(
    "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/Microsoft.ContainerService/managedClusters/"
      + name)
}

func cluster(_ name: String = "aks", group: String = "rg", location: String = "eastus") throws -> Cluster {
  Cluster(id: try clusterID(name, group: group), location: location)
}

func source(_ name: String = "ws", type: String = "Microsoft.MachineLearningServices/workspaces") throws -> ResourceID {
  try ResourceID("/subscriptions/\(subscription)/resourceGroups/rg/providers/\(type)/\(name)")
}

func name(_ text: String) throws -> BindingName { try #require(BindingName(text)) }

/// Roles of workspaces by their own names; other roles in full.
func roles(_ names: String...) throws -> [RoleName] {
  try names.map { name in
    try #require(RoleName(name.contains("/") ? name : "Microsoft.MachineLearningServices/workspaces/\(name)"))
  }
}

func specification(_ text: String, _ role: String = "mlworkload") throws -> BindingSpecification {
  BindingSpecification(name: try name(text), source: try source(), roles: try roles(role))
}

/// The error that `body` throws.
func failure(
  _ body: () throws -> Void, _ location: SourceLocation = #_sourceLocation
) -> BackendError? {
  #expect(throws: BackendError.self, sourceLocation: location, performing: body)
}
