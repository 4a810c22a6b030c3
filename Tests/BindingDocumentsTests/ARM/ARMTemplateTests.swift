import BindingDocuments
import Testing

@Suite struct ARMTemplateTests {
  @Test func readsAResourceWithItsNameInOne() {
    let text = #"""
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": {
          "clusterName": { "type": "string", "defaultValue": "aks-edge" },
          "workspaceId": { "type": "string" }
        },
        "resources": [
          {
            "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "apiVersion": "2025-08-01",
            "name": "[format('{0}/{1}', parameters('clusterName'), 'ml-team-a')]",
            "properties": {
              "sourceResourceId": "[parameters('workspaceId')]",
              "roles": [
                "Microsoft.MachineLearningServices/workspaces/mlworkload",
                "Microsoft.MachineLearningServices/workspaces/inference-v1"
              ]
            }
          }
        ]
      }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        parameters.clustername = aks-edge←"aks-edge"
        parameters.workspaceid = ?
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=ml-team-a
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨parameters.clustername⟩←parameters('clusterName')
          source=⟨parameters.workspaceid⟩←"[parameters('workspaceId')]"
          roles=[Microsoft.MachineLearningServices/workspaces/mlworkload←"Microsoft.MachineLearningServices/work\#
        spaces/mlworkload" | Microsoft.MachineLearningServices/workspaces/inference-v1←"Microsoft.MachineLearnin\#
        gServices/workspaces/inference-v1"]
        """#)
  }

  @Test func readsChildResources() {
    let text = #"""
      {
        "resources": [
          {
            "Type": "Microsoft.ContainerService/managedClusters",
            "apiVersion": "2025-08-01",
            "Name": "[parameters('aks')]", // trusted-access: ignore all-of-it
            "copy": { "name": "clusters", "count": 2 },
            "resources": [
              /* trusted-access: ignore unknown-role, binding-name because */
              {
                "type": "trustedAccessRoleBindings",
                "apiVersion": "2025-08-01",
                "name": "ml\u002Dteam",
                "condition": "[parameters('on')]",
                "Properties": {
                  "SourceResourceId": "[format('/subscriptions/{0}/resourceGroups/{1}/providers/Microsoft.MachineLearningServices/workspaces/it''s', subscription().subscriptionId, resourceGroup().name)]",
                  "roles": [ "Microsoft.MachineLearningServices\/workspaces\/mlworkload", "[variables('role')]", "[[x]" ] // trusted-access: ignore
                }
              },
              { "type": "agentPools", "name": "trustedAccessRoleBindings" }
            ]
          }
        ]
      }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        ignore all-of-it in "      \"Name\": \"[parameters(\'aks\')]\", // trusted-access: ignore all-of-it"
        ignore unknown-role,binding-name in "        {\n          \"type\": \"BINDINGS\",\n          \#
        \"apiVersion\": \"2025-08-01\",\n          \"name\": \"ml\\u002Dteam\",\n          \"condition\": \#
        \"[parameters(\'on\')]\",\n          \"Properties\": {\n            \"SourceResourceId\": \#
        \"[format(\'/subscriptions/{0}/resourceGroups/{1}/providers/Microsoft.MachineLearningServices/workspaces\#
        /it\'\'s\', subscription().subscriptionId, resourceGroup().name)]\",\n            \"roles\": [ \#
        \"Microsoft.MachineLearningServices\\/workspaces\\/mlworkload\", \"[variables(\'role\')]\", \"[[x]\" ] \#
        // trusted-access: ignore\n          }\n        }"
        armTemplate declare ["BINDINGS"] repeated
          name=ml-team←"ml\u002Dteam"
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨parameters.aks⟩←"[parameters('aks')]"
          source=SUBSCRIPTION/GROUP/providers/Microsoft.MachineLearningServices/workspaces/it's←"[format('/subsc\#
        riptions/{0}/resourceGroups/{1}/providers/Microsoft.MachineLearningServices/workspaces/it''s', \#
        subscription().subscriptionId, resourceGroup().name)]"
          roles=[Microsoft.MachineLearningServices/workspaces/mlworkload←"Microsoft.MachineLearningServices\/wor\#
        kspaces\/mlworkload" | ⟨variables.role⟩←"[variables('role')]" | [x]←"[[x]"]
        ignore  in "{\n          \"type\": \"BINDINGS\",\n          \"apiVersion\": \"2025-08-01\",\n          \#
        \"name\": \"ml\\u002Dteam\",\n          \"condition\": \"[parameters(\'on\')]\",\n          \#
        \"Properties\": {\n            \"SourceResourceId\": \#
        \"[format(\'/subscriptions/{0}/resourceGroups/{1}/providers/Microsoft.MachineLearningServices/workspaces\#
        /it\'\'s\', subscription().subscriptionId, resourceGroup().name)]\",\n            \"roles\": [ \#
        \"Microsoft.MachineLearningServices\\/workspaces\\/mlworkload\", \"[variables(\'role\')]\", \"[[x]\" ] \#
        // trusted-access: ignore\n          }\n        }"
        """#)
  }

  @Test func followsVariablesAndFunctions() {
    let text = #"""
      {
        "variables": {
          "roles": ["Microsoft.DataProtection/backupVaults/backup-operator"],
          "list": "[variables('roles')]",
          "self": "[variables('self')]"
        },
        "resources": [
          {
            "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "apiVersion": "2025-08-01",
            "name": "[CONCAT(toLower(parameters('aks')), format('/{0}-{{x}}', 'b'))]",
            "properties": {
              "sourceResourceId": "[extensionResourceId(subscription().id, 'Microsoft.Security/pricings/securityOperators', 'CloudPosture', 'DefenderCSPMSecurityOperator')]",
              "roles": "[Variables('list')]"
            }
          },
          {
            "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "apiVersion": "[variables('api')]",
            "name": "[variables('self')]",
            "properties": {
              "sourceResourceId": "[subscriptionResourceId('Microsoft.Security/pricings', 'Containers', 'surplus')]",
              "roles": "[concat(createArray('a/b/c'), parameters('more'))]",
              "copy": []
            }
          },
          {
            "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "apiVersion": "2025-08-01",
            "name": "a/b/c",
            "properties": {
              "sourceResourceId": "[resourceId(parameters('sub'), 'rg', 'A.B/c', concat('x', copyIndex()))]",
              "copy": [{ "name": "roles", "count": 2, "input": "[parameters('r')[copyIndex('roles')]]" }]
            }
          }
        ]
      }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        variables.roles = ?
        variables.list = ⟨variables.roles⟩←"[variables('roles')]"
        variables.self = ⟨variables.self⟩←"[variables('self')]"
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=b-{x}←}}
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨?toLower(parameters('aks'))⟩←toLower(parameters('aks'))
          source=SUBSCRIPTION/providers/Microsoft.Security/pricings/CloudPosture/securityOperators/DefenderCSPMS\#
        ecurityOperator←"[extensionResourceId(subscription().id, \#
        'Microsoft.Security/pricings/securityOperators', 'CloudPosture', 'DefenderCSPMSecurityOperator')]"
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator"]
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=⟨?⟩←"[variables('self')]"
          source=⟨?subscriptionResourceId('Microsoft.Security/pricings', 'Containers', \#
        'surplus')⟩←"[subscriptionResourceId('Microsoft.Security/pricings', 'Containers', 'surplus')]"
          roles=[a/b/c←'a/b/c' | ⟨parameters.more[@]⟩←parameters('more')]
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=b/c
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/a←a
          source=/subscriptions/⟨parameters.sub⟩/resourceGroups/rg/providers/A.B/c/x⟨?copyIndex()⟩←"[resourceId(\#
        parameters('sub'), 'rg', 'A.B/c', concat('x', copyIndex()))]"
          roles=[]…
        """#)
  }
}
