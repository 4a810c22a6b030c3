#!/usr/bin/env bash
# The same over the REST API, for what the CLI does not offer yet.
set -euo pipefail

subscription=$(az account show --query id --output tsv)
group=rg-data
cluster=aks-data
api_version=2025-08-01
base="https://management.azure.com/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${cluster}"

vault_id=$(az resource show -g rg-backup -n vault-data --resource-type Microsoft.DataProtection/backupVaults --query id -o tsv)

az rest --method get --url "$base/trustedAccessRoleBindings?api-version=$api_version" | jq -r '.value[].name'

az rest --method put \
  --url "$base/trustedAccessRoleBindings/backup?api-version=$api_version" \
  --headers "Content-Type=application/json" \
  --body "{
    \"properties\": {
      \"sourceResourceId\": \"$vault_id\",
      \"roles\": [\"Microsoft.DataProtection/backupVaults/backup-operator\"]
    }
  }"

body=$(jq -n --arg id "$vault_id" '{properties: {sourceResourceId: $id, roles: ["Microsoft.DataProtection/backupVaults/backup-operator"]}}')
az rest -m put -u "$base/trustedAccessRoleBindings/backup?api-version=$api_version" -b "$body"

state=Updating
for _ in $(seq 1 60); do
  state=$(az rest --method get --url "$base/trustedAccessRoleBindings/backup?api-version=$api_version" --query properties.provisioningState -o tsv)
  [ "$state" = Updating ] || break
  sleep 10
done
echo "$state"

az rest --method get --url "https://management.azure.com/subscriptions/${subscription}/providers/Microsoft.ContainerService/locations/eastus/trustedAccessRoles?api-version=$api_version" \
  --query 'value[].{type: sourceResourceType, name: name}' --output table
# az rest --method delete --url "$base/trustedAccessRoleBindings/backup?api-version=$api_version"
