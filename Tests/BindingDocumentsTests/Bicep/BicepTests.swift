import BindingDocuments
import Testing

@Suite struct BicepTests {
  @Test func readsParentsParametersAndVariables() {
    let text = #"""
      targetScope = 'resourceGroup'

      @description('''
      The cluster that the vault may reach
      ''')
      @minLength(1)
      param clusterName string = 'aks-edge'
      param vaultId string
      param subscriptionId string = subscription().subscriptionId
      var names = {
        binding: 'nightly-${clusterName}'
        'group': 'rg'
        nested: { deep: 1 }
      }

      resource aks 'Microsoft.ContainerService/managedClusters@2025-08-01' existing = {
        name: clusterName
        scope: resourceGroup(subscriptionId, 'rg-aks')
      }

      resource vault 'Microsoft.DataProtection/backupVaults@2024-04-01' = { name: 'bv', location: 'westeurope' }

      // Backups.
      resource vaultBinding 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
        parent: aks
        name: names.binding
        properties: {
          sourceResourceId: vault.id
          roles: [
            'Microsoft.DataProtection/backupVaults/backup-operator' // trusted-access: ignore unknown-role
          ]
        }
      }
      """#
    #expect(
      fields(Bicep.self, text) == #"""
        clusterName = aks-edge←'aks-edge'
        vaultId = ?
        subscriptionId = ⟨?subscription().subscriptionId⟩←subscription().subscriptionId
        names = ?
        names.binding = nightly-⟨clusterName⟩←'nightly-${clusterName}'
        names.group = rg←'rg'
        names.nested = ?
        names.nested.deep = 1
        aks.name = ⟨clusterName⟩←clusterName
        aks.id = /subscriptions/⟨subscriptionId⟩/resourceGroups/rg-aks/providers/CLUSTERS/⟨clusterName⟩←clusterName
        vault.name = bv←'bv'
        vault.id = SUBSCRIPTION/GROUP/providers/Microsoft.DataProtection/backupVaults/bv←'bv'
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
          name=⟨names.binding⟩←names.binding
          cluster=⟨aks.id⟩←aks
          source=⟨vault.id⟩←vault.id
          roles=[Microsoft.DataProtection/backupVaults/backup-operator←'Microsoft.DataProtection/backupVaults/ba\#
        ckup-operator']
        vaultBinding.name = ⟨names.binding⟩←names.binding
        vaultBinding.id = ⟨aks.id⟩/BINDINGS/⟨names.binding⟩←names.binding
        ignore unknown-role in "resource vaultBinding \'CLUSTERS/BINDINGS@2025-08-01\' = {\n  parent: aks\n  \#
        name: names.binding\n  properties: {\n    sourceResourceId: vault.id\n    roles: [\n      \#
        \'Microsoft.DataProtection/backupVaults/backup-operator\' // trusted-access: ignore unknown-role\n    \#
        ]\n  }\n}"
        """#)
  }

  @Test func readsSlashNamesLoopsAndNestedResources() {
    let text = #"""
      resource slash 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = if (enabled && !empty(x)) {
        name: '${aks.name}/it\'s\u{2d}ok'
        properties: {
          roles: roleNames
          sourceResourceId: resourceId('rg-ml', 'Microsoft.MachineLearningServices/workspaces', workspace)
        }
        dependsOn: [
          aks
        ]
      }

      @batchSize(1)
      resource many 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = [for (b, i) in bindings: {
        parent: aks
        name: b.name
        properties: { sourceResourceId: b.?source, roles: ['A.B/c/d', ...more] }
      }]

      resource cluster 'Microsoft.ContainerService/managedClusters@2025-08-01' = {
        name: 'aks'
        scope: rg
        properties: { dnsPrefix: 'x' }

        // trusted-access: ignore
        resource inner 'trustedAccessRoleBindings' = {
          name: 'ml'
          properties: {
            sourceResourceId: format('{0}/providers/{1}', subscription('s').id, x!.y::z)
            roles: concat(['a/b/c'], contains(x, 'y') ? [] : more)
          }
        }

        resource pool 'agentPools@2025-08-01' = { name: 'trustedAccessRoleBindings' }
      }

      resource rg 'Microsoft.Resources/resourceGroups@2024-03-01' existing = {
        name: '''rg-x'''
        scope: subscription('11111111-2222-3333-4444-555555555555')
      }

