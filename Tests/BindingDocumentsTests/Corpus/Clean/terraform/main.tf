terraform {
  required_version = ">= 1.7"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  features {}
  subscription_id = var.subscription_id
}

resource "azurerm_resource_group" "this" {
  name     = "rg-${var.stage}"
  location = var.location
}

resource "azurerm_kubernetes_cluster" "this" {
  name                = "aks-${var.stage}"
  location            = azurerm_resource_group.this.location
  resource_group_name = azurerm_resource_group.this.name
  dns_prefix          = var.stage

  default_node_pool {
    name       = "system"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_data_protection_backup_vault" "this" {
  name                = "bv-${var.stage}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  datastore_type      = "VaultStore"
  redundancy          = "LocallyRedundant"

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "backup" {
  kubernetes_cluster_id = azurerm_kubernetes_cluster.this.id
  # name                = "aks-backup-trusted-access" # 25 characters: one too many
  name               = "backup-${var.stage}"
  roles              = ["Microsoft.DataProtection/backupVaults/backup-operator"]
  source_resource_id = azurerm_data_protection_backup_vault.this.id
}

resource "azurerm_role_assignment" "reader" {
  scope                = azurerm_kubernetes_cluster.this.id
  role_definition_name = "Reader"
  principal_id         = azurerm_data_protection_backup_vault.this.identity[0].principal_id
}

resource "time_sleep" "reconciliation" {
  depends_on      = [azurerm_kubernetes_cluster_trusted_access_role_binding.backup]
  create_duration = "300s"
}
