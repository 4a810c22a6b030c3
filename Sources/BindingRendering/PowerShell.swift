/// The cmdlets of Az.Aks. `New-` sends a PUT and so replaces what is there, `Update-` needs it to be there.
enum PowerShell {
  static func render(_ binding: RenderedBinding) -> String {
    let source = "-SourceResourceId " + literal(binding.sourceID)
    let roles = "-Role " + list(binding.roleNames)
    return switch binding.operation {
    case .create, .createOrUpdate: cmdlet("New", on: binding, [source, roles])
    case .update: cmdlet("Update", on: binding, [roles])
    case .delete: cmdlet("Remove", on: binding, [])
    }
  }

  private static func cmdlet(_ verb: String, on binding: RenderedBinding, _ parameters: [String]) -> String {
    let target = [
      "\(verb)-AzAksTrustedAccessRoleBinding",
      "-SubscriptionId " + literal(binding.subscriptionID),
      "-ResourceGroupName " + literal(binding.resourceGroup),
      "-ResourceName " + literal(binding.clusterName),
      "-Name " + literal(binding.bindingName),
    ]
    return (target + parameters).joined(separator: " `\n  ") + "\n"
  }

  private static func list(_ values: [String]) -> String {
    values.isEmpty ? "@()" : values.map(literal).joined(separator: ", ")
  }

  /// The value as a verbatim string. PowerShell takes four typographic quotes for the plain one, inside too.
  private static func literal(_ value: String) -> String {
    "'"
      + value.escapingScalars { scalar in
        switch scalar {
        case "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": "\(scalar)\(scalar)"
        default: nil
        }
      } + "'"
  }
}
