/// A resource of Terraform's azapi provider, 2.0 or later: `body` is an object, laid out as `terraform fmt` does.
enum TerraformAzAPI {
  static func render(_ binding: RenderedBinding) -> String {
    """
    resource "azapi_resource" "\(binding.terraformLabel)" {
      type      = "\(RenderedBinding.resourceType)@\(RenderedBinding.apiVersion)"
      parent_id = \(HCL.literal(binding.clusterID))
      name      = \(HCL.literal(binding.bindingName))

      body = {
        properties = {
          sourceResourceId = \(HCL.literal(binding.sourceID))
          roles = [\(binding.roleNames.map { "\n        \(HCL.literal($0))," }.joined())
          ]
        }
      }
    }

    """
  }
}
