/// A Bicep file for the resource group of the cluster: a child must be deployed to the group that its parent is in.
enum Bicep {
  static func render(_ binding: RenderedBinding) -> String {
    """
    targetScope = 'resourceGroup'

    metadata description = \(literal(binding.deploymentNote))

    resource cluster 'Microsoft.ContainerService/managedClusters@\(RenderedBinding.apiVersion)' existing = {
      name: \(literal(binding.clusterName))
    }

    resource roleBinding '\(RenderedBinding.resourceType)@\(RenderedBinding.apiVersion)' = {
      parent: cluster
      name: \(literal(binding.bindingName))
      properties: {
        sourceResourceId: \(literal(binding.sourceID))
        roles: [\(binding.roleNames.map { "\n      " + literal($0) }.joined())
        ]
      }
    }

    """
  }

  private static func literal(_ value: String) -> String {
    "'"
      + value.escapingScalars(expressionsAfter: ["$": #"\$"#]) { scalar in
        switch scalar {
        case "\\": #"\\"#
        case "'": #"\'"#
        case "\n": #"\n"#
        case "\r": #"\r"#
        case "\t": #"\t"#
        default: scalar.needsEscape ? "\\u{\(scalar.hexadecimal(width: 1))}" : nil
        }
      } + "'"
  }
}

extension RenderedBinding {
  /// Where a template must be deployed to. In `metadata`, not in a comment: JSON has none, and a value can't break out.
  var deploymentNote: String {
    "Deploy to resource group '\(resourceGroup)' of subscription '\(subscriptionID)', where the cluster is."
  }
}
