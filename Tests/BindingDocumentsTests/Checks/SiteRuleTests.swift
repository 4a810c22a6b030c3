import BindingDocuments
import SourceText
import Testing
import TrustedAccess

/// Rules of one site: each says what it should where it should, its fix leaves nothing to say, and near misses are left
/// alone.
struct SiteRuleTests {
  private static let id = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers"
  private static let source = "\(id)/Microsoft.MachineLearningServices/workspaces/ws"
  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  private static let create = "az aks trustedaccess rolebinding create -g rg --cluster-name aks --roles \(role)"
  private static let delete = "az aks trustedaccess rolebinding delete -g rg --cluster-name aks"
  private static let url =
    "https://management.azure.com$cluster/providers/Microsoft.ContainerService/managedClusters/aks/trustedAccessRoleBindings"

  private static func bicep(version: String) -> String {
    """
    resource b 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@\(version)' = {
      parent: aks
      name: 'b'
      properties: {
        sourceResourceId: workspace.id
        roles: ['\(role)']
      }
    }
    """
  }

  private static func terraform(cluster subscription: String, source: String = source) -> String {
    """
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
      kubernetes_cluster_id = "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
      name                  = "b"
      roles                 = ["\(role)"]
      source_resource_id    = "\(source)"
    }
    """
  }

  private static func serviceOperator(version: String) -> String {
    """
    apiVersion: containerservice.azure.com/\(version)
    kind: TrustedAccessRoleBinding
    metadata:
      name: b
    spec:
      owner:
        name: aks
      roles: ["\(role)"]
      sourceResourceReference:
        armId: \(source)
    """
  }

  @Test(arguments: [
    // Quoting.
    (DialectName.shell, "\(create) -n b --source-resource-id '$WS'", ["'$WS' unexpanded-variable"]),
    (.shell, "\(create) -n b --source-resource-id '${WS}/x'", ["'${WS}/x' unexpanded-variable"]),
    (.powerShell, "\(create) -n b --source-resource-id '$ws'", ["'$ws' unexpanded-variable"]),
    (.yaml, "steps:\n- bash: \(create) -n '$B' --source-resource-id $WS", ["'$B' unexpanded-variable"]),
    (
      .shell, "\(create) -n b --source-resource-id $WS --subscription Pay As You Go --verbose",
      ["Pay As You Go unquoted-value"]
    ),
    (
      .batch, "\(create) -n 'b' --source-resource-id '\(source)'",
      ["'b' single-quotes-in-batch", "'\(source)' single-quotes-in-batch"]
    ),
    (
      .powerShell, "az rest --method delete --url \"\(url)/$name?api-version=2025-08-01\"",
      ["$name?api question-mark-in-variable"]
    ),
    // Versions.
    (.bicep, bicep(version: "2023-03-02-preview"), ["2023-03-02-preview retired-api-version"]),
    (.bicep, bicep(version: "2023-08-01"), ["2023-08-01 unknown-api-version"]),
    (
      .shell, "az rest -m get -u \"\(url)?api-version=2022-11-02-preview&x=y\"",
      ["2022-11-02-preview retired-api-version"]
    ),
    (.yaml, serviceOperator(version: "v1api20230202preview"), ["v1api20230202preview retired-api-version"]),
    (
      .arm,
      """
      {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [{
        "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
        "apiVersion": "2023-05-02-preview", "name": "aks/b",
        "properties": {"sourceResourceId": "\(source)", "roles": ["\(role)"]}}]}
      """, ["2023-05-02-preview retired-api-version"]
    ),
    (
      .terraform,
      """
      resource "azapi_resource" "b" {
        type      = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2022-05-02-preview"
        parent_id = azurerm_kubernetes_cluster.aks.id
        name      = "b"
        body      = { properties = { roles = ["\(role)"], sourceResourceId = "\(source)" } }
      }
      """, ["2022-05-02-preview retired-api-version"]
    ),
    // What scripts do.
    (
      .shell, "\(create) -n b --source-resource-id $WS 2>/dev/null || echo exists",
      ["az aks trustedaccess rolebinding create hidden-failure"]
    ),
    (
      .shell, "\(create) -n b --source-resource-id $WS >/dev/null 2>&1 || true",
      ["az aks trustedaccess rolebinding create hidden-failure"]
    ),
    (
      .shell, "\(create) -n b --source-resource-id $WS &> /dev/null || :",
      ["az aks trustedaccess rolebinding create hidden-failure"]
    ),
    (
      .shell,
      "for b in $(az aks trustedaccess rolebinding list -g rg --cluster-name aks --query [].name -o tsv); do"
        + " \(delete) --yes -n \"$b\"; done",
      ["az aks trustedaccess rolebinding delete deletion-of-every-binding"]
    ),
    (
      .terraform, terraform(cluster: "${var.subscription_id}"),
      ["8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b fixed-subscription"]
    ),
    // The domain's rules over documents: another subscription, and a name that is too long where it is used.
    (
      .terraform, terraform(cluster: "1c2d3e4f-0b4e-4d5f-9a6b-7c8d9e0f1a2b"),
      ["8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b other-subscription"]
    ),
    (.shell, "ENV=production\n\(create) --source-resource-id $WS -n \"machine-learning-$ENV\"", ["ion binding-name"]),
  ])
  func mistakesAreFound(dialect: DialectName, text: String, expected: [String]) throws {
    let found = try findings(in: text, as: dialect)
    guard expected != ["ion binding-name"] else {
      // The end of what the variable means stands where the variable does.
      #expect(found == ["$ENV binding-name"])
      return
    }
    #expect(found == expected)
    let left = try findings(in: mended(text, as: dialect), as: dialect)
    let unfixable = ["hidden-failure", "deletion-of-every-binding", "fixed-subscription", "other-subscription"]
    #expect(left.filter { finding in !unfixable.contains { finding.hasSuffix($0) } } == [])
  }

