import BindingDocuments
import Testing

/// Bindings of the azurerm and azapi providers, as modules and articles write them.
struct TerraformSiteTests {
  @Test func azureRM() {
    let text = """
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "backup" {
        kubernetes_cluster_id = azurerm_kubernetes_cluster.edge.id # ForceNew
        name                  = "nightly-backup"
        source_resource_id    = azurerm_data_protection_backup_vault.main[0].id
        roles = [
          "Microsoft.DataProtection/backupVaults/backup-operator", // the only one
        ]
      }
      """
    #expect(
      printed(Terraform.self, text) == [
        #"terraformAzureRM declare [resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "backup"]"#
          + #" name=nightly-backup←"nightly-backup" cluster=⟨azurerm_kubernetes_cluster.edge.id⟩←azurerm_kubernetes_cluster.edge.id"#
          + #" source=⟨azurerm_data_protection_backup_vault.main.id⟩←azurerm_data_protection_backup_vault.main[0].id"#
          + #" roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/backup-operator"]"#
      ])
  }

  @Test func azAPI() {
    let text = """
      resource "azapi_resource" "ml_binding" {
        type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
        parent_id = azurerm_kubernetes_cluster.edge.id
        name      = "ml-team-a"
        body = {
          properties = {
            sourceResourceId = azurerm_machine_learning_workspace.a.id
            roles            = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]
          }
        }
      }
      """
    #expect(
      printed(Terraform.self, text).prefix(1) == [
        #"terraformAzAPI declare [resource "azapi_resource" "ml_binding"] name=ml-team-a←"ml-team-a""#
          + " cluster=⟨azurerm_kubernetes_cluster.edge.id⟩←azurerm_kubernetes_cluster.edge.id"
          + " source=⟨azurerm_machine_learning_workspace.a.id⟩←azurerm_machine_learning_workspace.a.id"
          + #" roles=[Microsoft.MachineLearningServices/workspaces/mlworkload←"Microsoft.MachineLearningServices/workspaces/mlworkload"]"#
      ])
  }
}
