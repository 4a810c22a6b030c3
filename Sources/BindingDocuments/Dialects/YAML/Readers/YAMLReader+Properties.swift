extension YAML.Reader {
  /// The roles that a member lists.
  mutating func roles(_ member: YAML.Tree.Member, _ interpolation: YAML.Interpolation = .opaque) -> RoleList {
    let value = member.value
    let range = member.alias.map(aliasRange) ?? tree[value].range
    switch tree[value].kind {
    case .sequence:
      var elements: [Expression] = []
      for (index, child) in tree.children(of: value).enumerated() {
        var element = tree.follow(child, path: "")
        if let alias = member.alias {
          element = YAML.Tree.Member(value: element.value, alias: alias, path: "\(member.path).\(index)")
        }
        elements.append(expression(element, interpolation))
      }
      let isWhole = tree[value].tag.isEmpty && !tree.isTemplated(tree[value].range)
      return RoleList(elements, range: range, isComplete: isWhole, form: .array)
    case .missing: return RoleList([], range: range, form: .array)
    default:
      let element = expression(member, interpolation)
      let isText = element.literal != nil
      return RoleList(isText ? [element] : [], range: range, isComplete: isText, form: .array)
    }
  }

  /// The properties of a mapping, those of the mappings in it behind the names of these: `owner`, `owner.name`.
  mutating func arguments(
    of mapping: Int, _ interpolation: YAML.Interpolation = .opaque, behind outer: String = ""
  ) -> [Argument] {
    guard tree[mapping].kind == .mapping else { return [] }
    var arguments: [Argument] = []
    for child in tree.children(of: mapping) where tree[child].key >= 0 {
      var name = expression(tree[child].key)
      if !outer.isEmpty {
        let place = name.range.lowerBound
        name.parts.insert(.init(.text, outer, at: place..<place), at: 0)
      }
      switch tree[child].kind {
      case .mapping:
        arguments.append(Argument(name, []))
        // Deeper ones are of no resource that is read here.
        if outer.isEmpty { arguments += self.arguments(of: child, interpolation, behind: tree.name(of: child) + ".") }
      case .sequence:
        arguments.append(Argument(name, tree.children(of: child).map { expression($0, interpolation) }))
      default: arguments.append(Argument(name, [expression(child, interpolation)]))
      }
    }
    return arguments
  }

  /// Makes unknown what a site lacks, as something else than the document gives it.
  func fillUnknown(_ site: inout BindingSite) {
    let place = site.heading.upperBound..<site.heading.upperBound
    let unknown = Expression([.init(.opaque, "", at: place)], range: place, quoting: .none)
    site.name = site.name ?? unknown
    site.cluster = site.cluster ?? unknown
    site.source = site.source ?? unknown
    site.roles = site.roles ?? RoleList([], range: place, isComplete: false, form: .array)
  }
}
