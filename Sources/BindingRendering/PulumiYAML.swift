/// A whole Pulumi program (`Pulumi.yaml`) with the azure-native provider set to the cluster's subscription.
enum PulumiYAML {
  static func render(_ binding: RenderedBinding) -> String {
    """
    name: \(YAML.scalar(binding.bindingName))
    runtime: yaml
    resources:
      \(provider):
        type: pulumi:providers:azure-native
        properties:
          subscriptionId: \(scalar(binding.subscriptionID))
      \(YAML.scalar(binding.bindingName)):
        type: azure-native:containerservice:TrustedAccessRoleBinding
        properties:
          resourceGroupName: \(scalar(binding.resourceGroup))
          resourceName: \(scalar(binding.clusterName))
          trustedAccessRoleBindingName: \(scalar(binding.bindingName))
          sourceResourceId: \(scalar(binding.sourceID))
          roles:\(YAML.list(binding.roleNames.map(literal), indentation: 8))
        options:
          provider: ${\(provider)}

    """
  }

  /// The provider's name in the program. No binding can have it: their names hold no underscore.
  private static let provider = "azure_subscription"

  private static func scalar(_ value: String) -> String { YAML.scalar(literal(value)) }

  /// The value kept from being interpolated: `$$` is read as `$` wherever it stands.
  private static func literal(_ value: String) -> String { value.escapingScalars { $0 == "$" ? "$$" : nil } }
}
