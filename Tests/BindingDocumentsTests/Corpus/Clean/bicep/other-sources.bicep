// Event Grid, snapshots, private endpoints and recovery: other things have sources, too.
param storageId string
param sourceResourceId string
param roles array = ['Reader', 'Contributor']

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'topic'
  location: resourceGroup().location
  properties: {
    source: storageId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource snapshot 'Microsoft.Compute/snapshots@2024-03-02' = {
  name: 'snap'
  location: resourceGroup().location
  properties: {
    creationData: {
      createOption: 'Copy'
      sourceResourceId: sourceResourceId
    }
  }
}

resource poolSnapshot 'Microsoft.ContainerService/snapshots@2025-08-01' = {
  name: 'pool'
  location: resourceGroup().location
  properties: {
    creationData: { sourceResourceId: '/subscriptions/s/rg' }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe'
  location: resourceGroup().location
  properties: {
    subnet: { id: '${sourceResourceId}/subnets/default' }
    privateLinkServiceConnections: [
      { name: 'blob', properties: { privateLinkServiceId: storageId, groupIds: ['blob'] } }
    ]
  }
}

resource protected 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems@2025-02-01' = {
  name: 'rsv/Azure/iaasvmcontainer;iaasvmcontainerv2;rg;vm/vm;iaasvmcontainerv2;rg;vm'
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines'
    sourceResourceId: sourceResourceId
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(role)
  properties: { principalId: '00000000-0000-0000-0000-000000000000', roleDefinitionId: role }
}]
