import BindingDocuments
import Testing

/// What each of the fixtures says.
struct YAMLReadingTests {
  private let vault = YAMLFixtures.vault
  private let cluster = YAMLFixtures.cluster

  @Test func readsServiceOperator() {
    #expect(
      printed(YAML.self, YAMLFixtures.serviceOperator) == [
        "serviceOperator declare [TrustedAccessRoleBinding] name=nightly-backup "
          + "cluster=/subscriptions/⟨?⟩/resourceGroups/⟨?⟩/providers/Microsoft.ContainerService/managed"
          + "Clusters/aks-edge←aks-edge source=\(vault) "
          + "roles=[Microsoft.DataProtection/backupVaults/backup-operator]",
        "ignore binding-name in \"kind: TrustedAccessRoleBinding\\napiVersion: "
          + "containerservice.azure.com/v1api20240901\\nmetadata: {name: in-kubernetes}\\nspec:\\n  azureName: "
          + "\\\"in-azure\\\"\\n  owner: {armId: \\'\(cluster)\\'}\\n  roles: [a/b/c, \\'d/e/f\\',\\n    "
          + "\\\"g/h/i\\\"]\\n  sourceResourceReference: {group: dataprotection.azure.com, kind: BackupVault, "
          + "name: vault}\"",
        "serviceOperator declare [TrustedAccessRoleBinding] name=in-azure←\"in-azure\" "
          + "cluster=\(cluster)←'\(cluster)' "
          + "source=/subscriptions/⟨?⟩/resourceGroups/⟨?⟩/providers/Microsoft.DataProtection/backupVaul"
          + "ts/vault←vault roles=[a/b/c | d/e/f←'d/e/f' | g/h/i←\"g/h/i\"]",
      ])
  }

  @Test func readsCrossplane() {
    #expect(
      printed(YAML.self, YAMLFixtures.crossplane) == [
        "crossplane declare [TrustedAccessRoleBinding] name=outside cluster=⟨?name: aks-edge⟩←name: "
          + "aks-edge source=\(vault) roles=[Microsoft.DataProtection/backupVaults/backup-operator]"
      ])
  }

  @Test func readsPulumi() {
    #expect(
      printed(YAML.self, YAMLFixtures.pulumi) == [
        "location = westus2",
        "suffix = edge",
        "group = rg-⟨suffix⟩←rg-${suffix}",
        "subscription = ?",
        "aks.name = aks-edge",
        "aks.id = "
          + "/subscriptions/⟨?⟩/resourceGroups/⟨group⟩/providers/Microsoft.ContainerService/managedClus"
          + "ters/aks-edge←aks-edge",
        "pulumi declare [azure-native:containerservice/v20230901:TrustedAccessRoleBinding] "
          + "name=nightly-⟨suffix⟩←nightly-${suffix} "
          + "cluster=/subscriptions/⟨?⟩/resourceGroups/⟨group⟩/providers/Microsoft.ContainerService/man"
          + "agedClusters/⟨aks.name⟩←${aks.name} source=\(vault) "
          + "roles=[Microsoft.DataProtection/backupVaults/backup-operator]",
      ])
  }

  @Test func readsGitHubActions() {
    #expect(
      printed(YAML.self, YAMLFixtures.gitHub) == [
        "RG = rg-edge",
        "env:rg = rg-edge",
        "CLUSTER = ⟨?${{ vars.CLUSTER }}⟩←${{ vars.CLUSTER }}",
        "env:cluster = ⟨?${{ vars.CLUSTER }}⟩←${{ vars.CLUSTER }}",
        "embedded shell: \"az aks trustedaccess rolebinding list \\\\\\n  -g \\\"$RG\\\" --cluster-name "
          + "\\\"$CLUSTER\\\"\\n\\necho done\\n\"",
        "embedded shell: \"az aks trustedaccess role list -l eastus\"",
        "embedded powerShell: \"az aks trustedaccess role list -l eastus\"",
      ])
  }

  @Test func readsAzurePipelines() {
    #expect(
      printed(YAML.self, YAMLFixtures.azurePipeline) == [
        "rg.name = rg-edge",
        "RG_NAME = rg-edge",
        "env:rg_name = rg-edge",
        "embedded powerShell: \"az aks trustedaccess rolebinding show `\\n  -g $(rg.name) --cluster-name "
          + "aks -n x\\n\"",
        "embedded shell: \"az aks trustedaccess role list \\\"-l\\\" eastus\"",
      ])
  }

  @Test func readsGitLab() {
    #expect(
      printed(YAML.self, YAMLFixtures.gitLab) == [
        "RG = rg-edge",
        "CLUSTER = aks",
        "embedded shell: \"az aks trustedaccess rolebinding list -g $RG --cluster-name $CLUSTER\"",
        "embedded shell: \"NAME=nightly\\naz aks trustedaccess rolebinding show -g $RG --cluster-name "
          + "$CLUSTER -n $NAME\"",
      ])
  }

  @Test func readsCharts() {
    #expect(
      printed(YAML.self, YAMLFixtures.chart) == [
        "serviceOperator declare [TrustedAccessRoleBinding] name=⟨?{{ $name | quote }}⟩←{{ $name | quote "
          + "}} "
          + "cluster=/subscriptions/⟨?⟩/resourceGroups/⟨?⟩/providers/Microsoft.ContainerService/managedClusters/⟨?{{ "
          + ".Values.cluster | default \"aks\" }}⟩←\"{{ .Values.cluster | default \"aks\" }}\" "
          + "source=/subscriptions/⟨?{{ .Values.subscription }}⟩/resourceGroups/x←/subscriptions/{{ "
          + ".Values.subscription }}/resourceGroups/x roles=[⟨?{{ . }}⟩←{{ . }}]"
      ])
  }

  @Test func followsAliases() {
    #expect(
      printed(YAML.self, YAMLFixtures.aliases) == [
        "*base.roles.0 = a/b/c",
        "*base.owner.name = aks",
        "serviceOperator declare [TrustedAccessRoleBinding] name=⟨*name⟩←*name "
          + "cluster=/subscriptions/⟨?⟩/resourceGroups/⟨?⟩/providers/Microsoft.ContainerService/managed"
          + "Clusters/⟨*base.owner.name⟩←*base source=⟨?*missing⟩←*missing roles=[⟨*base.roles.0⟩←*base]",
        "*name = first",
      ])
  }
}
