param location string
param adminGroups string[]
param operatorId string = subscriptionResourceId('Microsoft.Security/pricings/securityOperators', 'Containers', 'DefenderForContainersSecurityOperator')

resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' = {
  name: 'aks-nested'
  location: location
  sku: { name: 'Base', tier: 'Standard' }
  identity: { type: 'SystemAssigned' }
  properties: {
    dnsPrefix: 'nested'
    disableLocalAccounts: true
    aadProfile: { managed: true, enableAzureRBAC: true, adminGroupObjectIDs: adminGroups }
    agentPoolProfiles: [
      {
        name: 'system'
        count: 3
        vmSize: 'Standard_D4ds_v5'
        mode: 'System'
      }
    ]
  }

  resource policy 'trustedAccessRoleBindings' = {
    name: 'policymgmt1-containers'
    properties: {
      sourceResourceId: operatorId
      roles: [
        'Microsoft.Security/pricings/microsoft-defender-policy-operator'
      ]
    }
  }

  resource maintenance 'maintenanceConfigurations@2025-08-01' = {
    name: 'default'
    properties: {
      timeInWeek: [
        { day: 'Saturday', hourSlots: [1, 2, 3] }
      ]
    }
  }
}

output policy string = aks::policy.id
