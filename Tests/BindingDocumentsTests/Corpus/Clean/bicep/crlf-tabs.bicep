param 名前 string = 'aks' // このパラメーター名は無効だが、読み込みは続く
param clusterName string

/* Ein Kommentar
   über zwei Zeilen: 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2020-01-01' */

resource cluster 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
	name: clusterName
	scope: resourceGroup('rg-größe')
}

resource sicherung 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
	parent: cluster
	name: 'sicherung'
	properties: {
		sourceResourceId: resourceId('rg-größe', 'Microsoft.DataProtection/backupVaults', 'tresor')
		roles: [ 'Microsoft.DataProtection/backupVaults/backup-operator' ]
	}
}
