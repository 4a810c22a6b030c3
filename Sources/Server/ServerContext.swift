package import TrustedAccess

/// What the handlers work with. Everything of the outer world is in it, so that a test can bring its own.
package final class ServerContext: Sendable {
  /// The time.
  package let now: @Sendable () -> Timestamp

  /// Every method; made at the first call that needs it.
  package var registry: MethodRegistry { Self.registry }

  private static let registry = MethodRegistry([
    .discover,
    .serverInfo,
    .rolesList,
    .rolesValidate,
    .resourceIDsParse,
    .resourceIDsValidate,
    .roleBindingsValidate,
    .roleBindingsRender,
  ])

  /// Creates a context.
  package init(now: @escaping @Sendable () -> Timestamp = { .systemNow }) {
    self.now = now
  }
}
