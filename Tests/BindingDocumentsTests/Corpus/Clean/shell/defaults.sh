#!/usr/bin/env bash
# Defaults are configured once, so that commands need not repeat them.
set -euo pipefail

az configure --defaults group=rg-learn location=westeurope
az config set defaults.group=rg-learn

echo "Roles of the default location:"
az aks trustedaccess role list --output table

az aks trustedaccess rolebinding list --cluster-name aks-learn --output table

if ! az aks trustedaccess rolebinding show --cluster-name aks-learn --name ml-learn >/dev/null 2>&1; then
  az aks trustedaccess rolebinding create \
    --cluster-name aks-learn \
    --name ml-learn \
    --source-resource-id "$(az ml workspace show --name mlw-learn --query id --output tsv)" \
    --roles Microsoft.MachineLearningServices/workspaces/mlworkload
fi

until [ "$(az aks trustedaccess rolebinding show --cluster-name aks-learn -n ml-learn --query provisioningState -o tsv)" = Succeeded ]; do
  sleep 10
done
sleep 300

az configure --defaults group='' location=''
