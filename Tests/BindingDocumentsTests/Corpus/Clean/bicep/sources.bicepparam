using 'br:contoso.azurecr.io/bicep/trusted-access:v1'

var subscriptionId = readEnvironmentVariable('AZURE_SUBSCRIPTION_ID')
var group = '/subscriptions/${subscriptionId}/resourceGroups/rg-data'

param stage = 'test'
param enableMl = false
param workspaceIds = [
  '${group}/providers/Microsoft.MachineLearningServices/workspaces/mlw-1'
  '${group}/providers/Microsoft.MachineLearningServices/workspaces/mlw-2'
]
param sources = [
  {
    name: 'backup'
    sourceId: '${group}/providers/Microsoft.DataProtection/backupVaults/bv'
    roles: [
      'Microsoft.DataProtection/backupVaults/backup-operator'
    ]
  }
  {
    name: 'defender-cloudposture'
    sourceId: '/subscriptions/${subscriptionId}/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMSecurityOperator'
    roles: ['Microsoft.Security/pricings/microsoft-defender-operator']
  }
]
param secret = az.getSecret('<subscription>', 'rg', 'kv', 'secret')
