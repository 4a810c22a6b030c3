#!/bin/bash
# Gives one Machine Learning workspace access to all clusters in a table.
set -uo pipefail

workspace_id="$1"
table="${2:-clusters.tsv}"

readonly ROLES=(
  Microsoft.MachineLearningServices/workspaces/mlworkload
)

joined() { local IFS=,; echo "$*"; }

declare -A failed=()
count=0

# group<TAB>cluster<TAB>binding
while IFS=$'\t' read -r group cluster binding; do
  [[ -z $group || $group == \#* ]] && continue
  ((count++))
  echo "== $cluster"
  existing=$(az aks trustedaccess rolebinding list \
    --resource-group "$group" --cluster-name "$cluster" \
    --query "[?name=='${binding}'] | length(@)" --output tsv </dev/null)
  if [[ ${existing:-0} -gt 0 ]]; then
    az aks trustedaccess rolebinding update \
      --resource-group "$group" --cluster-name "$cluster" --name "$binding" \
      --roles "$(joined "${ROLES[@]}")" </dev/null || failed[$cluster]=update
  else
    az aks trustedaccess rolebinding create \
      --resource-group "$group" --cluster-name "$cluster" --name "$binding" \
      --source-resource-id "$workspace_id" \
      --roles "$(joined "${ROLES[@]}")" </dev/null || failed[$cluster]=create
  fi
done <"$table"

if ((${#failed[@]})); then
  for cluster in "${!failed[@]}"; do
    printf '%-30s %s\n' "$cluster" "${failed[$cluster]}" >&2
  done
  exit 1
fi
echo "$count clusters"
