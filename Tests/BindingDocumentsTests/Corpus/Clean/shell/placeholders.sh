#!/bin/bash
# Copy this file, fill in what stands in brackets, and run it.

SUBSCRIPTION="<your-subscription-id>"
RG="<resource-group>"
CLUSTER="[cluster-name]"
TENANT=00000000-0000-0000-0000-000000000000

az login --tenant "$TENANT"
az account set -s "$SUBSCRIPTION"

# with placeholders of all kinds
az aks trustedaccess rolebinding create \
  --resource-group "$RG" \
  --cluster-name "$CLUSTER" \
  --name "<binding-name>" \
  --source-resource-id "/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/resourceGroups/<rg>/providers/Microsoft.MachineLearningServices/workspaces/<workspace>" \
  --roles "<role>"

az aks trustedaccess rolebinding create \
  -g YOUR_RESOURCE_GROUP \
  --cluster-name YOUR_CLUSTER \
  -n YOUR_BINDING \
  --source-resource-id /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/YOUR_RESOURCE_GROUP/providers/Microsoft.DataProtection/backupVaults/YOUR_VAULT \
  --roles Microsoft.DataProtection/backupVaults/backup-operator

az aks trustedaccess rolebinding update \
  -g {resourceGroup} --cluster-name {cluster} -n {binding} \
  --roles {roles}

az aks trustedaccess rolebinding show -g __RG__ --cluster-name __AKS__ -n __NAME__
az aks trustedaccess rolebinding show -g @RG@ --cluster-name @AKS@ -n @NAME@
az aks trustedaccess rolebinding list -g "$RG" --cluster-name "$CLUSTER" | head
az aks trustedaccess rolebinding list ...
az aks trustedaccess role list -l <location>
