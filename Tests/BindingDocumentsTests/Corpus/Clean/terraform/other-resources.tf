# Sources and roles of other things.
resource "azurerm_snapshot" "data" {
  name                = "snap"
  location            = "westeurope"
  resource_group_name = "rg"
  create_option       = "Copy"
  source_resource_id  = azurerm_managed_disk.data.id
}

resource "azurerm_managed_disk" "copy" {
  name                 = "copy"
  location             = "westeurope"
  resource_group_name  = "rg"
  storage_account_type = "Premium_LRS"
  create_option        = "Copy"
  source_resource_id   = "/subscriptions/x/disks"
}

resource "azurerm_eventgrid_system_topic" "storage" {
  name                   = "topic"
  location               = "westeurope"
  resource_group_name    = "rg"
  source_arm_resource_id = azurerm_storage_account.this.id
  source_resource_id     = azurerm_storage_account.this.id
  topic_type             = "Microsoft.Storage.StorageAccounts"
}

resource "kubernetes_role_binding_v1" "view" {
  metadata {
    name      = "a-name-that-is-longer-than-twenty-four-characters"
    namespace = "default"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view"
  }
  subject {
    kind = "Group"
    name = var.group_id
  }
}

resource "azurerm_kubernetes_cluster_extension" "backup" {
  name           = "azure-aks-backup"
  cluster_id     = var.cluster_id
  extension_type = "Microsoft.DataProtection.Kubernetes"
  configuration_settings = {
    "configuration.backupStorageLocation.bucket" = "backups"
  }
}

resource "azurerm_data_protection_backup_instance_kubernetes_cluster" "this" {
  name                         = "aks"
  location                     = "westeurope"
  vault_id                     = var.vault_id
  kubernetes_cluster_id        = var.cluster_id
  snapshot_resource_group_name = "rg-snapshots"
  backup_policy_id             = var.policy_id
  backup_datasource_parameters {
    excluded_namespaces = ["kube-system"]
    volume_snapshot_enabled = true
  }
}

resource "vault_azure_secret_backend_role" "ops" {
  backend = "azure"
  role    = "ops"
  azure_roles {
    role_name = "Reader"
    scope     = "/subscriptions/${var.subscription_id}"
  }
}
