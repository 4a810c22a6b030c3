module "cluster" {
  source  = "Azure/aks/azurerm"
  version = "~> 10.0"

  resource_group_name = var.resource_group_name
  cluster_name        = "aks"
  prefix              = "aks"
  rbac_aad            = true
}

module "trusted_access" {
  source   = "./modules/trusted-access"
  for_each = toset(["backup", "ml"])

  kubernetes_cluster_id = module.cluster.aks_id
  name                  = each.key
  source_resource_id    = each.key == "backup" ? module.vault.id : module.ml.id
  roles = {
    backup = ["Microsoft.DataProtection/backupVaults/backup-operator"]
    ml     = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]
  }[each.key]
}

module "vault" {
  source = "git::https://github.com/contoso/terraform-azurerm-backup-vault.git?ref=v1.2.0"
  name   = "bv"
  providers = {
    azurerm = azurerm.backup
  }
}

module "ml" {
  source = "./modules/ml"
}

output "binding_ids" {
  value = values(module.trusted_access)[*].id
}
