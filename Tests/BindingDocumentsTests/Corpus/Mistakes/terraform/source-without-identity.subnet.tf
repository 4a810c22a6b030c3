data "azurerm_client_config" "current" {}

data "azurerm_kubernetes_cluster" "prod" {
  name                = "aks-prod"
  resource_group_name = "rg-prod"
}

locals {
  group = "/subscriptions/${data.azurerm_client_config.current.subscription_id}/resourceGroups/rg-backup"
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "backup" {
  kubernetes_cluster_id = data.azurerm_kubernetes_cluster.prod.id
  name                  = "nightly-backup"
  source_resource_id    = "‸${local.group}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/default‸"
  roles                 = var.roles
}

output "binding" {
  value = azurerm_kubernetes_cluster_trusted_access_role_binding.backup.id
}
‸‸ source-without-identity
