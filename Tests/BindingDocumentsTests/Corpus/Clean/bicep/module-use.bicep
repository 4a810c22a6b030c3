targetScope = 'subscription'

param location string = deployment().location
param stages string[] = [
  'dev'
  'prod'
]

resource groups 'Microsoft.Resources/resourceGroups@2024-03-01' = [for stage in stages: {
  name: 'rg-aks-${stage}'
  location: location
}]

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: groups[0]
  params: {
    name: 'bv-shared'
  }
}

module binding 'modules/trusted-access-role-binding.bicep' = [for (stage, i) in stages: {
  name: 'binding-${stage}'
  scope: groups[i]
  params: {
    clusterName: 'aks-${stage}'
    name: 'backup-${stage}'
    roles: [
      'Microsoft.DataProtection/backupVaults/backup-operator'
    ]
    sourceResourceId: vault.outputs.id
  }
}]

module cluster 'br/public:avm/res/container-service/managed-cluster:0.8.3' = {
  name: 'cluster'
  scope: groups[1]
  params: {
    name: 'aks-avm'
    primaryAgentPoolProfiles: [
      { name: 'system', count: 3, vmSize: 'Standard_D4s_v5', mode: 'System' }
    ]
    roleAssignments: [
      { principalId: vault.outputs.principalId, roleDefinitionIdOrName: 'Reader' }
    ]
    managedIdentities: { systemAssigned: true }
  }
}

output ids array = [for (stage, i) in stages: binding[i].outputs.id]
