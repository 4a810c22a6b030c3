import JSON

extension ARMScope {
  /// How often a value is followed that is nothing but a reference to another.
  private static var mostSteps: Int { 8 }

  /// What a node means as a text; `nil` if there is no node, or nothing that is a value.
  func expression(_ node: JSONNode?) -> Expression? {
    guard let node, node.kind != .missing, node.kind != .member, node.kind != .stray else { return nil }
    guard let string = ARMString(node) else {
      // Numbers and placeholders are told as they are written; objects may be large.
      let isShort = node.kind != .object && node.kind != .array
      let text = isShort ? String(decoding: node.source, as: UTF8.self) : ""
      return Expression(
        [.init(node.kind == .number ? .text : .opaque, text, at: node.range)], range: node.range, quoting: .double)
    }
    return Expression(value(string).parts(of: string, in: self), range: string.range, quoting: .double)
  }

  /// What a node means that is neither an object nor an array; `nil` for those.
  func scalar(_ node: JSONNode?) -> Expression? {
    node.flatMap { $0.kind == .object || $0.kind == .array ? nil : expression($0) }
  }

  /// What a string means: an expression if it stands in brackets, and if it begins as one that calls a function and is
  /// not typed to its end.
  private func value(_ string: ARMString) -> ARMValue {
    let bytes = string.bytes
    guard bytes.first == UInt8(ascii: "[") else { return ARMValue(.text(string.parts(string.all)), string.all) }
    if bytes.last == UInt8(ascii: "]"), bytes.count > 1 {
      if bytes[1] == UInt8(ascii: "[") {
        let bracket = Expression.Part(.text, "[", at: string.place(0..<2))
        return ARMValue(.text([bracket] + string.parts(2..<bytes.count)), string.all)
      }
      return ARMExpression.value(of: string, 1..<bytes.count - 1, in: self)
    }
    let name = bytes.dropFirst().prefix { (97...122).contains($0 | 0x20) }
    let isCall = !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: "(")
    return isCall
      ? ARMExpression.value(of: string, 1..<bytes.count, in: self)
      : ARMValue(.text(string.parts(string.all)), string.all)
  }

  /// What a node means as a list of roles.
  func roles(_ node: JSONNode?) -> RoleList? {
    guard let node, node.kind != .missing else { return nil }
    if let list = roles(node, steps: 0) { return list }
    let elements = expression(node).map { [$0.spread] } ?? []
    return RoleList(elements, range: node.range, isComplete: elements.allSatisfy(\.isSplat), form: .array)
  }

  /// The elements of what a node means, if that is a list.
  func elements(_ node: JSONNode?) -> [Expression]? {
    if let node, node.kind == .array { return node.children.compactMap(expression) }
    guard let string = ARMString(node), case .list(let elements, true) = value(string).kind else { return nil }
    return elements
  }

  private func roles(_ node: JSONNode, steps: Int) -> RoleList? {
    if node.kind == .array {
      return RoleList(node.children.compactMap(expression), range: node.range, form: .array)
    }
    guard let string = ARMString(node) else { return nil }
    switch value(string).kind {
    case .list(let elements, let isComplete):
      return RoleList(elements, range: string.range, isComplete: isComplete, form: .array)
    case .reference(let reference):
      guard steps < Self.mostSteps, let (node, scope) = written(reference),
        var list = scope.roles(node, steps: steps + 1)
      else { return nil }
      // Whoever deploys may give a parameter another value.
      if reference.kind == .parameters, scope === self { list.isComplete = false }
      return list
    default:
      return nil
    }
  }

  /// A name's parts; those of what it refers to, if it is nothing but a reference.
  func followedParts(_ node: JSONNode?) -> [Expression.Part] {
    var (node, scope) = (node, self)
    for _ in 0...Self.mostSteps {
      guard let string = ARMString(node) else { break }
      let value = scope.value(string)
      guard case .reference(let reference) = value.kind, let (next, nextScope) = scope.written(reference) else {
        return value.parts(of: string, in: scope)
      }
      (node, scope) = (next, nextScope)
    }
    return expression(node)?.parts ?? []
  }
}
