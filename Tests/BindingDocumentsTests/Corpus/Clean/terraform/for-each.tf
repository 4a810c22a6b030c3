locals {
  cluster_id = data.azurerm_kubernetes_cluster.this.id
  ml_roles   = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]

  sources = {
    for workspace in var.workspaces : workspace.name => {
      id    = workspace.id
      roles = try(workspace.roles, local.ml_roles)
    } if workspace.enabled
  }
}

data "azurerm_client_config" "current" {}

data "azurerm_kubernetes_cluster" "this" {
  name                = var.cluster_name
  resource_group_name = var.resource_group_name
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "ml" {
  for_each = local.sources

  kubernetes_cluster_id = local.cluster_id
  name                  = substr(each.key, 0, 24)
  roles                 = each.value.roles
  source_resource_id    = each.value.id

  lifecycle {
    precondition {
      condition     = length(local.sources) <= 8
      error_message = "A cluster has 8 role bindings at most."
    }
  }
  timeouts {
    create = "30m"
  }
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "cspm" {
  count = var.defender ? 1 : 0

  kubernetes_cluster_id = local.cluster_id
  name                  = "defender-cloudposture"
  roles                 = ["Microsoft.Security/pricings/microsoft-defender-operator"]
  source_resource_id    = "/subscriptions/${data.azurerm_client_config.current.subscription_id}/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMSecurityOperator"
}

import {
  to = azurerm_kubernetes_cluster_trusted_access_role_binding.cspm[0]
  id = "${local.cluster_id}/trustedAccessRoleBindings/defender-cloudposture"
}

moved {
  from = azurerm_kubernetes_cluster_trusted_access_role_binding.machine_learning
  to   = azurerm_kubernetes_cluster_trusted_access_role_binding.ml
}

output "bindings" {
  value = { for key, binding in azurerm_kubernetes_cluster_trusted_access_role_binding.ml : key => binding.id }
}
