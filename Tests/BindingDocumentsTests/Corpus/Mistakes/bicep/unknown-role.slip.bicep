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
      '‸Microsoft.DataProtection/backupVaults/backup-operators‸'
    ]
  }
}

output id string = binding.id
‸‸ unknown-role
-       'Microsoft.DataProtection/backupVaults/backup-operators'
+       'Microsoft.DataProtection/backupVaults/backup-operator'
