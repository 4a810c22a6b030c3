extension BindingName {
  /// The name of the `ClusterRole` that stands for `role` in the cluster.
  ///
  /// Source: azure-docs pull request 119338. Two roles of one name but of different types would meet in it; a source has
  /// one type, so that a binding can't give both.
  public func clusterRole(for role: RoleName) -> String { "aks:trustedaccessrole:\(self):\(role.name)" }

  /// The name of the `ClusterRoleBinding` that binds it to the source's identity.
  public func clusterRoleBinding(for role: RoleName) -> String { "aks:trustedaccessrolebinding:\(self):\(role.name)" }
}
