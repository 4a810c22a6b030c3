import BindingDocuments
import Testing

@Suite struct ARMNestedTests {
  @Test func readsNestedTemplatesOfBothScopes() {
    let text = #"""
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": { "clusterId": { "type": "string" }, "vault": { "type": "string", "defaultValue": "bv-edge" } },
        "variables": {
          "cluster": { "name": "[last(split(parameters('clusterId'), '/'))]", "group": "[split(parameters('clusterId'), '/')[4]]" },
          "binding": "[concat(variables('cluster').name, '/', 'nightly-backup')]"
        },
        "resources": [
          {
            "type": "Microsoft.Resources/deployments",
            "apiVersion": "2022-09-01",
            "name": "outer",
            "resourceGroup": "[variables('cluster').group]",
            "properties": {
              "mode": "Incremental",
              "template": {
                "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                "contentVersion": "1.0.0.0",
                "resources": [
                  {
                    "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
                    "apiVersion": "2025-08-01",
                    "name": "[variables('binding')]",
                    "properties": {
                      "sourceResourceId": "[resourceId('Microsoft.DataProtection/backupVaults', parameters('vault'))]",
                      "roles": [ "Microsoft.DataProtection/backupVaults/backup-operator" ]
                    }
                  }
                ]
              }
            }
          },
          {
            "type": "Microsoft.Resources/deployments",
            "apiVersion": "2022-09-01",
            "name": "inner",
            "subscriptionId": "11111111-2222-3333-4444-555555555555",
            "resourceGroup": "rg-aks",
            "properties": {
              "expressionEvaluationOptions": { "scope": "inner" },
              "mode": "Incremental",
              "parameters": {
                "vaultId": { "value": "[resourceId('rg-bkp', 'Microsoft.DataProtection/backupVaults', parameters('vault'))]" },
                "roles": { "value": ["Microsoft.DataProtection/backupVaults/backup-operator"] }
              },
              "template": {
                "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                "languageVersion": "2.0",
                "contentVersion": "1.0.0.0",
                "parameters": { "vaultId": { "type": "string" }, "roles": { "type": "array" }, "vault": { "type": "string", "defaultValue": "other" } },
                "resources": {
                  "aks": {
                    "existing": true,
                    "type": "Microsoft.ContainerService/managedClusters",
                    "apiVersion": "2025-08-01",
                    "name": "aks"
                  },
                  "binding": {
                    "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
                    "apiVersion": "2025-08-01",
                    "name": "aks/nightly",
                    "properties": {
                      "sourceResourceId": "[parameters('vaultId')]",
                      "roles": "[parameters('roles')]"
                    },
                    "dependsOn": ["aks"]
                  },
                  "old": {
                    "existing": true,
                    "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
                    "apiVersion": "2025-08-01",
                    "name": "[concat('aks', '/', parameters('vault'))]"
                  }
                }
              }
            }
          }
        ]
      }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        parameters.clusterid = ?
        parameters.vault = bv-edge←"bv-edge"
        variables.cluster = ?
        variables.cluster.name = ⟨?last(split(parameters('clusterId'), \#
        '/'))⟩←"[last(split(parameters('clusterId'), '/'))]"
        variables.cluster.group = ⟨?split(parameters('clusterId'), '/')[4]⟩←"[split(parameters('clusterId'), \#
        '/')[4]]"
        variables.binding = ⟨variables.cluster.name⟩/nightly-backup←"[concat(variables('cluster').name, '/', \#
        'nightly-backup')]"
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=nightly-backup
          cluster=SUBSCRIPTION/resourceGroups/⟨variables.cluster.group⟩/providers/CLUSTERS/⟨variables.cluster.na\#
        me⟩←variables('cluster').name
          source=SUBSCRIPTION/GROUP/providers/Microsoft.DataProtection/backupVaults/⟨parameters.vault⟩←"[resourc\#
        eId('Microsoft.DataProtection/backupVaults', parameters('vault'))]"
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator"]
        nested1.parameters.vaultid = SUBSCRIPTION/resourceGroups/rg-bkp/providers/Microsoft.DataProtection/backu\#
        pVaults/⟨parameters.vault⟩←"[resourceId('rg-bkp', 'Microsoft.DataProtection/backupVaults', \#
        parameters('vault'))]"
        nested1.parameters.roles = ?
        nested1.parameters.vault = other←"other"
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=nightly
          cluster=/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-aks/providers/CLUSTERS/a\#
        ks←aks
          source=⟨nested1.parameters.vaultid⟩←"[parameters('vaultId')]"
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator"]
        armTemplate show ["CLUSTERS/BINDINGS"] reference
          name=⟨nested1.parameters.vault⟩←parameters('vault')
          cluster=/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-aks/providers/CLUSTERS/a\#
        ks←aks
        """#)
  }

  @Test func readsThePolicyTemplateAndNotItsDetails() {
    let text = #"""
      {
        "policyRule": {
          "if": { "field": "type", "equals": "Microsoft.ContainerService/managedClusters" },
          "then": {
            "effect": "deployIfNotExists",
            "details": {
              "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
              "name": "backup",
              "deployment": {
                "properties": {
                  "mode": "incremental",
                  "parameters": { "cluster": { "value": "[field('name')]" } },
                  "template": {
                    "contentVersion": "1.0.0.0",
                    "parameters": { "cluster": { "type": "string" } },
                    "resources": [
                      {
                        "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
                        "apiVersion": "2025-08-01",
                        "name": "[concat(parameters('cluster'), '/backup')]",
                        "properties": { "sourceResourceId": "[resourceGroup().id]", "roles": [] }
                      }
                    ]
                  }
                }
              }
            }
          }
        }
      }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        nested1.parameters.cluster = ⟨?field('name')⟩←"[field('name')]"
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=backup
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨nested1.parameters.cluster⟩←parameters('cluster')
          source=SUBSCRIPTION/GROUP←"[resourceGroup().id]"
          roles=[]
        """#)
  }
}
