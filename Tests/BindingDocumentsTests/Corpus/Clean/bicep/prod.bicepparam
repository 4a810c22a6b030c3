using './main.bicep'

// Of the production's cluster
param location = 'westeurope'
param clusterName = 'aks-prod'
param vaultName = 'bv-${toLower(readEnvironmentVariable('STAGE', 'prod'))}'

param tags = {
  team: 'platform'
  'cost-center': '4711'
  purpose: '''
    Trusted Access: az aks trustedaccess rolebinding list
  '''
}
