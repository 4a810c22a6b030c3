import JSON

/// An object that may be a resource of a template: of interest are bindings, clusters with bindings in them, and
/// deployments.
struct ARMResource {
  private let object: JSONNode
  private let scope: ARMScope
  private let cluster: ARMCluster?
  private let type: ARMString?
  private let typeName: String

  /// An object, and the cluster in whose `resources` it stands.
  init(_ object: JSONNode, in scope: ARMScope, cluster: ARMCluster?) {
    self.object = object
    self.scope = scope
    self.cluster = cluster
    type = ARMString(object.value(of: "type"))
    typeName = type.map { armLowercased($0.text($0.all)) } ?? ""
  }

  private var isRepeated: Bool { scope.isRepeated || object.value(of: "copy")?.kind == .object }

  /// The cluster, if it is one.
  var asCluster: ARMCluster? {
    guard typeName == ARMTypes.cluster else { return nil }
    return ARMCluster(
      name: scope.expression(object.value(of: "name")), isRepeated: isRepeated,
      isConditional: object.value(of: "condition") != nil)
  }

  /// The deployment, if it is one.
  var asDeployment: ARMDeployment? {
    guard typeName == ARMTypes.deployment else { return nil }
    var target = scope.target
    let group = scope.expression(object.value(of: "resourceGroup"))
    if let subscription = scope.expression(object.value(of: "subscriptionId")) {
      target.subscription = subscription
      target.group = nil
    }
    if let group { target.group = group }
    return ARMDeployment(target: target, isRepeated: isRepeated)
  }

  /// The binding, if it is one.
  ///
  /// - Parameter isResource: whether it stands where resources do. If not, what only names a type is none, as the `details`
  ///   of a policy are.
  func binding(isResource: Bool) -> BindingSite? {
    guard let type, let kind = ARMTypes.Binding(typeName, inCluster: cluster != nil),
      isResource || object.value(of: "apiVersion") != nil || object.value(of: "properties") != nil
    else { return nil }
    let properties = object.value(of: "properties")
    let isReference = object.value(of: "existing")?.boolean ?? false
    let operation: BindingSite.Operation = isReference ? .show : .declare
    var site = BindingSite(
      .armTemplate, kind.isWhole ? operation : nil, range: object.range, heading: type.range)
    let names = kind.isRelative ? (cluster?.name, scope.expression(object.value(of: "name"))) : namesOfBoth
    site.name = names.1
    site.cluster = names.0.map(clusterID)
    site.source = scope.expression(properties?.value(of: "sourceResourceId"))
    site.roles = scope.roles(properties?.value(of: "roles")) ?? rolesInLoop(properties)
    site.words = [words(type)]
    site.arguments = scope.arguments(of: object)
    site.isRepeated = isRepeated || (cluster?.isRepeated ?? false)
    // What deploys a nested template may have a condition, too.
    site.isConditional = object.value(of: "condition") != nil || cluster?.isConditional == true || scope.level > 0
    site.isReference = isReference
    return site
  }

  /// The cluster's name and the binding's, out of `cluster/binding`.
  private var namesOfBoth: (Expression?, Expression?) {
    guard let node = object.value(of: "name"), let whole = scope.expression(node) else { return (nil, nil) }
    let pieces = scope.followedParts(node).split(at: UInt8(ascii: "/"), most: 2)
    guard pieces.count > 1 else {
      // Where the slash is in what is not known, so are the names.
      return (
        nil,
        whole.literal != nil
          ? whole : Expression([.init(.opaque, "", at: node.range)], range: node.range, quoting: .double)
      )
    }
    let place = node.range.lowerBound
    return (pieces[0].piece(orAt: place), pieces[1].piece(orAt: place))
  }

  private func clusterID(_ name: Expression) -> Expression {
    let place = name.range.lowerBound
    return BindingSite.clusterID(
      subscription: Expression(scope.target.subscriptionParts(at: place), range: place..<place, quoting: .none),
      group: Expression(scope.target.groupParts(at: place), range: place..<place, quoting: .none), name: name, at: place
    )
  }

  /// The roles if a `copy` within the properties makes them.
  private func rolesInLoop(_ properties: JSONNode?) -> RoleList? {
    guard let loops = properties?.value(of: "copy"), loops.kind == .array,
      loops.children.contains(where: { $0.value(of: "name")?.equals("roles", ignoringCase: true) ?? false })
    else { return nil }
    return RoleList([], range: loops.range, isComplete: false, form: .array)
  }

  private func words(_ type: ARMString) -> Expression {
    let name = Expression(type.parts(type.all), range: type.range, quoting: .double)
    guard let version = scope.expression(object.value(of: "apiVersion")) else { return name }
    return .joining([name, .implied("@", at: version.range.lowerBound), version])
  }
}

/// A cluster in whose `resources` bindings may stand.
struct ARMCluster {
  var name: Expression?
  var isRepeated: Bool
  var isConditional: Bool
}

/// A nested deployment.
struct ARMDeployment {
  var target: ARMScope.Target
  var isRepeated: Bool
}

/// The types of resources that matter, in lower case.
enum ARMTypes {
  static var cluster: String { "microsoft.containerservice/managedclusters" }
  static var deployment: String { "microsoft.resources/deployments" }

  /// How a binding's type is written.
  struct Binding {
    /// Whether it is typed to its end.
    var isWhole: Bool
    /// Whether it is relative to that of the cluster around it.
    var isRelative: Bool

    /// `nil` if the type is another one. What begins as the type's last segment counts, as it may be half typed.
    init?(_ type: String, inCluster: Bool) {
      let full = cluster + "/"
      isRelative = !type.utf8.starts(with: full.utf8)
      guard inCluster || !isRelative else { return nil }
      let last = isRelative ? Substring(type) : Substring(type.utf8.dropFirst(full.utf8.count))
      guard last.utf8.starts(with: "trustedaccess".utf8), !last.utf8.contains(UInt8(ascii: "/")) else { return nil }
      isWhole = last == "trustedaccessrolebindings"
    }
  }
}
