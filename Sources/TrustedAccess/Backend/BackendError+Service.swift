// What AKS and Azure Resource Manager say, in their own words where a recording or a report has them. Recorded: azure-cli
// test `test_aks_create_with_trustedaccess_rolebinding` (2024-01-12), azure-cli issue 27174 and pull request 28171.

extension BackendError {
  /// AKS: a parameter has a value that it does not take. `details` is the end of a sentence without its full stop.
  public static func invalidParameter(_ parameter: String, _ details: String, remedy: String? = nil) -> BackendError {
    BackendError(
      .invalid,
      code: "InvalidParameter",
      message: """
        The value of parameter \(parameter) is invalid. Error details: \(details). Please see \
        https://aka.ms/aks-naming-rules for more details.
        """,
      target: parameter,
      remedy: remedy
    )
  }

  /// AKS: the binding's name breaks the rule of ``BindingName``.
  public static func invalidBindingName(_ name: String) -> BackendError {
    invalidParameter(
      "name",
      "length cannot exceed \(BindingName.maximumLength) and can only contain letters, numbers, or dashes",
      remedy: "Give a name of 1 to \(BindingName.maximumLength) letters, digits and hyphens in place of '\(name)'."
    )
  }

  /// AKS: a role is given by its bare name, without its source type.
  public static func bareRole(_ role: String) -> BackendError {
    invalidParameter(
      "properties.roles",
      "role must begin with source resource type",
      remedy: "Write '\(role)' as {source resource type}/{name}."
    )
  }

  /// AKS: the location has no such role, or not for such a source.
  public static func nonExistentRole(_ role: RoleName, remedy: String) -> BackendError {
    invalidParameter(
      "properties.roles",
      "non-exist role: \(role), please refer to http://aka.ms/aks/ta/role to list available roles",
      remedy: remedy
    )
  }

  /// AKS: the cluster has no such binding.
  public static func bindingNotFound(_ name: BindingName, on cluster: ResourceID) -> BackendError {
    BackendError(
      .notFound,
      code: "NotFound",
      message: """
        Could not find the trusted access role binding \(name) in subscription: \(cluster.subscriptionID ?? ""), \
        resourceGroup: \(cluster.resourceGroup ?? ""), clusterName: \(cluster.name).
        """,
      target: name.description,
      remedy: "List the cluster's bindings to see their names.",
      details: [
        Detail(
          code: "Unspecified", message: "rpc error: code = NotFound desc = TrustedAccessRoleBinding not found")
      ]
    )
  }

  /// The Azure CLI: a binding of that name is there already.
  public static func bindingExists(_ name: BindingName) -> BackendError {
    BackendError(
      .alreadyExists,
      code: "AlreadyExists",
      message: """
        TrustedAccess RoleBinding \(name) already existed, please use 'az aks trustedaccess rolebinding update' command \
        to update!
        """,
      target: name.description,
      remedy: "Update the binding, or choose another name."
    )
  }

  /// Azure Resource Manager: there is no such cluster.
  public static func clusterNotFound(_ cluster: ResourceID, remedy: String) -> BackendError {
    BackendError(
      .notFound,
      code: "ResourceNotFound",
      message: """
        The Resource '\(cluster.type)/\(cluster.name)' under resource group '\(cluster.resourceGroup ?? "")' was not \
        found. For more details please go to https://aka.ms/ARMResourceNotFoundFix
        """,
      target: cluster.text,
      remedy: remedy
    )
  }

  /// Azure Resource Manager: there is no such resource group.
  public static func resourceGroupNotFound(of cluster: ResourceID, remedy: String) -> BackendError {
    BackendError(
      .notFound,
      code: "ResourceGroupNotFound",
      message: "Resource group '\(cluster.resourceGroup ?? "")' could not be found.",
      target: cluster.text,
      remedy: remedy
    )
  }

  /// The binding was changed since the caller looked. `current` is its etag now.
  public static func etagMismatch(_ name: BindingName, expected: String, current: String) -> BackendError {
    BackendError(
      .preconditionFailed,
      code: "PreconditionFailed",
      message: "The binding \(name) is no longer the one with the etag '\(expected)'.",
      target: name.description,
      remedy: "Read the binding again, and repeat the change if it is still right.",
      details: [Detail(code: "CurrentETag", message: current)]
    )
  }
}
