@description('The cluster that is backed up.')
param clusterName string
param vaultName string = 'bv-prod'

var role = 'Microsoft.DataProtection/backupVaults/backup-operator'

resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
  name: clusterName
}

resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'nightly-backup'
  properties: {
    sourceResourceId: resourceId('rg-backup', 'Microsoft.DataProtection/backupVaults', vaultName)
    roles: [
      'Microsoft.DataProtection/backupVaults/backup-operator'
    ]
  }
}

resource b2 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-2'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-2')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b3 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-3'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-3')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b4 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-4'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-4')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b5 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-5'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-5')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b6 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-6'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-6')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b7 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-7'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-7')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b8 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'team-8'
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-8')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

resource b9 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: ‸'team-9'‸
  properties: {
    sourceResourceId: resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-9')
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

output id string = binding.id
‸‸ too-many-bindings
