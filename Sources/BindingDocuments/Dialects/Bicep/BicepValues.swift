extension Bicep {
  /// What expressions mean.
  struct Values {
    let bytes: [UInt8]
    /// The variables of the loops around, which have no definitions.
    var variables: Set<String>

    /// The most parts of a value.
    static var mostParts: Int { 256 }
    /// How many names a reference has at most.
    static var longestPath: Int { 8 }

    init(_ bytes: [UInt8], variables: Set<String>) {
      self.bytes = bytes
      self.variables = variables
    }

    /// What a node means as a text.
    func expression(_ node: Node) -> Expression {
      var quoting = Quoting.none
      if case .string(_, let own) = node.kind { quoting = own }
      return Expression(parts(node), range: node.range, quoting: quoting)
    }

    /// What a node means, as parts of a text.
    func parts(_ node: Node) -> [Expression.Part] {
      let parts: [Expression.Part]?
      switch node.kind {
      case .string(let pieces, _):
        parts = pieces.flatMap { piece in
          switch piece {
          case .text(let part): [part]
          case .value(let node): self.parts(node)
          }
        }
      case .word(let text): parts = [.init(.text, text, at: node.range)]
      case .name, .member: parts = known(node) ?? path(node).map { [.init(.reference, $0, at: node.range)] }
      case .call(let name, let arguments): parts = result(of: name, arguments, at: node.range.lowerBound)
      default: parts = nil
      }
      guard let parts, parts.count <= Self.mostParts else { return [opaque(node)] }
      return parts
    }

    /// What is written, where more cannot be known. That of objects and arrays may be long, and tells nothing.
    private func opaque(_ node: Node) -> Expression.Part {
      let isShort =
        switch node.kind {
        case .object, .array, .loop, .condition: false
        default: true
        }
      return .init(
        .opaque, isShort ? String(decoding: bytes[node.range], as: UTF8.self) : "", at: node.range)
    }

    /// The name that a node refers to: `x`, `x.y`, `x::y`; `nil` if it is another expression, or a loop's variable.
    func path(_ node: Node) -> String? {
      var names: [String] = []
      var node = node
      while case .member(let base, let name) = node.kind {
        names.append(name)
        node = base
      }
      guard case .name(let name) = node.kind, !variables.contains(name), names.count < Self.longestPath else {
        return nil
      }
      return names.reversed().reduce(name) { $0 + "." + $1 }
    }

    // MARK: Lists

    /// What a node means as a list of roles.
    func roles(_ node: Node) -> RoleList {
      var isComplete = true
      let elements = elements(node, &isComplete)
      return RoleList(elements, range: node.range, isComplete: isComplete, form: .array)
    }

    /// The elements of a node that is a list, a splat for those of another; `nil` if it is not known to be one, or not
    /// all of it.
    func elements(_ node: Node) -> [Expression]? {
      switch node.kind {
      case .array, .call("concat", _), .call("union", _), .call("createArray", _):
        var isComplete = true
        let elements = elements(node, &isComplete)
        return isComplete ? elements : nil
      default: return nil
      }
    }

    private func elements(_ node: Node, _ isComplete: inout Bool) -> [Expression] {
      switch node.kind {
      case .array(let nodes):
        return nodes.flatMap { node in
          if case .spread(let list) = node.kind { return elements(list, &isComplete) }
          return [expression(node)]
        }
      case .call(let name, let lists) where ["concat", "union"].contains(name):
        return lists.flatMap { elements($0, &isComplete) }
      case .call("createArray", let nodes):
        return nodes.map(expression)
      case .name, .member:
        let list = expression(node).spread
        if !list.isSplat { isComplete = false }
        return [list]
      default:
        isComplete = false
        return []
      }
    }
  }
}
