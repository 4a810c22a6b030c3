// Source: azure-docs pull request 119338. Two roles of one name but of different types would meet in one name; a source has
// one type, so that a binding can't give both.

extension BindingName {
  /// The name of the `ClusterRole` that stands for `role` in the cluster.
  public func clusterRole(for role: RoleName) -> String { Self.clusterRole(of: description, for: role) }

  /// The name of the `ClusterRoleBinding` that binds it to the source's identity.
  public func clusterRoleBinding(for role: RoleName) -> String { Self.clusterRoleBinding(of: description, for: role) }

  /// ``clusterRole(for:)`` with any text for the binding's name, `{binding}`.
  public static func clusterRole(of binding: String, for role: RoleName) -> String {
    "aks:trustedaccessrole:\(binding):\(role.name)"
  }

  /// ``clusterRoleBinding(for:)`` with any text for the binding's name.
  public static func clusterRoleBinding(of binding: String, for role: RoleName) -> String {
    "aks:trustedaccessrolebinding:\(binding):\(role.name)"
  }
}
