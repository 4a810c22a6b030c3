#!/bin/sh
# Every way to give an option that argparse knows.
set -e
rg=rg aks=aks name=spelling
id="${1:?}"
role="Microsoft.DataProtection/backupVaults/backup-operator"

az aks trustedaccess rolebinding create --resource-group="$rg" --cluster-name="$aks" --name="$name" --source-resource-id="$id" --roles="$role"
az aks trustedaccess rolebinding show -g="$rg" --cluster-name "$aks" -n="$name"
az aks trustedaccess rolebinding show -g"$rg" --cluster-name "$aks" -n"$name" -ojson
az aks trustedaccess rolebinding show -grg --cluster-name aks -nspelling -otsv
az aks trustedaccess rolebinding list --resource-g "$rg" --cluster-n "$aks" --out table
az aks trustedaccess rolebinding update -n "$name" -g "$rg" --cluster-name "$aks" --roles "$role" --debug --verbose --only-show-errors
az aks trustedaccess rolebinding list \
  `# the group` \
  -g "$rg" \
  --cluster-name "$aks" \
  --subscription "My subscription" \
  --query "[?name=='$name'].{Name:name, \"State of it\":provisioningState}" \
  --output table 2>&1 | tee list.txt
az  aks   trustedaccess	rolebinding  list  -g "$rg"  --cluster-name "$aks"
command az aks trustedaccess role list -l eastus || :
env AZURE_CORE_OUTPUT=json az aks trustedaccess role list -l eastus
AZURE_CORE_OUTPUT=table az aks trustedaccess role list --location "East US"
nohup az aks trustedaccess role list -l eastus >roles.txt 2>/dev/null &
az.cmd aks trustedaccess role list -l eastus
/usr/bin/az aks trustedaccess role list -l eastus
az aks trustedaccess rolebinding update -g "$rg" --cluster-name "$aks" -n "$name" --roles "$role" --acquire-policy-token --change-reference CHG0042
az aks trustedaccess rolebinding delete -g "$rg" --cluster-name "$aks" -n "$name" -y # disconnects the vault
wait
