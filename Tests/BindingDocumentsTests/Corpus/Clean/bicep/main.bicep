metadata description = 'A cluster that is backed up, with its vault.'

targetScope = 'resourceGroup'

@description('Location of everything.')
param location string = resourceGroup().location

@minLength(1)
@maxLength(63)
param clusterName string

@description('Name of the vault.')
param vaultName string = 'bv-${uniqueString(resourceGroup().id)}'

@description('Tags of every resource.')
param tags object = {}

var backupOperator = 'Microsoft.DataProtection/backupVaults/backup-operator'

resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
  name: clusterName
}

resource vault 'Microsoft.DataProtection/backupVaults@2024-04-01' = {
  name: vaultName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    storageSettings: [
      {
        datastoreType: 'VaultStore'
        type: 'LocallyRedundant'
      }
    ]
  }
}

resource backup 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
  parent: aks
  name: 'nightly-backup'
  properties: {
    sourceResourceId: vault.id
    roles: [
      backupOperator
    ]
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: aks
  name: guid(aks.id, vault.id, 'Reader')
  properties: {
    principalId: vault.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

output bindingId string = backup.id
output state string = backup.properties.provisioningState
