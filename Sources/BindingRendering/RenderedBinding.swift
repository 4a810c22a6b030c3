package import TrustedAccess

/// A role binding to write as source text, and what the text is to do.
package struct RenderedBinding: Hashable, Sendable {
  /// What the text does when it is run, in the dialects that are commands; the others state what is to be, and a binding
  /// is deleted there by taking its text away. See ``RenderingFormat/statesOperation``.
  package enum Operation: String, CaseIterable, Sendable {
    /// Creates the binding; the Azure CLI fails if it is there.
    case create
    /// Replaces the roles of a binding that is there; its source stays.
    case update
    /// Creates the binding or replaces its roles: may be run again and again.
    case createOrUpdate
    /// Deletes the binding without asking.
    case delete
  }

  /// The binding's name.
  package let name: BindingName

  /// The cluster that the binding sits on: a managed cluster in a resource group.
  package let cluster: ResourceID

  /// The resource that is given the roles.
  package let source: ResourceID

  /// The roles, in order.
  package let roles: [RoleName]

  /// What the text does.
  package let operation: Operation

  let subscriptionID: String
  let resourceGroup: String

  /// Creates a binding to write; `nil` if `cluster` is no managed cluster in a resource group.
  package init?(
    name: BindingName, cluster: ResourceID, source: ResourceID, roles: [RoleName], operation: Operation = .create
  ) {
    guard cluster.type == ResourceType(namespace: "Microsoft.ContainerService", segments: ["managedClusters"]),
      cluster.scope == .resourceGroup, !cluster.name.isEmpty,
      let subscriptionID = cluster.subscriptionID, let resourceGroup = cluster.resourceGroup
    else { return nil }
    self.name = name
    self.cluster = cluster
    self.source = source
    self.roles = roles
    self.operation = operation
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
  }
}

// The cluster's ID is written anew, since Terraform takes its words and types in one spelling only. The source's stays as
// it is: the service keeps its spelling, and Terraform replaces a binding whose source is spelt otherwise.
extension RenderedBinding {
  /// The cluster's ID with words and types in the spelling of Azure's documentation.
  var clusterID: String {
    "/subscriptions/\(subscriptionID)/resourceGroups/\(resourceGroup)"
      + "/providers/Microsoft.ContainerService/managedClusters/\(cluster.name)"
  }

  /// The cluster's name as written.
  var clusterName: String { cluster.name }

  /// The binding's name as written.
  var bindingName: String { name.description }

  /// The source's ID as written.
  var sourceID: String { source.text }

  /// The roles' names as written.
  var roleNames: [String] { roles.map { $0.description } }
}

extension RenderedBinding {
  /// The resource type of a binding.
  static let resourceType = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings"

  /// The API version that Bicep, ARM templates and azapi name: stable, and the one that Azure's own examples and
  /// PowerShell use. All stable versions have the same fields.
  static let apiVersion = "2025-08-01"
}
