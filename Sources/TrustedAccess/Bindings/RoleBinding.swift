/// A Trusted Access role binding: on one cluster, it gives one Azure resource the roles that it names.
///
/// Source: ARM `Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings`, 2023-09-01 and later.
public struct RoleBinding: Hashable, Sendable {
  /// The most bindings that AKS allows on one cluster. Source: Azure docs, "Get secure resource access to AKS using
  /// Trusted Access".
  public static let maximumPerCluster = 8

  /// The binding's name, unique on its cluster.
  public var name: BindingName

  /// The cluster that the binding sits on.
  public var cluster: ResourceID

  /// The resource whose system-assigned identity is given the roles; never changes in a binding's life.
  public var source: ResourceID

  /// The roles, in the order in which they were given.
  public var roles: [RoleName]

  /// How far the service has come with the last change.
  public var provisioningState: ProvisioningState

  /// Creates a binding.
  public init(
    name: BindingName, cluster: ResourceID, source: ResourceID, roles: [RoleName], provisioningState: ProvisioningState
  ) {
    self.name = name
    self.cluster = cluster
    self.source = source
    self.roles = roles
    self.provisioningState = provisioningState
  }
}

/// How far the service has come with a binding's last change. Source: ARM API; an open set, so that a state that is
/// new to us is kept.
public enum ProvisioningState: Hashable, Sendable {
  case succeeded
  case failed
  case canceled
  case updating
  case deleting
  /// A state that this version does not know, as the service wrote it.
  case other(String)

  /// The state as ARM spells it.
  public var name: String {
    switch self {
    case .succeeded: "Succeeded"
    case .failed: "Failed"
    case .canceled: "Canceled"
    case .updating: "Updating"
    case .deleting: "Deleting"
    case .other(let name): name
    }
  }

  /// The state that ARM spells `name`; compared without regard to case.
  public init(name: String) {
    let known: [ProvisioningState] = [.succeeded, .failed, .canceled, .updating, .deleting]
    self = known.first { $0.name.isEqualIgnoringCase(to: name) } ?? .other(name)
  }
}
