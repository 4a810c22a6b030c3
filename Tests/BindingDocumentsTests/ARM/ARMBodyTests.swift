import BindingDocuments
import Testing

@Suite struct ARMBodyTests {
  @Test func readsBodiesAndAnswers() {
    let text = #"""
      [
        { "properties": { "sourceResourceId": "/subscriptions/x", "roles": ["Microsoft.DataProtection/backupVaults/backup-operator"] } },
        { "properties": { "sourceResourceId": "/subscriptions/x/providers/a/b", "roles": [""] } },
        { "properties": { "sourceResourceId": "/subscriptions/x/providers/a/b", "roles": ["Owner"] } },
        { "properties": { "creationData": { "sourceResourceId": "/subscriptions/x/providers/a/b" } } },
        {
          "id": "/subscriptions/0/resourcegroups/rg1/providers/Microsoft.ContainerService/managedClusters/c1/trustedAccessRoleBindings/b1",
          "name": "b1", "provisioningState": "Succeeded", "resourceGroup": "rg1",
          "roles": ["Microsoft.DataProtection/backupVaults/backup-operator"],
          "sourceResourceId": "/subscriptions/0/x",
          "systemData": null,
          "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings"
        }
      ]
      """#
    #expect(
      fields(ARM.self, text) == #"""
        restBody declare ["properties"]
          source=/subscriptions/x←"/subscriptions/x"
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator"]
        restBody declare ["properties"]
          source=/subscriptions/x/providers/a/b←"/subscriptions/x/providers/a/b"
          roles=[←""]
        restBody show ["/subscriptions/0/resourcegroups/rg1/providers/CLUSTERS/c1/BINDINGS/b1"] reference
          name=b1←"b1"
          cluster=/subscriptions/0/resourcegroups/rg1/providers/CLUSTERS/c1
          source=/subscriptions/0/x←"/subscriptions/0/x"
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←"Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator"]
        """#)
  }

  @Test func readsParameterFiles() {
    let text = #"""
      { "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
        "contentVersion": "1.0.0.0",
        "parameters": { "clusterName": { "value": "aks" }, "secret": { "reference": {} }, "names": { "value": { "a": "b" } } } }
      """#
    #expect(
      fields(ARM.self, text) == #"""
        parameters.clustername = aks←"aks"
        parameters.secret = ?
        parameters.names = ?
        parameters.names.a = b←"b"
        """#)
  }

  @Test func readsExcerpts() {
    let text = #"""
      "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
      "name": "aks/ml",
      "properties": {
        "sourceResourceId": ${WORKSPACE_ID},
        "roles": "[createArray('a/b/c', parameters('role'))]"
      """#
    #expect(
      fields(ARM.self, text) == #"""
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=ml
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/aks←aks
          source=⟨?${WORKSPACE_ID}⟩←${WORKSPACE_ID}
          roles=[a/b/c←'a/b/c' | ⟨parameters.role⟩←parameters('role')]
        """#)
  }

  @Test func readsWhatIsBeingTyped() {
    let text = #"""
      {
        "resources": [
          { "type": "Microsoft.ContainerService/managedClusters/trustedAccess" },
          { "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings", "name": },
          { "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings", "name": "aks",
            "properties": { "roles": ["Microsoft.DataProtection/backupVaults/", "sourceResourceId": "[parameters('va
          },
          { "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "name": "[parameters('name')]"
      """#
    #expect(
      fields(ARM.self, text) == #"""
        armTemplate ? ["CLUSTERS/trustedAccess"]
        armTemplate declare ["CLUSTERS/BINDINGS"]
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=aks←"aks"
          roles=[Microsoft.DataProtection/backupVaults/←"Microsoft.DataProtection/backupVaults/"]
        armTemplate declare ["CLUSTERS/BINDINGS"]
          name=⟨?⟩←"[parameters('name')]"
        """#)
  }
}
