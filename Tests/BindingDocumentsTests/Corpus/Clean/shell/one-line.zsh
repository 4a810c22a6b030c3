#!/usr/bin/env zsh
# One long line after another, as they come out of a history.
emulate -L zsh
setopt err_exit pipe_fail extended_glob

typeset -A clusters=(prod aks-prod dev aks-dev)
for stage in ${(k)clusters}; do print -r -- "${stage}: ${clusters[$stage]}"; done

SUB=$(az account show --query id -o tsv) RG=rg-ml AKS=aks-ml WS=ws-ml && az aks trustedaccess rolebinding create -g $RG --cluster-name $AKS -n ml --source-resource-id "/subscriptions/$SUB/resourceGroups/$RG/providers/Microsoft.MachineLearningServices/workspaces/$WS" --roles Microsoft.MachineLearningServices/workspaces/mlworkload -o none && sleep 300 && az ml compute attach --type Kubernetes -n k8s -g $RG -w $WS --resource-id "/subscriptions/$SUB/resourceGroups/$RG/providers/Microsoft.ContainerService/managedClusters/$AKS" --identity-type SystemAssigned --namespace azureml && az aks trustedaccess rolebinding list -g $RG --cluster-name $AKS --query "[].{name: name, state: provisioningState, source: sourceResourceId}" -o table && echo "all is well in $AKS, and the binding is in effect" || { print -u2 "something went wrong with $AKS in $RG of $SUB; look at the activity log, and at az aks trustedaccess rolebinding list" ; exit 1 }

alias tab='az aks trustedaccess rolebinding'
alias tar='az aks trustedaccess role list -l'
[[ -o interactive ]] && bindkey '^T' _trusted_access
tab list -g $RG --cluster-name $AKS
ssh jump "az aks trustedaccess rolebinding list -g $RG --cluster-name $AKS" | jq .
docker run --rm -v ~/.azure:/root/.azure mcr.microsoft.com/azure-cli az aks trustedaccess role list -l eastus
time az aks trustedaccess role list -l westeurope >/dev/null
sudo -E az aks trustedaccess rolebinding show -g $RG --cluster-name $AKS -n ml
