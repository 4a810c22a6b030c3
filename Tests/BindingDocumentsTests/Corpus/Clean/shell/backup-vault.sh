#!/usr/bin/env bash
# Connects a Backup vault with a cluster, so that nightly backups run.
set -euo pipefail
IFS=$'\n\t'

LOCATION="${LOCATION:-westeurope}"
RESOURCE_GROUP="${RESOURCE_GROUP:?set RESOURCE_GROUP}"
CLUSTER="${CLUSTER:-aks-prod-weu}"
VAULT_GROUP="${VAULT_GROUP:-rg-backup-weu}"
VAULT="${VAULT:-bvault-prod-weu}"
BINDING=nightly-backup

workdir=$(mktemp -d)
cleanup() {
  local rc=$?
  rm -rf "$workdir"
  if [ "$rc" -ne 0 ]; then
    echo "failed with $rc; see $workdir/log" >&2
  fi
  exit "$rc"
}
trap cleanup EXIT INT TERM

log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"; }

for provider in Microsoft.KubernetesConfiguration Microsoft.DataProtection; do
  az provider register --namespace "$provider" --wait
done

log "vault $VAULT"
az dataprotection backup-vault create \
  --resource-group "$VAULT_GROUP" \
  --vault-name "$VAULT" \
  --location "$LOCATION" \
  --type SystemAssigned \
  --storage-settings datastore-type="VaultStore" type="LocallyRedundant" \
  >"$workdir/vault.json"

VAULT_ID=$(az dataprotection backup-vault show -g "$VAULT_GROUP" --vault-name "$VAULT" --query id -o tsv)
AKS_ID=$(az aks show -g "$RESOURCE_GROUP" -n "$CLUSTER" --query id -o tsv)

if ! az aks trustedaccess rolebinding show \
  --resource-group "$RESOURCE_GROUP" \
  --cluster-name "$CLUSTER" \
  --name "$BINDING" >"$workdir/binding.json" 2>"$workdir/log"; then
  log "binding $BINDING is made"
  az aks trustedaccess rolebinding create \
    --resource-group "$RESOURCE_GROUP" \
    --cluster-name "$CLUSTER" \
    --name "$BINDING" \
    --source-resource-id "$VAULT_ID" \
    --roles Microsoft.DataProtection/backupVaults/backup-operator
fi

# It takes up to five minutes until the binding has an effect.
sleep 300
az dataprotection backup-instance validate-for-backup \
  --ids "$AKS_ID" --backup-instance "@$workdir/instance.json"
log "done"
