package import DurableStorage
package import EditorFeatures
import Glibc
package import JSONRPC
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

  /// The files of the folders that editors have open.
  let fileSystem: FileSystem

  /// The time.
  package let now: @Sendable () -> Timestamp

  /// The roles of every location.
  package let catalog: RoleCatalog

  /// The role lists as they are used.
  let roleLists: RoleLists

  /// The clusters and their bindings.
  package let backend: LocalBackend

  private let rememberedClusters: RememberedClusters

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
    .documentsAnalyze,
    .catalogStatus,
    .catalogRefresh,
    .catalogClear,
  ])

  /// Creates a context. Touches no file yet.
  ///
  /// - Parameters:
  ///   - roleSource: asks the service for role lists; `nil` if nothing can.
  ///   - threads: where the thread comes from that asks it.
  ///   - fileSystem: where editors' folders are.
  package init(
    _ configuration: Configuration = .standard,
    roleSource: (any RoleListSource)? = nil,
    threads: Threads = .system,
    fileSystem: FileSystem = .system,
    now: @escaping @Sendable () -> Timestamp = { .systemNow }
  ) {
    self.configuration = configuration
    self.now = now
    self.fileSystem = fileSystem
    var catalogConfiguration = RoleCatalog.Configuration(folder: configuration.cache)
    catalogConfiguration.timeToLive = configuration.roleListTimeToLive
    catalogConfiguration.isOffline = configuration.isOffline
    catalog = RoleCatalog(catalogConfiguration, source: roleSource, now: now)
    let roleLists = RoleLists(catalog, threads: threads)
    self.roleLists = roleLists
    backend = LocalBackend(
      LocalBackend.Configuration(folder: configuration.store),
      roles: { roleLists.roles(in: $0.location, of: $0.id.subscriptionID) }, now: now)
    rememberedClusters = RememberedClusters(backend, threads: threads)
  }

  /// The best role list for a location that is known without asking anyone, as a subscription sees it if that is known.
  /// One that is stale is renewed behind.
  package func roles(in location: String?, of subscription: String?) -> RoleSnapshot {
    roleLists.roles(in: location, of: subscription)
  }

  /// The best role list for a cluster.
  package func roles(for cluster: Cluster) -> RoleSnapshot {
    roles(in: cluster.location, of: cluster.id.subscriptionID)
  }
}

extension ServerContext: EditorKnowledge {
  package func roles(in location: String?) -> RoleSnapshot { roles(in: location, of: nil) }

  package var knownClusters: [KnownCluster]? { rememberedClusters.clusters(at: now()) }

  package var time: Timestamp { now() }

  package func text(of time: Timestamp) -> String { time.wireText }
}
