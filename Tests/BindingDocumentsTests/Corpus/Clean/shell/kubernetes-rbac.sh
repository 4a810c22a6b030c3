#!/usr/bin/env bash
# Kubernetes' own role bindings and Azure RBAC; Trusted Access has nothing to do with these.
set -euo pipefail

group_id=$(az ad group show --group "AKS Operators" --query id -o tsv)
aks_id=$(az aks show -g rg-platform -n aks-platform --query id -o tsv)
vault_msi=$(az dataprotection backup-vault show -g rg-backup --vault-name bv --query identity.principalId -o tsv)
snapshots=$(az group show -n rg-snapshots --query id -o tsv)

az role assignment create --assignee-object-id "$group_id" --assignee-principal-type Group \
  --role "Azure Kubernetes Service RBAC Writer" --scope "$aks_id/namespaces/team-a"
az role assignment create --assignee-object-id "$vault_msi" --role Reader --scope "$aks_id"
az role assignment create --assignee-object-id "$vault_msi" --role "Disk Snapshot Contributor" --scope "$snapshots"
az role definition list --name "Azure Kubernetes Service Cluster Admin Role" -o table

kubectl create role pod-reader --verb=get,list,watch --resource=pods -n team-a
kubectl create rolebinding pod-reader --role=pod-reader --group="$group_id" -n team-a
kubectl create clusterrolebinding ops-admin --clusterrole=cluster-admin --group="$group_id"

# What Trusted Access has left in the cluster
kubectl get clusterroles -o name | grep '^clusterrole.rbac.authorization.k8s.io/aks:trustedaccessrole:' || true
kubectl get clusterrolebindings -o json |
  jq -r '.items[] | select(.metadata.name | startswith("aks:trustedaccessrolebinding:")) | .metadata.name' |
  sort |
  while IFS=: read -r _ _ binding role; do
    printf '%s\t%s\n' "$binding" "$role"
  done

kubectl auth can-i create rolebindings --as=system:serviceaccount:team-a:deployer -n team-a
kubectl delete rolebinding pod-reader -n team-a --ignore-not-found
