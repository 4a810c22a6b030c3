targetScope = 'resourceGroup'

param workspaceName string
param tags object = {}

resource workspace 'Microsoft.MachineLearningServices/workspaces@2025-06-01' existing = {
  name: workspaceName
}

// The name has a slash instead of a parent
resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@‸2021-05-01‸' = {
  name: 'aks-ml/ml-training'
  properties: {
    sourceResourceId: workspace.id
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}
‸‸ unknown-api-version
- resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2021-05-01' = {
+ resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2026-06-01' = {
