import DurableStorage
import Glibc
package import LocalBackend
package import RoleCatalog
package import TrustedAccess

/// What the handlers work with. Everything of the outer world is in it, so that a test can bring its own.
package final class ServerContext: Sendable {
  /// The time.
  package let now: @Sendable () -> Timestamp

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
  ])

  /// Creates a context. Touches no file yet.
  ///
  /// - Parameter store: the folder of the local store; by default `trusted-access-server/store` in the folder that the
  ///   environment names for state.
  package init(store: String? = nil, now: @escaping @Sendable () -> Timestamp = { .systemNow }) {
    self.now = now
    backend = LocalBackend(
      LocalBackend.Configuration(folder: store ?? Self.standardStore ?? ""), roles: { _ in RoleSnapshot.bundled },
      now: now)
  }

  /// The roles of a location, from memory.
  package func roles(in location: String?) -> RoleSnapshot { .bundled }

  private static var standardStore: String? {
    let folders = StandardFolders { name in getenv(name).map { String(cString: $0) } }
    return folders.state.map { "\($0)/\(ServerInfo.name)/store" }
  }
}
