extension ResourceType {
  /// The types that Trusted Access meets, as Azure spells them: clusters and bindings, and every type of source that a
  /// role has been published for (role lists recorded from 2022 to 2025; Azure docs, "Trusted Access").
  static let known: [ResourceType] = [
    cluster, binding,
    ResourceType("Microsoft.MachineLearningServices", "workspaces"),
    ResourceType("Microsoft.DataProtection", "backupVaults"),
    ResourceType("Microsoft.RecoveryServices", "vaults"),
    ResourceType("Microsoft.Security", "pricings"),
    ResourceType("Microsoft.Security", "pricings", ["securityOperators"]),
    ResourceType("Microsoft.Compute", "virtualMachineScaleSets"),
  ]

  /// AKS clusters.
  public static let cluster = ResourceType("Microsoft.ContainerService", "managedClusters")

  /// Resource groups.
  static let resourceGroup = ResourceType(builtInNamespace, "resourceGroups")

  /// Trusted Access role bindings.
  public static let binding = ResourceType(
    "Microsoft.ContainerService", "managedClusters", ["trustedAccessRoleBindings"])
}
