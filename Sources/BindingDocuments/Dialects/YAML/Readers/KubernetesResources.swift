// Resources of Kubernetes' own form: `apiVersion`, `kind`, `metadata`, `spec`. Whose they are is told by the group of
// the API, and where that is not written yet by what the specification holds.

extension YAML.Reader {
  /// Reads a resource whose kind is a binding's.
  mutating func declaration(in resource: Int, kind: Int) {
    guard tree[kind].isScalar else { return }
    let word = tree.text(of: kind)
    let isWhole = word == "TrustedAccessRoleBinding"
    // Being typed.
    guard isWhole || word.hasPrefix("TrustedAccess") && "TrustedAccessRoleBinding".hasPrefix(word) else { return }
    guard let form = form(of: resource) else { return }
    var site = BindingSite(
      form, isWhole ? .declare : nil, range: tree[resource].range, heading: tree[kind].range)
    for word in [tree.member("apiVersion", of: resource), tree.follow(kind, path: "")] {
      if let word { site.words.append(expression(word)) }
    }
    if form == .crossplane { crossplane(resource, &site) } else { serviceOperator(resource, &site) }
    if tree.isTemplated(site.range) { fillUnknown(&site) }
    if tree.name(of: resource) == "base" {
      // A composition's, which makes one of it for each claim and adds what the claim says.
      site.isRepeated = true
      fillUnknown(&site)
    }
    reading.sites.append(site)
  }

  private func form(of resource: Int) -> BindingSite.Form? {
    if let version = tree.member("apiVersion", of: resource), tree[version.value].isScalar {
      let text = tree.text(of: version.value)
      if text.hasPrefix("containerservice.azure.com/") { return .serviceOperator }
      if text.hasPrefix("authorization.azure.upbound.io/") || text.hasPrefix("authorization.azure.m.upbound.io/") {
        return .crossplane
      }
      // Another's, unless a template writes it.
      guard expression(version.value).literal == nil else { return nil }
    }
    guard let specification = tree.member("spec", of: resource)?.value else { return nil }
    if tree.member("forProvider", of: specification) != nil { return .crossplane }
    for name: StaticString in ["owner", "sourceResourceReference", "azureName"]
    where tree.member(name, of: specification) != nil {
      return .serviceOperator
    }
    return nil
  }

  /// Where a resource's own name stands.
  func metadataName(of resource: Int) -> YAML.Tree.Member? {
    tree.member("name", of: tree.member("metadata", of: resource))
  }
}
