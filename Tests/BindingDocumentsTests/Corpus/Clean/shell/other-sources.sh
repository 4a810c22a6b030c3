#!/usr/bin/env bash
# Other services have sources, too: events, private links, snapshots, recovery.
set -euo pipefail

sub=$(az account show --query id -o tsv)
storage=/subscriptions/$sub/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata
source_resource_id="$storage"
sourceResourceId=$storage

az eventgrid event-subscription create \
  --name blob-created \
  --source-resource-id "$source_resource_id" \
  --endpoint "https://example.com/api/updates" \
  --included-event-types Microsoft.Storage.BlobCreated

az eventgrid event-subscription list --source-resource-id "/subscriptions/${sub}/resourceGroups/rg data" -o table
az eventgrid event-subscription delete -n blob-created --source-resource-id "$sourceResourceId"

az network private-endpoint create \
  -g rg-data -n pe-data \
  --vnet-name vnet --subnet snet \
  --private-connection-resource-id "$storage" \
  --group-id blob --connection-name data

az snapshot create -g rg-data -n snap1 --source "/subscriptions/$sub/resourceGroups/rg-data/providers/Microsoft.Compute/disks/d1"

az backup restore restore-disks \
  --resource-group rg-backup --vault-name vault \
  --container-name web --item-name web --rp-name "$1" \
  --storage-account strestore

az resource list --resource-type Microsoft.RecoveryServices/vaults --query "[].id" -o tsv
az ml compute attach --resource-group rg --workspace-name ws --type Kubernetes --name k8s \
  --resource-id "/subscriptions/$sub/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
az aks update -g rg -n aks --enable-azure-rbac --roles none || true
az aks command invoke -g rg -n aks --command "kubectl get rolebindings -A"
