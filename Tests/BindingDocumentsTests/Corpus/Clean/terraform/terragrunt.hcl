include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules//trusted-access"

  after_hook "wait" {
    commands = ["apply"]
    execute  = ["sleep", "300"]
  }
}

locals {
  stage  = read_terragrunt_config(find_in_parent_folders("stage.hcl"))
  région = "francecentral"
}

dependency "aks" {
  config_path = "../aks"
  mock_outputs = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mock/providers/Microsoft.ContainerService/managedClusters/mock"
  }
}

dependency "vault" {
  config_path = "../vault"
}

inputs = {
  kubernetes_cluster_id = dependency.aks.outputs.id
  name                  = "sauvegarde"
  source_resource_id    = dependency.vault.outputs.id
  roles                 = ["Microsoft.DataProtection/backupVaults/backup-operator"]
}
