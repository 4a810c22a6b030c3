import DurableStorage
import Glibc
package import LocalBackend
package import RoleCatalog
package import TrustedAccess

/// What the handlers work with. Everything of the outer world is in it, so that a test can bring its own.
package final class ServerContext: Sendable {
  /// What a context works with.
  package struct Configuration: Sendable {
    /// The folder of the local store; empty if none is known.
    package var store: String

    /// The folder of the cached role lists; `nil` for no cache.
    package var cache: String?

    /// Whether no live source is ever asked.
    package var isOffline = false

    /// For how long a fetched role list counts as fresh, in milliseconds; 24 hours.
    package var roleListTimeToLive: Int64 = 86_400_000

    /// Creates a configuration with the standard times.
    package init(store: String, cache: String?) {
      self.store = store
      self.cache = cache
    }

    /// The folders of the XDG Base Directory Specification, as the environment names them.
    package static var standard: Configuration {
      let folders = StandardFolders { name in getenv(name).map { String(cString: $0) } }
      return Configuration(
        store: folders.state.map { "\($0)/\(ServerInfo.name)/store" } ?? "",
        cache: folders.cache.map { "\($0)/\(ServerInfo.name)/roles" })
    }
  }

  /// What the context works with.
  let configuration: Configuration

  /// The time.
  package let now: @Sendable () -> Timestamp

  /// The roles of every location.
  package let catalog: RoleCatalog

  /// The clusters and their bindings.
  package let backend: LocalBackend

  /// Every method; made at the first call that needs it.
  package var registry: MethodRegistry { Self.registry }

  private static let registry = MethodRegistry([
    .discover,
    .serverInfo,
    .serverDiagnose,
    .rolesList,
    .rolesShow,
    .rolesComplete,
    .rolesValidate,
    .resourceIDsParse,
    .resourceIDsValidate,
    .resourceIDsComplete,
    .clustersList,
    .clustersRegister,
    .clustersUnregister,
    .roleBindingsCreate,
    .roleBindingsUpdate,
    .roleBindingsShow,
    .roleBindingsList,
    .roleBindingsDelete,
    .roleBindingsPlan,
    .roleBindingsValidate,
    .roleBindingsRender,
    .accessReview,
    .catalogStatus,
    .catalogRefresh,
    .catalogClear,
  ])

  /// Creates a context. Touches no file yet.
  ///
  /// - Parameter roleSource: asks the service for role lists; `nil` if nothing can.
  package init(
    _ configuration: Configuration = .standard,
    roleSource: (any RoleListSource)? = nil,
    now: @escaping @Sendable () -> Timestamp = { .systemNow }
  ) {
    self.configuration = configuration
    self.now = now
    var catalogConfiguration = RoleCatalog.Configuration(folder: configuration.cache)
    catalogConfiguration.timeToLive = configuration.roleListTimeToLive
    catalogConfiguration.isOffline = configuration.isOffline
    let catalog = RoleCatalog(catalogConfiguration, source: roleSource, now: now)
    self.catalog = catalog
    backend = LocalBackend(
      LocalBackend.Configuration(folder: configuration.store), roles: { catalog.roles(in: $0) }, now: now)
  }

  /// The best role list for a location that is known without asking anyone.
  package func roles(in location: String?) -> RoleSnapshot { catalog.roles(in: location) }
}

extension RoleCatalog {
  /// The best list for a location: from memory or, the first time, from the cache.
  fileprivate func roles(in location: String?) -> RoleSnapshot {
    guard let key = location.flatMap({ RoleListKey(location: $0) }) else { return .bundled }
    load(key)
    return snapshot(for: key)
  }
}
