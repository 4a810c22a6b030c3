#!/usr/bin/env bash
# Connects the Backup vault with the cluster.
set -euo pipefail

az account set --subscription 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b
az provider register --namespace Microsoft.DataProtection --wait

az aks trustedaccess rolebinding create \
  --resource-group rg-prod \
  --cluster-name aks-prod \
  --name nightly-backup \
  --source-resource-id "/subscriptions/$SUBSCRIPTION_ID/resourceGroups/${VAULT_GROUP}/providers/Microsoft.RecoveryServices/vaults/$VAULT" \
  --roles ‸Microsoft.DataProtection/backupVaults‸/backup-operator

echo "It takes up to five minutes until the binding is in effect."
sleep 300
az aks trustedaccess rolebinding list -g rg-prod --cluster-name aks-prod --output table
‸‸ role-of-other-source-type
