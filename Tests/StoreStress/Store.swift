import DurableStorage
import Glibc
import LocalBackend
import TrustedAccess

/// The store under test, in which each role is a value of its own: any role that a source of the one type may have.
struct Store {
  let backend: LocalBackend

  init(_ folder: String, _ fileSystem: FileSystem = .system) {
    backend = LocalBackend(
      .init(folder: folder), fileSystem: fileSystem, roles: { AnyRole(location: $0.location) },
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      })
  }

  static func cluster(_ name: String) throws -> ResourceID {
    try ResourceID(
      "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/"
        + "Microsoft.ContainerService/managedClusters/\(name)")
  }

  func register(_ cluster: String) throws {
    _ = try backend.register(Cluster(id: Self.cluster(cluster), location: "eastus"))
  }

  func create(_ name: String, _ value: String, on cluster: String) throws -> StoredBinding {
    let source = try ResourceID(
      "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/Contoso.App/apps/a")
    return try backend.create(
      BindingSpecification(name: Self.name(name), source: source, roles: [Self.role(value)]),
      on: Self.cluster(cluster))
  }

  func update(_ name: String, _ value: String, expecting etag: String?, on cluster: String) throws -> StoredBinding {
    try backend.update(Self.name(name), roles: [Self.role(value)], expecting: etag, on: Self.cluster(cluster))
  }

  func delete(_ name: String, on cluster: String) throws -> StoredBinding? {
    try backend.delete(Self.name(name), expecting: nil, on: Self.cluster(cluster))
  }

  func list(_ cluster: String) throws -> [StoredBinding] { try backend.bindings(on: Self.cluster(cluster)) }

  /// The binding of that name; `nil` if there is none.
  func show(_ name: String, on cluster: String) throws -> StoredBinding? {
    do {
      return try backend.binding(named: Self.name(name), on: Self.cluster(cluster))
    } catch let error as BackendError where error.kind == .notFound && error.code == "NotFound" {
      return nil
    }
  }

  private static func name(_ text: String) throws -> BindingName {
    guard let name = BindingName(text) else { throw Failure("'\(text)' is no name.") }
    return name
  }

  private static func role(_ value: String) throws -> RoleName {
    guard let role = RoleName("Contoso.App/apps/\(value)") else { throw Failure("'\(value)' is no role.") }
    return role
  }
}

extension StoredBinding {
  /// The value that was written last.
  var value: String { binding.roles.first?.name ?? "" }
}

private struct AnyRole: RoleDirectory {
  var location: String

  var provenance: RoleProvenance {
    RoleProvenance(
      origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 0), timeToLive: 0, location: location)
  }

  var sourceTypes: [ResourceType] { [] }

  func entry(for name: RoleName) -> RoleEntry? { RoleEntry(role: Role(name: name, rules: []), lifecycle: .current) }
  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] { [] }
  func entries(named name: String) -> [RoleEntry] { [] }
  func nearest(to text: String, limit: Int) -> [RoleEntry] { [] }
}
