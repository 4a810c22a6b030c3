// Names with slashes instead of a parent, as the decompiler writes them.
param managedClusters_aks_name string = 'aks-decompiled'
param workspaces_mlw_externalid string

resource managedClusters_aks_name_ml 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2024-09-01' = {
  name: '${managedClusters_aks_name}/ml'
  properties: {
    roles: [
      'Microsoft.MachineLearningServices/workspaces/mlworkload'
    ]
    sourceResourceId: workspaces_mlw_externalid
  }
}

resource managedClusters_aks_name_cspm 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2024-09-01' = {
  name: '${managedClusters_aks_name}/defender-cloudposture'
  properties: {
    roles: ['Microsoft.Security/pricings/microsoft-defender-operator']
    sourceResourceId: subscriptionResourceId('Microsoft.Security/pricings/securityOperators', 'CloudPosture', 'DefenderCSPMSecurityOperator')
  }
  dependsOn: [
    managedClusters_aks_name_ml
  ]
}

/* The portal's name of a binding that Azure Backup made:
   16987634996993c51c18b-7 */
resource managedClusters_aks_name_16987634996993c51c18b_7 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2024-09-01' = {
  name: '${managedClusters_aks_name}/16987634996993c51c18b-7'
  properties: {
    roles: [
      'Microsoft.DataProtection/BackupVaults/backup-operator' // Azure spells it both ways
    ]
    sourceResourceId: resourceId('rg-backup', 'Microsoft.DataProtection/backupVaults', 'bv')
  }
}
