targetScope = 'resourceGroup'

param workspaceName string
param tags object = {}

resource workspace 'Microsoft.MachineLearningServices/workspaces@2025-06-01' existing = {
  name: workspaceName
}

// The name has a slash instead of a parent
resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  name: 'aks-ml/ml‸_‸training'
  properties: {
    sourceResourceId: workspace.id
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}
‸‸ binding-name
-   name: 'aks-ml/ml_training'
+   name: 'aks-ml/ml-training'
