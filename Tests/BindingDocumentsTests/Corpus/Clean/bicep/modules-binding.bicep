@description('Required. The parent AKS cluster.')
param clusterName string

@description('Required. 1 to 24 letters, digits or hyphens.')
@minLength(1)
@maxLength(24)
param name string

@description('Required. What gets access.')
param sourceResourceId string

@description('Required. Roles of Trusted Access, such as Microsoft.DataProtection/backupVaults/backup-operator.')
@minLength(1)
param roles string[]

resource managedCluster 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
  name: clusterName

  resource nodePool 'agentPools' existing = {
    name: 'system'
  }
}

resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  name: name
  parent: managedCluster
  properties: {
    sourceResourceId: sourceResourceId
    roles: roles
  }
}

@description('The resource ID of the binding.')
output resourceId string = binding.id

@description('The name of the binding.')
output name string = binding.name

@description('The count of the pool, for whoever asks.')
output count int = managedCluster::nodePool.properties.count
