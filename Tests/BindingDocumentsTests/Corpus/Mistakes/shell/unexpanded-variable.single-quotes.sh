#!/bin/sh
# Gives the workspace of the data team access to its cluster.
set -eu

SUBSCRIPTION=8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b
GROUP=rg-ml
CLUSTER=aks-ml
BINDING=ml-training
ROLE=Microsoft.MachineLearningServices/workspaces/mlworkload
SOURCE=/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP/providers/Microsoft.MachineLearningServices/workspaces/mlw-prod

# Nothing to do if it is there
if ! az aks trustedaccess rolebinding show -g "$GROUP" --cluster-name "$CLUSTER" -n "$BINDING" >/dev/null 2>&1; then
  az aks trustedaccess rolebinding create -g "$GROUP" --cluster-name "$CLUSTER" -n "$BINDING" \
    --source-resource-id ‸'$SOURCE'‸ --roles "$ROLE"
fi
az aks trustedaccess rolebinding show -g "$GROUP" --cluster-name "$CLUSTER" -n "$BINDING" --query provisioningState
‸‸ unexpanded-variable
-     --source-resource-id '$SOURCE' --roles "$ROLE"
+     --source-resource-id "$SOURCE" --roles "$ROLE"
