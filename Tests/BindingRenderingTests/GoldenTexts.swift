import BindingRendering
import Testing

@Suite struct GoldenTexts {
  @Test(arguments: [
    (
      RenderedBinding.Operation.create,
      #"""
      az aks trustedaccess rolebinding create \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --source-resource-id \#(vault) \
        --roles Microsoft.DataProtection/backupVaults/backup-operator

      """#
    ),
    (
      .update,
      #"""
      az aks trustedaccess rolebinding update \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --roles Microsoft.DataProtection/backupVaults/backup-operator

      """#
    ),
    (
      .createOrUpdate,
      #"""
      if az aks trustedaccess rolebinding show \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --output none 2>/dev/null
      then
      az aks trustedaccess rolebinding update \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --roles Microsoft.DataProtection/backupVaults/backup-operator
      else
      az aks trustedaccess rolebinding create \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --source-resource-id \#(vault) \
        --roles Microsoft.DataProtection/backupVaults/backup-operator
      fi

      """#
    ),
    (
      .delete,
      #"""
      az aks trustedaccess rolebinding delete \
        --subscription 11111111-2222-3333-4444-555555555555 \
        --resource-group rg-edge \
        --cluster-name aks-edge \
        --name nightly-backup \
        --yes

      """#
    ),
  ])
  func azureCLI(_ operation: RenderedBinding.Operation, _ expected: String) throws {
    #expect(try RenderingFormat.azureCLI.render(binding(operation: operation)) == expected)
  }

  @Test(arguments: [
    (
      RenderedBinding.Operation.create,
      """
      New-AzAksTrustedAccessRoleBinding `
        -SubscriptionId '11111111-2222-3333-4444-555555555555' `
        -ResourceGroupName 'rg-edge' `
        -ResourceName 'aks-edge' `
        -Name 'nightly-backup' `
        -SourceResourceId '\(vault)' `
        -Role 'Microsoft.DataProtection/backupVaults/backup-operator'

      """
    ),
    (
      .update,
      """
      Update-AzAksTrustedAccessRoleBinding `
        -SubscriptionId '11111111-2222-3333-4444-555555555555' `
        -ResourceGroupName 'rg-edge' `
        -ResourceName 'aks-edge' `
        -Name 'nightly-backup' `
        -Role 'Microsoft.DataProtection/backupVaults/backup-operator'

      """
    ),
    (
      .delete,
      """
      Remove-AzAksTrustedAccessRoleBinding `
        -SubscriptionId '11111111-2222-3333-4444-555555555555' `
        -ResourceGroupName 'rg-edge' `
        -ResourceName 'aks-edge' `
        -Name 'nightly-backup'

      """
    ),
  ])
  func powerShell(_ operation: RenderedBinding.Operation, _ expected: String) throws {
    #expect(try RenderingFormat.powerShell.render(binding(operation: operation)) == expected)
  }

  @Test(arguments: [
    (
      RenderingFormat.bicep,
      #"""
      targetScope = 'resourceGroup'

      metadata description = 'Deploy to resource group \'rg-edge\' of subscription \'\#(subscription)\', where the cluster is.'

      resource cluster 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
        name: 'aks-edge'
      }

      resource roleBinding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
        parent: cluster
        name: 'nightly-backup'
        properties: {
          sourceResourceId: '\#(vault)'
          roles: [
            'A.B/c/first'
            'A.B/c/second'
          ]
        }
      }

      """#
    ),
    (
      .armTemplate,
      #"""
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "metadata": {
          "description": "Deploy to resource group 'rg-edge' of subscription '\#(subscription)', where the cluster is."
        },
        "resources": [
          {
            "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
            "apiVersion": "2025-08-01",
            "name": "aks-edge/nightly-backup",
            "properties": {
              "sourceResourceId": "\#(vault)",
              "roles": [
                "A.B/c/first",
                "A.B/c/second"
              ]
            }
          }
        ]
      }

      """#
    ),
    (
      .terraformAzureRM,
      """
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "nightly_backup" {
        kubernetes_cluster_id = "\(clusterID)"
        name                  = "nightly-backup"
        source_resource_id    = "\(vault)"
        roles = [
          "A.B/c/first",
          "A.B/c/second",
        ]
      }

      """
    ),
    (
      .terraformAzAPI,
      """
      resource "azapi_resource" "nightly_backup" {
        type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
        parent_id = "\(clusterID)"
        name      = "nightly-backup"

        body = {
          properties = {
            sourceResourceId = "\(vault)"
            roles = [
              "A.B/c/first",
              "A.B/c/second",
            ]
          }
        }
      }

      """
    ),
    (
      .azureServiceOperator,
      """
      apiVersion: containerservice.azure.com/v1api20250801
      kind: TrustedAccessRoleBinding
      metadata:
        name: nightly-backup
      spec:
        azureName: nightly-backup
        owner:
          armId: \(clusterID)
        roles:
          - A.B/c/first
          - A.B/c/second
        sourceResourceReference:
          armId: \(vault)

      """
    ),
    (
      .pulumiYAML,
      """
      name: nightly-backup
      runtime: yaml
      resources:
        azure_subscription:
          type: pulumi:providers:azure-native
          properties:
            subscriptionId: "\(subscription)"
        nightly-backup:
          type: azure-native:containerservice:TrustedAccessRoleBinding
          properties:
            resourceGroupName: rg-edge
            resourceName: aks-edge
            trustedAccessRoleBindingName: nightly-backup
            sourceResourceId: \(vault)
            roles:
              - A.B/c/first
              - A.B/c/second
          options:
            provider: ${azure_subscription}

      """
    ),
  ])
  func declarations(_ format: RenderingFormat, _ expected: String) throws {
    for operation in RenderedBinding.Operation.allCases {
      #expect(try format.render(binding(roles: ["A.B/c/first", "A.B/c/second"], operation: operation)) == expected)
    }
  }
}

private let clusterID =
  "/subscriptions/\(subscription)/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/aks-edge"
