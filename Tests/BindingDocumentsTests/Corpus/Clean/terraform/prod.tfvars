# Values of the production's cluster.
subscription_id     = "00000000-0000-0000-0000-000000000000"
location            = "westeurope"
stage               = "prod"
cluster_name        = "aks-prod"
resource_group_name = "rg-prod"
defender            = true

workspaces = [
  {
    name    = "mlw-prod"
    id      = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-prod"
    enabled = true
  },
  {
    name    = "mlw-lab"
    id      = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-lab"
    enabled = false
    roles   = ["Microsoft.MachineLearningServices/workspaces/inference-v1"]
  },
]

bindings = {
  "a name of the module's own, which shortens it" = {
    source_resource_id = "vault"
    roles              = ["backup"]
  }
}

tags = { team = "platform", "cost center" = "4711" }
