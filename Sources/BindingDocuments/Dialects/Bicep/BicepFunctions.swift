extension Bicep.Values {
  typealias Node = Bicep.Node

  /// What a function gives; `nil` if that is not known.
  func result(of function: String, _ arguments: [Node], at place: Int) -> [Expression.Part]? {
    switch function {
    case "format": format(arguments)
    case "concat": arguments.flatMap(parts)
    case "string" where arguments.count == 1: parts(arguments[0])
    case "resourceId": resourceID(arguments, at: place)
    case "subscriptionResourceId": subscriptionResourceID(arguments, at: place)
    case "tenantResourceId": type(arguments, at: place)
    case "extensionResourceId":
      arguments.first.flatMap { scope in type(Array(arguments.dropFirst()), at: place).map { parts(scope) + $0 } }
    default: nil
    }
  }

  /// What a member of a known function's result means: `resourceGroup('rg').id`.
  func known(_ node: Node) -> [Expression.Part]? {
    guard case .member(let base, let name) = node.kind, let scope = scope(base) else { return nil }
    let place = node.range.lowerBound
    switch (scope.isGroup, name) {
    case (true, "id"), (false, "id"): return scope.id(at: place)
    case (true, "name"): return scope.group
    case (false, "subscriptionId"): return scope.subscription
    default: return nil
    }
  }

  // MARK: Scopes

  /// A resource group or a subscription, as far as it is told.
  struct Scope {
    var subscription: [Expression.Part]?
    var group: [Expression.Part]?
    var isGroup: Bool

    /// Its ID; what is not told stands nowhere.
    func id(at place: Int) -> [Expression.Part] {
      let subscription =
        [Expression.Part(.text, "/subscriptions/", at: place..<place)]
        + (self.subscription ?? [.init(.opaque, "subscription().subscriptionId", at: place..<place)])
      guard isGroup else { return subscription }
      return subscription + [.init(.text, "/resourceGroups/", at: place..<place)]
        + (group ?? [.init(.opaque, "resourceGroup().name", at: place..<place)])
    }
  }

  /// The scope that a call of `resourceGroup` or `subscription` gives.
  func scope(_ node: Node) -> Scope? {
    guard case .call(let name, let arguments) = node.kind else { return nil }
    switch (name, arguments.count) {
    case ("subscription", 0): return Scope(isGroup: false)
    case ("subscription", 1): return Scope(subscription: parts(arguments[0]), isGroup: false)
    case ("resourceGroup", 0): return Scope(isGroup: true)
    case ("resourceGroup", 1): return Scope(group: parts(arguments[0]), isGroup: true)
    case ("resourceGroup", 2):
      return Scope(subscription: parts(arguments[0]), group: parts(arguments[1]), isGroup: true)
    default: return nil
    }
  }

  // MARK: Resource IDs

  private func implied(_ text: String, _ place: Int) -> Expression.Part { .init(.text, text, at: place..<place) }

  /// `resourceId([subscription], [group], type, name, …)`
  private func resourceID(_ arguments: [Node], at place: Int) -> [Expression.Part]? {
    guard let index = arguments.prefix(3).firstIndex(where: isType),
      let resource = type(Array(arguments[index...]), at: place)
    else { return nil }
    let scope = Scope(
      subscription: index > 1 ? parts(arguments[0]) : nil, group: index > 0 ? parts(arguments[index - 1]) : nil,
      isGroup: true)
    return scope.id(at: place) + resource
  }

  /// `subscriptionResourceId([subscription], type, name, …)`
  private func subscriptionResourceID(_ arguments: [Node], at place: Int) -> [Expression.Part]? {
    guard let index = arguments.prefix(2).firstIndex(where: isType),
      let resource = type(Array(arguments[index...]), at: place)
    else { return nil }
    return Scope(subscription: index > 0 ? parts(arguments[0]) : nil, isGroup: false).id(at: place) + resource
  }

  private func isType(_ node: Node) -> Bool {
    guard case .string = node.kind else { return false }
    return parts(node).contains { $0.kind == .text && $0.text.utf8.contains(UInt8(ascii: "/")) }
  }

  /// `/providers/` and a type with its names between its segments; `nil` if they are not as many.
  private func type(_ arguments: [Node], at place: Int) -> [Expression.Part]? {
    guard let type = arguments.first, case .string = type.kind, arguments.count <= Self.mostParts else { return nil }
    return Self.id(parts(type).split(at: UInt8(ascii: "/")), arguments.dropFirst().map(parts), at: place)
  }

  /// `/providers/` and a type's segments with the names between them; `nil` if they are not as many.
  static func id(_ type: [[Expression.Part]], _ names: [[Expression.Part]], at place: Int) -> [Expression.Part]? {
    guard type.count > 1, type.count == names.count + 1 else { return nil }
    let slash = Expression.Part(.text, "/", at: place..<place)
    var id = [Expression.Part(.text, "/providers/", at: place..<place)] + type[0]
    for (segment, name) in zip(type.dropFirst(), names) { id += [slash] + segment + [slash] + name }
    return id
  }

  // MARK: Formats

  /// `{0}` stands for an argument, `{{` and `}}` for a brace, as in .NET's composite formats.
  private func format(_ arguments: [Node]) -> [Expression.Part]? {
    guard let pattern = arguments.first, case .string = pattern.kind else { return nil }
    var result: [Expression.Part] = []
    for piece in parts(pattern) {
      guard piece.kind == .text else { return nil }
      let text = [UInt8](piece.text.utf8)
      var (run, offset) = (0, 0)
      while offset < text.count {
        let byte = text[offset]
        guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
          offset += 1
          continue
        }
        result += piece.slice(text[run..<offset])
        let end: Int
        if offset + 1 < text.count, text[offset + 1] == byte {
          end = offset + 2
          result.append(.init(.text, byte == UInt8(ascii: "{") ? "{" : "}", at: piece.place(offset..<end)))
        } else {
          guard byte == UInt8(ascii: "{"), let close = text[offset...].firstIndex(of: UInt8(ascii: "}")) else {
            return nil
          }
          end = close + 1
          let number = String(decoding: text[offset + 1..<close], as: UTF8.self)
          if let number = Int(number), number >= 0, arguments.indices.contains(number + 1) {
            result += parts(arguments[number + 1])
          } else {
            result.append(.init(.opaque, "{" + number + "}", at: piece.place(offset..<end)))
          }
        }
        guard result.count <= Self.mostParts else { return nil }
        offset = end
        run = end
      }
      result += piece.slice(text[run...])
    }
    return result
  }
}
