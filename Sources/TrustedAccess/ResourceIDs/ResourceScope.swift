/// The level of Azure's hierarchy that a resource is deployed to.
public enum ResourceScope: Hashable, Sendable, CaseIterable {
  /// `/providers/…`.
  case tenant
  /// `/subscriptions/{id}`, alone or with a provider's resource right in it.
  case subscription
  /// `…/locations/{location}`: a location, or what a provider has there.
  case location
  /// `/subscriptions/{id}/resourceGroups/{name}`, alone or with a resource in it.
  case resourceGroup
  /// `{resource}/providers/…`: a resource that extends another one.
  case `extension`
}

extension ResourceID {
  /// The level that the resource is deployed to.
  public var scope: ResourceScope {
    var scope = ResourceScope.tenant
    var isInResource = false
    for segment in anatomy.segments {
      switch segment.kind {
      case .subscriptionID: scope = .subscription
      case .resourceGroupName: scope = .resourceGroup
      case .location where !isInResource: scope = .location
      case .name: isInResource = true
      case .providers where isInResource: scope = .extension
      default: break
      }
    }
    return scope
  }
}
