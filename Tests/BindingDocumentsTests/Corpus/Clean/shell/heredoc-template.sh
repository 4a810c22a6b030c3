#!/bin/sh
# Writes a template and deploys it. The template is text; az only sees the file.
set -eu

: "${CLUSTER:=aks}" "${GROUP:=rg}"

tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT

cat >"$tmp" <<'BICEP'
param clusterName string
param sourceId string

resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
  name: clusterName
}

resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'ml-binding'
  properties: {
    sourceResourceId: sourceId
    roles: [
      'Microsoft.MachineLearningServices/workspaces/mlworkload'
    ]
  }
}
BICEP

mv "$tmp" "$tmp.bicep"
az deployment group create \
  --resource-group "$GROUP" \
  --template-file "$tmp.bicep" \
  --parameters clusterName="$CLUSTER" sourceId="$(az ml workspace show -n ws -g "$GROUP" --query id -o tsv)"

kubectl apply -f - <<EOF
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: read-pods
  namespace: ${NAMESPACE:-default}
subjects:
  - kind: Group
    name: "${GROUP_OBJECT_ID}"
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: Role
  name: pod-reader
  apiGroup: rbac.authorization.k8s.io
EOF
