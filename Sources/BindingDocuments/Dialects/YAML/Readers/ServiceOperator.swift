// Azure Service Operator's `containerservice.azure.com/*`, kind `TrustedAccessRoleBinding`: `spec.azureName`, or else
// `metadata.name`, is the binding's name; `spec.owner` the cluster, by the name of its resource in Kubernetes, which is
// taken for that in Azure, or by `armId`; `spec.sourceResourceReference` the source, by `armId` or by group, kind and
// name.

extension YAML.Reader {
  /// Reads the properties of a resource of Azure Service Operator.
  mutating func serviceOperator(_ resource: Int, _ site: inout BindingSite) {
    let specification = tree.member("spec", of: resource)
    if let name = tree.member("azureName", of: specification) ?? metadataName(of: resource) {
      site.name = expression(name)
    }
    guard let specification else { return }
    site.cluster = owner(of: specification)
    site.source = source(of: specification)
    if let roles = tree.member("roles", of: specification) { site.roles = self.roles(roles) }
    site.arguments = arguments(of: specification.value)
  }

  private mutating func owner(of specification: YAML.Tree.Member) -> Expression? {
    let owner = tree.member("owner", of: specification)
    if let id = tree.member("armId", of: owner) { return expression(id) }
    guard let name = tree.member("name", of: owner) else { return nil }
    let value = expression(name)
    return BindingSite.clusterID(subscription: nil, group: nil, name: value, at: value.range.lowerBound)
  }

  private mutating func source(of specification: YAML.Tree.Member) -> Expression? {
    guard let reference = tree.member("sourceResourceReference", of: specification) else { return nil }
    if let id = tree.member("armId", of: reference) { return expression(id) }
    guard let name = tree.member("name", of: reference) else { return nil }
    let value = expression(name)
    let kind = tree.member("kind", of: reference).map { tree.text(of: $0.value) }
    guard let type = Self.types[kind ?? ""] else { return unknown(value.range) }
    let place = value.range.lowerBound
    let unknown = Expression([.init(.opaque, "", at: place..<place)], range: place..<place, quoting: .none)
    return .joining([
      .implied("/subscriptions/", at: place), unknown, .implied("/resourceGroups/", at: place), unknown,
      .implied("/providers/\(type)/", at: place), value,
    ])
  }

  /// The types of Azure that sources of roles have, by the operator's kinds of them.
  private static var types: [String: String] {
    [
      "BackupVault": "Microsoft.DataProtection/backupVaults",
      "Workspace": "Microsoft.MachineLearningServices/workspaces",
    ]
  }
}
