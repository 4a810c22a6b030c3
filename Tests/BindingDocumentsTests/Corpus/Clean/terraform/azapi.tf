data "azapi_resource" "aks" {
  type      = "Microsoft.ContainerService/managedClusters@2025-08-01"
  name      = var.cluster_name
  parent_id = var.resource_group_id
}

resource "azapi_resource" "backup" {
  type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
  name      = "backup"
  parent_id = data.azapi_resource.aks.id

  body = {
    properties = {
      roles            = ["Microsoft.DataProtection/backupVaults/backup-operator"]
      sourceResourceId = var.vault_id
    }
  }

  schema_validation_enabled = false
  response_export_values    = ["properties.provisioningState"]
}

# As it was before version 2 of the provider
resource "azapi_resource" "ml" {
  type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2024-02-01"
  name      = "ml"
  parent_id = data.azapi_resource.aks.id
  body = jsonencode({
    properties = {
      roles = [
        "Microsoft.MachineLearningServices/workspaces/mlworkload",
      ]
      sourceResourceId = var.workspace_id
    }
  })
}

resource "azapi_update_resource" "aks" {
  type        = "Microsoft.ContainerService/managedClusters@2025-08-01"
  resource_id = data.azapi_resource.aks.id
  body = {
    properties = {
      disableLocalAccounts = true
    }
  }
}

data "azapi_resource_list" "bindings" {
  type                   = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
  parent_id              = data.azapi_resource.aks.id
  response_export_values = ["*"]
}

resource "azapi_resource_action" "start" {
  type        = "Microsoft.ContainerService/managedClusters@2025-08-01"
  resource_id = data.azapi_resource.aks.id
  action      = "start"
}
