import JSON

/// Walks a document and finds what it says, without recursion.
struct ARMReader {
  private let tree: JSONTree
  private var reading = BlockReading()
  private var nestedCount = 0
  private var pending: [Visit] = []

  /// A value to be looked at, and what is around it.
  private struct Visit {
    var node: JSONNode
    var scope: ARMScope
    var place = Place.any
  }

  /// What a value is to what is around it.
  private enum Place {
    case any
    /// Resources, of a template or of a cluster: an array, or an object with symbolic names.
    case resources(ARMCluster?)
    /// One of them.
    case resource(ARMCluster?)
    /// The `properties` of a deployment.
    case properties(ARMDeployment?)
    /// A template whose scope is known.
    case template
  }

  init(_ tree: JSONTree) {
    self.tree = tree
    let document = tree.document
    let roots = document.children.contains { $0.kind == .member } ? [document] : document.children.reversed()
    for root in roots where root.kind != .stray {
      let scope = ARMScope(template: root)
      reading.definitions += ARMParameterFile.definitions(root) ?? scope.definitions
      pending.append(Visit(node: root, scope: scope, place: root.kind == .array ? .resources(nil) : .resource(nil)))
    }
  }

  /// Reads all of it.
  mutating func read() -> BlockReading {
    let hasParameters = ARMParameterFile.definitions(tree.root) != nil
    while let visit = pending.popLast() {
      switch visit.node.kind {
      case .array: for child in visit.node.children { push(child, visit.scope, Self.element(of: visit.place)) }
      case .object, .document: look(at: visit)
      default: break
      }
    }
    // What is not referred to by a site is of no use.
    if reading.sites.isEmpty && !hasParameters { reading.definitions = [] }
    reading.sites.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    reading.definitions.sort { $0.range.lowerBound < $1.range.lowerBound }
    reading.silencings = SilencingScopes(tree.bytes, comments: tree.comments.map(\.range), sites: reading.sites).all
    return reading
  }

  private mutating func push(_ node: JSONNode?, _ scope: ARMScope, _ place: Place) {
    guard let node, node.kind == .object || node.kind == .array else { return }
    pending.append(Visit(node: node, scope: scope, place: place))
  }

  private static func element(of place: Place) -> Place {
    if case .resources(let cluster) = place { .resource(cluster) } else { .any }
  }

  private mutating func look(at visit: Visit) {
    switch visit.place {
    case .resources(let cluster) where ARMString(visit.node.value(of: "type")) == nil:
      for member in visit.node.children { push(member.value, visit.scope, .resource(cluster)) }
    case .resources(let cluster), .resource(let cluster):
      lookAtObject(visit.node, visit.scope, cluster, isResource: true)
    case .properties(let deployment):
      lookAtProperties(visit.node, visit.scope, deployment)
    case .any where isTemplate(visit.node):
      let scope = nested(visit.node, in: visit.scope, nil, passed: nil)
      lookAtObject(visit.node, scope, nil, isResource: false)
    case .any, .template:
      lookAtObject(visit.node, visit.scope, nil, isResource: false)
    }
  }

  private mutating func lookAtObject(_ object: JSONNode, _ scope: ARMScope, _ cluster: ARMCluster?, isResource: Bool) {
    let resource = ARMResource(object, in: scope, cluster: cluster)
    let site = ARMRestBody.site(object, in: scope) ?? resource.binding(isResource: isResource)
    if let site { reading.sites.append(site) }
    for member in object.children {
      guard let name = member.name else { continue }
      if name.equals("resources", ignoringCase: true) {
        push(member.value, scope, .resources(resource.asCluster))
      } else if name.equals("properties", ignoringCase: true) {
        push(member.value, scope, .properties(resource.asDeployment))
      } else {
        push(member.value, scope, .any)
      }
    }
  }

  private mutating func lookAtProperties(_ properties: JSONNode, _ scope: ARMScope, _ deployment: ARMDeployment?) {
    for member in properties.children {
      guard let name = member.name else { continue }
      if name.equals("template", ignoringCase: true), let template = member.value, template.kind == .object,
        scope.level < ARMScope.mostLevels
      {
        push(template, nested(template, in: scope, deployment, passed: properties), .template)
      } else {
        push(member.value, scope, .any)
      }
    }
  }

  // MARK: Templates

  private func isTemplate(_ object: JSONNode) -> Bool {
    object.value(of: "contentVersion") != nil && object.value(of: "resources") != nil
  }

  /// The scope of a template within another document's value: of its own, unless it is deployed with outer scope.
  private mutating func nested(
    _ template: JSONNode, in scope: ARMScope, _ deployment: ARMDeployment?, passed properties: JSONNode?
  ) -> ARMScope {
    guard scope.level < ARMScope.mostLevels else { return scope }
    let target = deployment?.target ?? scope.target
    let isRepeated = deployment?.isRepeated ?? scope.isRepeated
    let evaluation = properties?.value(of: "expressionEvaluationOptions")?.value(of: "scope")
    if deployment != nil, !(evaluation?.equals("inner", ignoringCase: true) ?? false) {
      return ARMScope(within: scope, target: target, isRepeated: isRepeated)
    }
    nestedCount += 1
    let passed = properties?.value(of: "parameters").map { (values: ARMDeclarations(given: $0), scope: scope) }
    let inner = ARMScope(
      prefix: "nested\(nestedCount).", level: scope.level + 1, template: template, passed: passed, target: target,
      isRepeated: isRepeated)
    reading.definitions += inner.definitions
    return inner
  }
}
