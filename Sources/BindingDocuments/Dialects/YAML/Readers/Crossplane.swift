// Crossplane's provider for Azure, group `authorization.azure.upbound.io` and, for resources of namespaces,
// `authorization.azure.m.upbound.io`: the external name, an annotation or else `metadata.name`, is the binding's name;
// `spec.forProvider`, and `spec.initProvider` for what is set but once, has the rest. IDs may be taken from other
// resources, by `…IdRef` and `…IdSelector`; what these are is not known.

extension YAML.Reader {
  /// Reads the properties of a resource of Crossplane.
  mutating func crossplane(_ resource: Int, _ site: inout BindingSite) {
    let annotations = tree.member("annotations", of: tree.member("metadata", of: resource))
    if let name = tree.member("crossplane.io/external-name", of: annotations) ?? metadataName(of: resource) {
      site.name = expression(name)
    }
    let specification = tree.member("spec", of: resource)
    let providers = [
      tree.member("forProvider", of: specification), tree.member("initProvider", of: specification),
    ].compactMap { $0 }
    for provider in providers {
      site.cluster =
        site.cluster
        ?? identifier("kubernetesClusterId", "kubernetesClusterIdRef", "kubernetesClusterIdSelector", of: provider)
      site.source =
        site.source
        ?? identifier("sourceResourceId", "sourceResourceIdRef", "sourceResourceIdSelector", of: provider)
      if site.roles == nil, let roles = tree.member("roles", of: provider) { site.roles = self.roles(roles) }
      site.arguments += arguments(of: provider.value)
    }
    if let policies = tree.member("managementPolicies", of: specification) {
      let names = tree.children(of: policies.value).map { tree.text(of: $0) }
      site.isReference = names == ["Observe"]
    }
  }

  private mutating func identifier(
    _ name: StaticString, _ reference: StaticString, _ selector: StaticString, of provider: YAML.Tree.Member
  ) -> Expression? {
    if let value = tree.member(name, of: provider) { return expression(value) }
    for name in [reference, selector] {
      if let value = tree.member(name, of: provider) { return unknown(tree[value.alias ?? value.value].range) }
    }
    return nil
  }
}
