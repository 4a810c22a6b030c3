resource "azapi_resource" "ml" {
  type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
  name      = "ml-training"
  parent_id = azurerm_kubernetes_cluster.ml.id

  body = {
    properties = {
      roles            = ["‸Microsoft.MachineLearningServices/workspaces/mlworkload‸", "Microsoft.MachineLearningServices/workspaces/inference-v1"]
      sourceResourceId = azurerm_machine_learning_workspace.ml.id
    }
  }

  depends_on = [azurerm_machine_learning_workspace.ml]
}

resource "azurerm_machine_learning_workspace" "ml" {
  name                    = "mlw-prod"
  location                = "westeurope"
  resource_group_name     = "rg-ml"
  application_insights_id = var.insights_id
  key_vault_id            = var.key_vault_id
  storage_account_id      = var.storage_id
  identity { type = "SystemAssigned" }
}
‸‸ included-role
-       roles            = ["Microsoft.MachineLearningServices/workspaces/mlworkload", "Microsoft.MachineLearningServices/workspaces/inference-v1"]
+       roles            = ["Microsoft.MachineLearningServices/workspaces/inference-v1"]
