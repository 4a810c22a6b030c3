data "azurerm_client_config" "current" {}

data "azurerm_kubernetes_cluster" "prod" {
  name                = "aks-prod"
  resource_group_name = "rg-prod"
}

locals {
  group = "/subscriptions/${data.azurerm_client_config.current.subscription_id}/resourceGroups/rg-backup"
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "backup" {
  kubernetes_cluster_id = "/subscriptions/${var.subscription_id}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/aks-prod"
  name                  = "nightly-backup"
  source_resource_id    = "/subscriptions/‸8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b‸/resourceGroups/rg-backup/providers/Microsoft.DataProtection/backupVaults/bv-prod"
  roles                 = ["Microsoft.DataProtection/backupVaults/backup-operator"]
}

output "binding" {
  value = azurerm_kubernetes_cluster_trusted_access_role_binding.backup.id
}
‸‸ fixed-subscription
