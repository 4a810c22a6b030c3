@description('What gets access: name of the binding, source and roles.')
param sources {
  name: string
  sourceId: string
  roles: string[]
}[] = []

@allowed(['dev', 'test', 'prod'])
param stage string

param enableMl bool = true
param workspaceIds array

var prefix = 'ml-${stage}'
var names = [for (id, i) in workspaceIds: '${prefix}-${i}']

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' existing = {
  name: 'aks-${stage}'
}

@batchSize(1)
resource bindings 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-05-01' = [for source in sources: {
  parent: aks
  name: source.name
  properties: {
    sourceResourceId: source.sourceId
    roles: source.roles
  }
}]

resource ml 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-05-01' = [for (id, i) in workspaceIds: if (enableMl) {
  parent: aks
  name: names[i]
  properties: {
    sourceResourceId: id
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}]

resource one 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-05-01' = if (stage == 'prod') {
  parent: aks
  name: take('${prefix}-a-name-that-may-be-too-long', 24)
  properties: {
    sourceResourceId: workspaceIds[0]
    roles: enableMl
      ? ['Microsoft.MachineLearningServices/workspaces/mlworkload']
      : ['Microsoft.MachineLearningServices/workspaces/inference-v1']
  }
}

output names string[] = [for i in range(0, length(workspaceIds)): ml[i].name]
