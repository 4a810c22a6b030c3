extension Bicep {
  /// What a resource is called, and where it is: its own name, its parent's ID and its own.
  struct Address {
    /// The type, in lower case, without its version.
    let type: String

    /// The name without its parents' names.
    private(set) var name: Expression?

    /// The ID of the resource that it is in; `nil` if it is in none, or that is not told.
    private(set) var parent: Expression?

    /// Its ID; `nil` if that is not known.
    private(set) var id: [Expression.Part]?

    /// - Parameter parentID: the ID of the resource that it is nested in.
    init(_ declaration: Declaration, _ values: Values, parentID: [Expression.Part]?) {
      let typeParts = declaration.type.map(values.parts)?.split(at: UInt8(ascii: "@"), most: 2)[0] ?? []
      type = Bicep.lowercased(typeParts.map(\.text).joined())
      let segments = typeParts.split(at: UInt8(ascii: "/"), most: 17)
      let properties = declaration.value?.body?.properties ?? []
      let written = properties["name"].map(values.expression)
      let place = written?.range.lowerBound ?? declaration.place.lowerBound
      name = written
      if let parentID {
        parent = Expression(parentID, range: declaration.place, quoting: .none)
      } else if let node = properties["parent"] {
        parent = Self.id(of: node, values)
      } else if segments.count > 2, let written {
        setFromSlashes(written, segments, properties, values)
        return
      }
      guard let name else { return }
      let slash = Expression.Part(.text, "/", at: place..<place)
      if let parent {
        id = parent.parts + [slash] + (segments.last ?? []) + [slash] + name.parts
      } else if segments.count == 2 {
        id = Self.id(segments, [name.parts], type, properties["scope"], values, at: place)
      }
    }

    /// The names of parents and resource stand with slashes between them, as many as there are segments of the type.
    private mutating func setFromSlashes(
      _ written: Expression, _ segments: [[Expression.Part]], _ properties: [Property], _ values: Values
    ) {
      let place = written.range.lowerBound
      let names = written.parts.split(at: UInt8(ascii: "/"), most: segments.count - 1)
      guard names.count == segments.count - 1 else {
        // Where the slash is in what is not known, so are the names.
        if written.literal == nil {
          name = Expression([.init(.opaque, "", at: written.range)], range: written.range, quoting: written.quoting)
        }
        return
      }
      let last = names[names.count - 1].piece(orAt: written.range.upperBound)
      name = last
      let scope = properties["scope"]
      if let id = Self.id(segments.dropLast(), Array(names.dropLast()), type, scope, values, at: place) {
        let around = names[names.count - 2].piece(orAt: place)
        parent = Expression(id, range: around.range, quoting: .none)
      }
      id = Self.id(segments, names, type, scope, values, at: place)
    }

    /// The ID of what a symbol stands for.
    private static func id(of node: Node, _ values: Values) -> Expression {
      guard let path = values.path(node) else {
        return Expression([.init(.opaque, "", at: node.range)], range: node.range, quoting: .none)
      }
      return Expression([.init(.reference, path + ".id", at: node.range)], range: node.range, quoting: .none)
    }

    /// The ID of a resource that is in no other one.
    private static func id(
      _ segments: [[Expression.Part]], _ names: [[Expression.Part]], _ type: String, _ scope: Node?, _ values: Values,
      at place: Int
    ) -> [Expression.Part]? {
      let start: [Expression.Part]
      if let scope {
        start = values.scope(scope)?.id(at: place) ?? id(of: scope, values).parts
      } else {
        start = Values.Scope(isGroup: !isOfSubscription(type)).id(at: place)
      }
      if type == "microsoft.resources/resourcegroups", names.count == 1 {
        return start + [.init(.text, "/resourceGroups/", at: place..<place)] + names[0]
      }
      return Values.id(segments, names, at: place).map { start + $0 }
    }

    /// Whether resources of a type are in no resource group.
    private static func isOfSubscription(_ type: String) -> Bool {
      type == "microsoft.resources/resourcegroups" || type.utf8.starts(with: "microsoft.security/".utf8)
    }
  }
}
