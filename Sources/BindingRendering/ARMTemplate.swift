import JSON

/// A whole ARM template, to be deployed to the resource group of the cluster.
enum ARMTemplate {
  static func render(_ binding: RenderedBinding) -> String {
    var writer = JSONWriter(style: .indented)
    writer.object { template in
      template.member("$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
      template.member("contentVersion", "1.0.0.0")
      template.member("metadata") { $0.object { $0.member("description", binding.deploymentNote) } }
      template.member("resources") { $0.array { $0.object { write(binding, into: &$0) } } }
    }
    return String(decoding: writer.finish(), as: UTF8.self) + "\n"
  }

  private static func write(_ binding: RenderedBinding, into resource: inout JSONWriter) {
    resource.member("type", RenderedBinding.resourceType)
    resource.member("apiVersion", RenderedBinding.apiVersion)
    resource.member("name", literal("\(binding.clusterName)/\(binding.bindingName)"))
    resource.member("properties") {
      $0.object { properties in
        properties.member("sourceResourceId", literal(binding.sourceID))
        properties.member("roles", binding.roleNames.map(literal))
      }
    }
  }

  /// The value kept from being evaluated. Only what starts with `[` and ends with `]` is an expression; in other texts a
  /// second bracket would stay (Azure documentation, "Syntax and expressions in ARM templates", escape characters).
  private static func literal(_ value: String) -> String {
    value.utf8.first == UInt8(ascii: "[") && value.utf8.last == UInt8(ascii: "]") ? "[" + value : value
  }
}
