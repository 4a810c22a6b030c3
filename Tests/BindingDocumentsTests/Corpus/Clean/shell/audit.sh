#!/usr/bin/env bash
# Who has Trusted Access to which cluster? One line a binding, for a spreadsheet.
set -euo pipefail

out=${1:-trusted-access-$(date +%Y%m%d).csv}
echo 'subscription,group,cluster,binding,source,roles' >"$out"

for subscription in $(az account list --query "[?state=='Enabled'].id" -o tsv); do
  az account set --subscription "$subscription"
  clusters=$(az aks list --query '[].{g: resourceGroup, n: name}' -o json)
  jq -c '.[]' <<<"$clusters" | while read -r cluster; do
    g=$(jq -r .g <<<"$cluster")
    n=$(jq -r .n <<<"$cluster")
    az aks trustedaccess rolebinding list --subscription "$subscription" -g "$g" --cluster-name "$n" -o json |
      jq -r --arg s "$subscription" --arg g "$g" --arg n "$n" \
        '.[] | [$s, $g, $n, .name, .sourceResourceId, (.roles | join(" "))] | @csv' >>"$out"
    count=$(az aks trustedaccess rolebinding list -g "$g" --cluster-name "$n" --query 'length(@)')
    if test "$count" -ge 8; then
      echo "$n has $count bindings: no more can be made" >&2
    fi
  done
done

# Locations in use
az aks list --query '[].location' -o tsv | sort -u | while read -r location; do
  az aks trustedaccess role list --location "$location" --query "[].join('/', [sourceResourceType, name])" -o tsv |
    sed "s/^/$location /"
done
column -s, -t <"$out" | less -S
