package import BindingDocuments

/// What the options of `az aks trustedaccess …` are. Source: the help of azure-cli 2.91.0.
package enum AzureOptionHelp {
  /// The values of `--output`.
  static let outputs = ["json", "jsonc", "none", "table", "tsv", "yaml", "yamlc"]

  /// What an option is, in a few words; `nil` if that is not known.
  package static func text(of option: AzureOption) -> String? { option.names.first.flatMap { texts[$0] } }

  /// What a snippet proposes for an option's value, as what stands behind its number: `:name`, `|a,b|`.
  static func value(of option: AzureOption) -> String {
    switch option.meaning {
    case .name: ":name"
    case .group: ":group"
    case .cluster: ":cluster"
    case .source: ":id"
    case .roles: ":role"
    case .location: ":location"
    case .subscription: ":subscription"
    case .other: option.names.first == "--output" ? "|\(outputs.joined(separator: ","))|" : ""
    }
  }

  private static let texts = [
    "--name": "the binding's name",
    "--resource-group": "the cluster's resource group",
    "--cluster-name": "the cluster's name",
    "--source-resource-id": "the ID of the resource that is given the roles",
    "--roles": "the roles, with commas between them",
    "--location": "the location whose roles are listed",
    "--yes": "do not ask for confirmation",
    "--subscription": "name or ID of the cluster's subscription",
    "--output": "the output's format",
    "--query": "a JMESPath query of the output",
    "--debug": "show all debug logs",
    "--verbose": "show more logs",
    "--only-show-errors": "show no warnings",
    "--help": "show the command's help",
    "--acquire-policy-token": "acquire an Azure Policy token for the operation",
    "--change-reference": "the ID of the change that the operation is part of",
  ]
}

/// What the parameters of the cmdlets are. Source: the help of Az.Aks.
package enum AzAksParameterHelp {
  /// What a parameter is, in a few words; `nil` if its name says it.
  package static func text(of parameter: AzAksCmdlet.Parameter) -> String? {
    switch parameter.meaning {
    case .name: "the binding's name"
    case .group: "the cluster's resource group"
    case .cluster: "the cluster's name"
    case .source: "the ID of the resource that is given the roles"
    case .roles: "the roles"
    case .location: "the location whose roles are listed"
    case .subscription: "the cluster's subscription"
    case .identity: "the binding or the cluster, as an object"
    case .other: nil
    }
  }
}
