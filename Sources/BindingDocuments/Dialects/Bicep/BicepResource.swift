extension Bicep {
  /// A resource, and those that are nested in it.
  struct Resource {
    private static var cluster: String { "microsoft.containerservice/managedclusters" }
    private static var mostLevels: Int { 8 }

    private(set) var sites: [BindingSite] = []
    private(set) var definitions: [Definition] = []

    /// A resource around another one.
    private struct Outer {
      var path: String
      var id: [Expression.Part]
      var isCluster: Bool
      var isRepeated: Bool
      var isConditional: Bool
    }

    init(_ declaration: Declaration, _ values: Values) {
      add(declaration, values, within: nil, level: 0)
    }

    private mutating func add(_ declaration: Declaration, _ values: Values, within outer: Outer?, level: Int) {
      guard level < Self.mostLevels else { return }
      let body = declaration.value?.body
      var values = values
      values.variables.formUnion(body?.variables ?? [])
      let isRepeated = (body?.isRepeated ?? false) || (outer?.isRepeated ?? false)
      let address = Address(declaration, values, parentID: outer?.id)
      let path = (outer.map { $0.path + "." } ?? "") + (declaration.name ?? "")
      let isConditional = (declaration.value?.isConditional ?? false) || (outer?.isConditional ?? false)
      if var site = site(declaration, values, address, inCluster: outer?.isCluster ?? false, isRepeated: isRepeated) {
        site.isConditional = isConditional
        sites.append(site)
      }
      if !isRepeated { define(path, declaration.place, address, body?.properties ?? [], values) }
      let inner = Outer(
        path: path, id: address.id ?? [.init(.opaque, "", at: declaration.place)],
        isCluster: outer == nil && address.type == Self.cluster, isRepeated: isRepeated, isConditional: isConditional)
      for nested in body?.nested ?? [] { add(nested, values, within: inner, level: level + 1) }
    }

    private mutating func define(
      _ path: String, _ place: Range<Int>, _ address: Address, _ properties: [Property], _ values: Values
    ) {
      let name = properties["name"].map(values.expression)
      definitions.append(Definition(path + ".name", name, at: place))
      let id = address.id.map { Expression($0, range: name?.range ?? place, quoting: .none) }
      definitions.append(Definition(path + ".id", id, at: place))
    }

    // MARK: Bindings

    private func site(
      _ declaration: Declaration, _ values: Values, _ address: Address, inCluster: Bool, isRepeated: Bool
    ) -> BindingSite? {
      guard let type = declaration.type, let isWhole = isBinding(address.type, inCluster: inCluster) else { return nil }
      let operation: BindingSite.Operation = declaration.isExisting ? .show : .declare
      var site = BindingSite(.bicep, isWhole ? operation : nil, range: declaration.range, heading: type.range)
      site.isReference = declaration.isExisting
      site.isRepeated = isRepeated
      site.words = [values.expression(type)]
      site.name = address.name
      site.cluster = address.parent
      guard let properties = declaration.value?.body?.properties else { return site }
      site.arguments = arguments(properties, values)
      guard let inner = properties["properties"]?.body?.properties else { return site }
      site.source = inner["sourceresourceid"].map(values.expression)
      site.roles = inner["roles"].map(values.roles)
      return site
    }

    /// Whether a type is a binding's, and typed to its end; `nil` if it is another.
    private func isBinding(_ type: String, inCluster: Bool) -> Bool? {
      let full = Self.cluster + "/"
      let isFull = type.utf8.starts(with: full.utf8)
      guard isFull || inCluster else { return nil }
      let last = isFull ? Substring(type.utf8.dropFirst(full.utf8.count)) : Substring(type)
      guard last.utf8.starts(with: "trustedaccess".utf8), !last.utf8.contains(UInt8(ascii: "/")) else { return nil }
      return last == "trustedaccessrolebindings"
    }

    /// The properties of a resource and those of its `properties`, as one list in order.
    private func arguments(_ properties: [Property], _ values: Values) -> [Argument] {
      properties.flatMap { property -> [Argument] in
        if property.name.literal.map(Bicep.lowercased) == "properties", let inner = property.value?.body?.properties {
          return inner.map { argument($0, values) }
        }
        return [argument(property, values)]
      }
    }

    private func argument(_ property: Property, _ values: Values) -> Argument {
      guard let value = property.value else { return Argument(property.name, []) }
      return Argument(property.name, values.elements(value) ?? [values.expression(value)])
    }
  }
}
