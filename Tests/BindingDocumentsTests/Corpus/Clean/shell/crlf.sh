#!/bin/bash
# Saved on Windows; every line ends with CR LF.
set -e

RG="rg-win"
AKS="aks-win"

if [ -z "$1" ]; then
  echo "usage: $0 VAULT_ID"
  exit 1
fi

az aks trustedaccess rolebinding create \
  --resource-group "$RG" \
  --cluster-name "$AKS" \
  --name win-backup \
  --source-resource-id "$1" \
  --roles Microsoft.DataProtection/backupVaults/backup-operator

az aks trustedaccess rolebinding show \
  --resource-group "$RG" \
  --cluster-name "$AKS" \
  --name win-backup \
  --output jsonc

echo done
