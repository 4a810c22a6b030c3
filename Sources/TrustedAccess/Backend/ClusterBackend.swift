/// Where clusters and their role bindings live: the local store, or Azure.
///
/// Synchronous: a call may wait for a disk or a network and is made off the thread that reads requests.
/// An answer is acknowledged only when it is durable.
public protocol ClusterBackend: Sendable {
  /// The bindings on `cluster`, by name.
  func bindings(on cluster: ResourceID) throws(BackendError) -> [StoredBinding]

  /// One binding.
  func binding(named name: BindingName, on cluster: ResourceID) throws(BackendError) -> StoredBinding

  /// Creates a binding; fails if one of that name is there (the Azure CLI's rule, not ARM's).
  func create(_ specification: BindingSpecification, on cluster: ResourceID) throws(BackendError) -> StoredBinding

  /// Replaces the roles of a binding; its source never changes.
  ///
  /// - Parameter expected: if given, the change is made only if the binding's ``StoredBinding/etag`` is this one.
  func update(
    _ name: BindingName, roles: [RoleName], expecting expected: String?, on cluster: ResourceID
  ) throws(BackendError) -> StoredBinding

  /// Deletes a binding; `nil` if there was none, which is no error (the Azure CLI's rule).
  ///
  /// - Parameter expected: as for ``update(_:roles:expecting:on:)``.
  func delete(
    _ name: BindingName, expecting expected: String?, on cluster: ResourceID
  ) throws(BackendError) -> StoredBinding?
}

/// What a new binding is made of.
public struct BindingSpecification: Hashable, Sendable {
  /// The binding's name.
  public var name: BindingName

  /// The resource that is given the roles.
  public var source: ResourceID

  /// The roles.
  public var roles: [RoleName]

  /// Creates a specification.
  public init(name: BindingName, source: ResourceID, roles: [RoleName]) {
    self.name = name
    self.source = source
    self.roles = roles
  }
}

/// A binding as a backend holds it.
public struct StoredBinding: Hashable, Sendable {
  /// The binding.
  public var binding: RoleBinding

  /// Changes with every change of the binding; opaque.
  public var etag: String

  /// Creates a stored binding.
  public init(binding: RoleBinding, etag: String) {
    self.binding = binding
    self.etag = etag
  }
}

/// Why a backend did not do what it was asked.
public struct BackendError: Error, Hashable, Sendable {
  /// The kind of failure; each has one JSON-RPC error code and one exit status.
  public enum Kind: String, Sendable, CaseIterable {
    /// The binding, cluster or group is not there.
    case notFound
    /// A binding of that name is there already.
    case alreadyExists
    /// A value is refused, by us or by the service.
    case invalid
    /// The binding is not in the state that the caller expected.
    case preconditionFailed
    /// A limit of the service is reached.
    case limitExceeded
    /// The caller may not do this.
    case forbidden
    /// The store, the network or the service is out of order.
    case unavailable
    /// The data on disk is damaged.
    case damaged
  }

  /// The kind of failure.
  public var kind: Kind

  /// The service's own code where one is known, `InvalidParameter`; else our own.
  public var code: String

  /// What is wrong; the service's own text where it is known.
  public var message: String

  /// What the error is about: a parameter, a path.
  public var target: String?

  /// What the caller can do.
  public var remedy: String?

  /// Whether the same call may succeed later.
  public var isRetryable: Bool

  /// Creates an error.
  public init(
    _ kind: Kind, code: String, message: String, target: String? = nil, remedy: String? = nil, isRetryable: Bool = false
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.target = target
    self.remedy = remedy
    self.isRetryable = isRetryable
  }
}