  @Test(arguments: [
    (DialectName.shell, "\(create) -n b --source-resource-id '\(source)'"),
    (.shell, "\(create) -n b --source-resource-id $WS --query '$.x'"),
    (.shell, "bash -c \"\(create) -n b --source-resource-id '$WS'\""),
    (.shell, "\(create) -n b --source-resource-id '${workspace_id}'"),
    (.yaml, "steps:\n- bash: \(create) -n '${{ inputs.name }}' --source-resource-id '$(workspace)'"),
    (.batch, "\(create) -n b --source-resource-id \"\(source)\""),
    (.shell, "\(create) -n b --source-resource-id ${{ matrix.source }} --subscription $[[ inputs.subscription ]]"),
    (.powerShell, "az rest --method delete --url \"\(url)/${name}?api-version=2025-08-01\""),
    (.bicep, bicep(version: "2025-08-01")),
    (.bicep, bicep(version: "2024-02-02-preview")),
    (.bicep, bicep(version: "2027-03-01")),
    (.bicep, bicep(version: "2026-06-02-preview")),
    (.yaml, serviceOperator(version: "v1api20240901")),
    (.yaml, serviceOperator(version: "v1api20231001")),
    (
      .shell,
      "\(create) -n b --source-resource-id $WS 2>/dev/null || az aks trustedaccess rolebinding update -g rg"
        + " --cluster-name aks -n b --roles \(role)"
    ),
    (.shell, "\(create) -n b --source-resource-id $WS 2>/dev/null"),
    (.shell, "\(create) -n b --source-resource-id $WS >/dev/null || echo failed"),
    (.shell, "\(create) -n b --source-resource-id $WS 2>errors.log || true"),
    (.shell, "\(create) -n b --source-resource-id $WS || exit 1"),
    (.shell, "\(delete) --yes -n b"),
    (.shell, "for b in backup ml; do \(delete) --yes -n \"$b\"; done"),
    (.terraform, terraform(cluster: "${var.subscription_id}", source: "${var.workspace_id}")),
    (.terraform, terraform(cluster: "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b")),
    (.terraform, terraform(cluster: "${var.subscription_id}", source: source.onSubscription("${var.subscription_id}"))),
  ])
  func whatIsRightIsLeftAlone(dialect: DialectName, text: String) throws {
    #expect(try findings(in: text, as: dialect) == [])
  }
}

extension String {
  /// The ID in another subscription.
  fileprivate func onSubscription(_ subscription: String) -> String {
    "/subscriptions/\(subscription)" + dropFirst("/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b".count)
  }
}
