@description('The cluster that is backed up.')
param clusterName string
param vaultName string = 'bv-prod'

var role = 'Microsoft.DataProtection/backupVaults/backup-operator'

resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
  name: clusterName
}

resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@‸2023-03-02-preview‸' = {
  parent: aks
  name: 'nightly-backup'
  properties: {
    sourceResourceId: resourceId('rg-backup', 'Microsoft.DataProtection/backupVaults', vaultName)
    roles: [
      'Microsoft.DataProtection/backupVaults/backup-operator'
    ]
  }
}

output id string = binding.id
‸‸ retired-api-version
- resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2023-03-02-preview' = {
+ resource binding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2026-06-01' = {