      resource seen 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' existing = {
        parent: cluster::inner
        name: take('aml-${uniqueString(resourceGroup().id)}', 24)
      }

      var text = $'''
        a ${one}
        resource b
      '''
      var plain = '''it's ${not}'''
      var choice = condition
        ? 'a'
        : b ?? 'c'
      var roleNames = [
        'A.B/c/d', 'A.B/c/e'
      ]

      output id string = slash.id

      // trusted-access: ignore binding-name
      @description('Decorated')
      resource decorated 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {}
      """#
    #expect(
      fields(Bicep.self, text) == #"""
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
          name=it's-ok←it\'s\u{2d}ok
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨aks.name⟩←${aks.name}
          source=SUBSCRIPTION/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/⟨works\#
        pace⟩←resourceId('rg-ml', 'Microsoft.MachineLearningServices/workspaces', workspace)
          roles=[⟨roleNames[@]⟩←roleNames]
        slash.name = ⟨aks.name⟩/it's-ok←'${aks.name}/it\'s\u{2d}ok'
        slash.id = SUBSCRIPTION/GROUP/providers/CLUSTERS/⟨aks.name⟩/BINDINGS/it's-ok←'${aks.name}/it\'s\u{2d}ok'
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01'] repeated
          name=⟨?b.name⟩←b.name
          cluster=⟨aks.id⟩←aks
          source=⟨?b.?source⟩←b.?source
          roles=[A.B/c/d←'A.B/c/d' | ⟨more[@]⟩←more]
        cluster.name = aks←'aks'
        cluster.id = ⟨rg.id⟩/providers/CLUSTERS/aks←'aks'
        ignore  in "  resource inner \'BINDINGS\' = {\n    name: \'ml\'\n    properties: {\n      \#
        sourceResourceId: format(\'{0}/providers/{1}\', subscription(\'s\').id, x!.y::z)\n      roles: \#
        concat([\'a/b/c\'], contains(x, \'y\') ? [] : more)\n    }\n  }"
        bicep declare ['BINDINGS']
          name=ml←'ml'
          cluster=⟨rg.id⟩/providers/CLUSTERS/aks←inner
          source=/subscriptions/s/providers/⟨x.y.z⟩←format('{0}/providers/{1}', subscription('s').id, x!.y::z)
          roles=[a/b/c←'a/b/c']…
        cluster.inner.name = ml←'ml'
        cluster.inner.id = ⟨rg.id⟩/providers/CLUSTERS/aks/BINDINGS/ml←'ml'
        cluster.pool.name = BINDINGS←'BINDINGS'
        cluster.pool.id = ⟨rg.id⟩/providers/CLUSTERS/aks/agentPools/BINDINGS←'BINDINGS'
        rg.name = rg-x←'''rg-x'''
        rg.id = /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-x←'''rg-x'''
        bicep show ['CLUSTERS/BINDINGS@2025-08-01'] reference
          name=⟨?take('aml-${uniqueString(resourceGroup().id)}', \#
        24)⟩←take('aml-${uniqueString(resourceGroup().id)}', 24)
          cluster=⟨cluster.inner.id⟩←cluster::inner
        seen.name = ⟨?take('aml-${uniqueString(resourceGroup().id)}', \#
        24)⟩←take('aml-${uniqueString(resourceGroup().id)}', 24)
        seen.id = ⟨cluster.inner.id⟩/BINDINGS/⟨?take('aml-${uniqueString(resourceGroup().id)}', \#
        24)⟩←take('aml-${uniqueString(resourceGroup().id)}', 24)
        text =   a ⟨one⟩
          resource b
        ←$'''
          a ${one}
          resource b
        '''
        plain = it's ${not}←'''it's ${not}'''
        choice = ⟨?condition
          ? 'a'
          : b ?? 'c'⟩←condition
          ? 'a'
          : b ?? 'c'
        roleNames = ?
        ignore binding-name in "@description(\'Decorated\')\nresource decorated \#
        \'CLUSTERS/BINDINGS@2025-08-01\' = {}"
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
        decorated.name = ?
        decorated.id = ?
        """#)
  }

  @Test func readsWhatIsBeingTyped() {
    let text = #"""
      resource a 'Microsoft.ContainerService/managedClusters/trustedAccess
      resource b 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' =
      resourc c 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
        name: 'aks/b
        properties: {
          sourceResourceId:
          roles: [
            'Microsoft.DataProtection/
            <your role>
        }
      }
      resource d 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
        parent: 
        name: fullName
        properties: {
          sourceResourceId: <the vault's ID>
          roles: [ 'a/b/c'
      param x string = '${y
      param z object = {
        a: '''
         open
      param next string = 'n'
      """#
    #expect(
      fields(Bicep.self, text) == #"""
        bicep ? ['CLUSTERS/trustedAccess]
        a.name = ?
        a.id = ?
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
        b.name = ?
        b.id = ?
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
          name=b
          cluster=SUBSCRIPTION/GROUP/providers/CLUSTERS/aks←aks
          roles=[Microsoft.DataProtection/←'Microsoft.DataProtection/ | ⟨?<your role>⟩←<your role>]
        c.name = aks/b←'aks/b
        c.id = SUBSCRIPTION/GROUP/providers/CLUSTERS/aks/BINDINGS/b←'aks/b
        bicep declare ['CLUSTERS/BINDINGS@2025-08-01']
          name=⟨?⟩←fullName
          source=⟨?<the vault's ID>⟩←<the vault's ID>
          roles=[a/b/c←'a/b/c']
        d.name = ⟨fullName⟩←fullName
        d.id = ?
        x = ⟨?${y⟩←'${y
        z = ?
        z.a =    open
        ←'''
           open

        next = n←'n'
        """#)
  }

  @Test func readsParameterFiles() {
    let text = #"""
      using './main.bicep'

      param clusterName = 'aks'
      param roles = ['Microsoft.DataProtection/backupVaults/backup-operator']
      param vaultId = readEnvironmentVariable('VAULT', '')
      """#
    #expect(
      fields(Bicep.self, text) == #"""
        clusterName = aks←'aks'
        roles = ?
        vaultId = ⟨?readEnvironmentVariable('VAULT', '')⟩←readEnvironmentVariable('VAULT', '')
        """#)
  }
}
