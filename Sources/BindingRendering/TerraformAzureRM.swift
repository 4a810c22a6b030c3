/// A resource of Terraform's azurerm provider, laid out as `terraform fmt` does.
///
/// The provider parses `kubernetes_cluster_id` with regard to case, and creates the binding in its own subscription.
enum TerraformAzureRM {
  static func render(_ binding: RenderedBinding) -> String {
    """
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "\(binding.terraformLabel)" {
      kubernetes_cluster_id = \(HCL.literal(binding.clusterID))
      name                  = \(HCL.literal(binding.bindingName))
      source_resource_id    = \(HCL.literal(binding.sourceID))
      roles = [\(binding.roleNames.map { "\n    \(HCL.literal($0))," }.joined())
      ]
    }

    """
  }
}
