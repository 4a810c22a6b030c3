#!/usr/bin/env bash
# Takes away what a demo has made. Deleting a binding disconnects its service from the cluster.
set -u

rg=${1:?group}
aks=${2:?cluster}

read -r -p "Delete every Trusted Access role binding of $aks, which disconnects their services? [y/N] " answer
case ${answer,,} in
  y | yes) ;;
  *) echo kept; exit 0 ;;
esac

mapfile -t bindings < <(az aks trustedaccess rolebinding list -g "$rg" --cluster-name "$aks" --query '[].name' -o tsv)
for binding in "${bindings[@]}"; do
  source=$(az aks trustedaccess rolebinding show -g "$rg" --cluster-name "$aks" -n "$binding" --query sourceResourceId -o tsv)
  echo "- $binding disconnects ${source##*/}"
  az aks trustedaccess rolebinding delete \
    --resource-group "$rg" \
    --cluster-name "$aks" \
    --name "$binding" \
    --yes
done

until [ "$(az aks trustedaccess rolebinding list -g "$rg" --cluster-name "$aks" --query 'length(@)')" -eq 0 ]; do
  sleep 15
  printf .
done
echo

az k8s-extension delete -g "$rg" --cluster-name "$aks" --cluster-type managedClusters -n azure-aks-backup --yes
az group delete -n "$rg" --yes --no-wait
