// Pulumi YAML: `azure-native:containerservice:TrustedAccessRoleBinding`, with a version in the module or the package,
// and the provider `azure`'s `ClusterTrustedAccessRoleBinding`. A text may hold `${name}` of a variable or a
// configuration's value, and `${resource.property}`.

extension YAML.Reader {
  /// Reads a resource, if it is one of those that matter.
  mutating func pulumiResource(_ resource: Int, type: Int) {
    guard tree[type].isScalar else { return }
    let token = PulumiToken(tree.text(of: type))
    guard let kind = token.kind else { return }
    let properties = tree.member("properties", of: resource)
    switch kind {
    case .binding: pulumiBinding(resource, type, isNative: true, properties)
    case .bridgedBinding: pulumiBinding(resource, type, isNative: false, properties)
    case .group: outputs(of: resource, "resourceGroupName", type: nil, properties)
    case .cluster: outputs(of: resource, "resourceName", type: "Microsoft.ContainerService/managedClusters", properties)
    case .vault: outputs(of: resource, "vaultName", type: "Microsoft.DataProtection/backupVaults", properties)
    case .workspace:
      outputs(of: resource, "workspaceName", type: "Microsoft.MachineLearningServices/workspaces", properties)
    }
  }

  private mutating func pulumiBinding(
    _ resource: Int, _ type: Int, isNative: Bool, _ properties: YAML.Tree.Member?
  ) {
    let key = tree[resource].key
    let start = key >= 0 ? tree[key].range.lowerBound : tree[resource].range.lowerBound
    var site = BindingSite(
      .pulumi, .declare, range: start..<Swift.max(start, tree[resource].range.upperBound), heading: tree[type].range)
    site.words = [expression(type)]
    if let roles = tree.member("roles", of: properties) { site.roles = self.roles(roles, .pulumi) }
    site.source = tree.member("sourceResourceId", of: properties).map { expression($0, .pulumi) }
    if isNative {
      site.name = tree.member("trustedAccessRoleBindingName", of: properties).map { expression($0, .pulumi) }
      if let name = tree.member("resourceName", of: properties).map({ expression($0, .pulumi) }) {
        let group = tree.member("resourceGroupName", of: properties).map { expression($0, .pulumi) }
        site.cluster = BindingSite.clusterID(
          subscription: nil, group: group, name: name, at: name.range.lowerBound)
      }
    } else {
      site.name = tree.member("name", of: properties).map { expression($0, .pulumi) }
      site.cluster = tree.member("kubernetesClusterId", of: properties).map { expression($0, .pulumi) }
    }
    // Pulumi makes one from the resource's own.
    if site.name == nil, key >= 0 { site.name = unknown(tree[key].range) }
    site.isReference = tree.member("get", of: resource) != nil
    if let properties { site.arguments = arguments(of: properties.value, .pulumi) }
    if tree.isTemplated(site.range) { fillUnknown(&site) }
    reading.sites.append(site)
  }

  /// Defines what other resources may take from one: its name and its ID.
  private mutating func outputs(
    of resource: Int, _ name: StaticString, type: String?, _ properties: YAML.Tree.Member?
  ) {
    let key = tree[resource].key
    guard key >= 0 else { return }
    let place = tree[key].range
    let label = tree.name(of: resource)
    let given = tree.member(name, of: properties).map { expression($0, .pulumi) }
    define("\(label).name", given, at: place)
    guard let type else { return }
    let start = place.lowerBound
    let unknown = Expression([.init(.opaque, "", at: start..<start)], range: start..<start, quoting: .none)
    let group = tree.member("resourceGroupName", of: properties).map { expression($0, .pulumi) }
    let id = Expression.joining([
      .implied("/subscriptions/", at: start), unknown, .implied("/resourceGroups/", at: start), group ?? unknown,
      .implied("/providers/\(type)/", at: start), given ?? unknown,
    ])
    define("\(label).id", id, at: place)
  }

  /// Defines a configuration's values, by their defaults.
  mutating func configuration(_ values: Int) {
    for child in tree.children(of: values) where tree[child].key >= 0 {
      let value =
        tree[child].kind == .mapping
        ? tree.member("value", of: child) ?? tree.member("default", of: child) : tree.follow(child, path: "")
      let isText = value.map { tree[$0.value].isScalar } ?? false
      define(
        tree.name(of: child), isText ? value.map { expression($0, .pulumi) } : nil,
        at: tree[tree[child].key].range)
    }
  }
}

/// The type of a resource of Pulumi: `package:module:Name`, `azure-native:containerservice/v20230901:Name`.
private struct PulumiToken {
  enum Kind {
    case binding, bridgedBinding, group, cluster, vault, workspace
  }

  var kind: Kind?

  init(_ token: String) {
    let parts = token.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 2, let package = parts.first, let name = parts.last else { return }
    // A version stands behind the module, or in the name of a package that is made for it.
    let module = (parts.count == 3 ? parts[1] : package).split(separator: "/").first ?? ""
    let isNative = package == "azure-native" || package.hasPrefix("azure-native_")
    kind =
      switch (module, name) {
      case ("containerservice", "TrustedAccessRoleBinding") where isNative: .binding
      case ("containerservice", "ManagedCluster") where isNative: .cluster
      case ("resources", "ResourceGroup") where isNative: .group
      case ("dataprotection", "BackupVault") where isNative: .vault
      case ("machinelearningservices", "Workspace") where isNative: .workspace
      case ("containerservice", "ClusterTrustedAccessRoleBinding") where package == "azure": .bridgedBinding
      default: nil
      }
  }
}
