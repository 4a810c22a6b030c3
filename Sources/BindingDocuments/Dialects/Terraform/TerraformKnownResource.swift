extension Terraform {
  /// A resource type of azurerm whose ID is that of its name in its resource group: clusters, and what can be the source
  /// of a binding or is taken for it.
  struct KnownResource {
    /// The provider's name of the type.
    var type: StaticString
    /// Azure's name of the type.
    var azureType: String

    /// All that are known.
    static let all: [KnownResource] = [
      KnownResource(type: "azurerm_kubernetes_cluster", azureType: "Microsoft.ContainerService/managedClusters"),
      KnownResource(
        type: "azurerm_machine_learning_workspace", azureType: "Microsoft.MachineLearningServices/workspaces"),
      KnownResource(type: "azurerm_data_protection_backup_vault", azureType: "Microsoft.DataProtection/backupVaults"),
      KnownResource(type: "azurerm_recovery_services_vault", azureType: "Microsoft.RecoveryServices/vaults"),
      KnownResource(
        type: "azurerm_linux_virtual_machine_scale_set", azureType: "Microsoft.Compute/virtualMachineScaleSets"),
      KnownResource(
        type: "azurerm_windows_virtual_machine_scale_set", azureType: "Microsoft.Compute/virtualMachineScaleSets"),
      KnownResource(
        type: "azurerm_orchestrated_virtual_machine_scale_set", azureType: "Microsoft.Compute/virtualMachineScaleSets"),
    ]

    /// Azure's names by the provider's.
    static let azureTypes = Dictionary(uniqueKeysWithValues: all.map { ($0.type.description, $0.azureType) })
  }
}
