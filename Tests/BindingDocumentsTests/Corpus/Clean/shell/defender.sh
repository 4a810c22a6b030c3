#!/usr/bin/env bash
# Agentless posture for Kubernetes: Defender's operators get their roles.
set -o errexit -o nounset -o pipefail

SUBSCRIPTION_ID=$(az account show --query id -o tsv)
CSPM="/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMSecurityOperator"
CONTAINERS="/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Security/pricings/Containers/securityOperators/DefenderForContainersSecurityOperator"

az security pricing create -n CloudPosture --tier Standard
az security pricing create -n Containers --tier Standard \
  --extensions name=AgentlessDiscoveryForKubernetes isEnabled=True

# every cluster of the subscription
az aks list --query '[].[resourceGroup,name]' -o tsv | while read -r RG AKS; do
  have=$(az aks trustedaccess rolebinding list -g "${RG}" --cluster-name "${AKS}" --query '[].name' -o tsv)
  case " ${have//$'\n'/ } " in
    *' defender-cloudposture '*) echo "${AKS}: nothing to do" ;;
    *)
      az aks trustedaccess rolebinding create \
        --resource-group "${RG}" \
        --cluster-name "${AKS}" \
        --name defender-cloudposture \
        --source-resource-id "${CSPM}" \
        --roles "Microsoft.Security/pricings/microsoft-defender-operator"
      ;;
  esac
  if ! grep -q policymgmt1-containers <<<"${have}"; then
    az aks trustedaccess rolebinding create \
      --resource-group="${RG}" \
      --cluster-name="${AKS}" \
      --name=policymgmt1-containers \
      --source-resource-id="${CONTAINERS}" \
      --roles='Microsoft.Security/pricings/microsoft-defender-policy-operator'
  fi
done
