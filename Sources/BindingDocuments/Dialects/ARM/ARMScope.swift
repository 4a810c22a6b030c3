import JSON

/// What the expressions of a template may refer to, and where its resources are deployed to.
final class ARMScope {
  /// How deep templates may nest; those deeper count as part of the template around.
  static var mostLevels: Int { 32 }

  /// A place that is deployed to: the name of a resource group and the ID of a subscription, as far as the document says.
  struct Target {
    var group: Expression?
    var subscription: Expression?

    /// The group's name, as what stands nowhere.
    func groupParts(at place: Int) -> [Expression.Part] { parts(group, "resourceGroup().name", at: place) }

    /// The subscription's ID, as what stands nowhere.
    func subscriptionParts(at place: Int) -> [Expression.Part] {
      parts(subscription, "subscription().subscriptionId", at: place)
    }

    private func parts(_ value: Expression?, _ unknown: String, at place: Int) -> [Expression.Part] {
      guard let value else { return [.init(.opaque, unknown, at: place..<place)] }
      return value.parts.map { .init($0.kind, $0.text, at: place..<place) }
    }
  }

  /// What stands before the names of its definitions: nothing, or `nested1.`.
  let prefix: String

  /// How many templates are around.
  let level: Int

  /// The template's parameters and variables.
  let declarations: ARMDeclarations

  /// What the deployment passes to the template, and the scope of that.
  let passed: (values: ARMDeclarations, scope: ARMScope)?

  /// Where functions take group and subscription from.
  let own: Target

  /// Where the resources are deployed to.
  let target: Target

  /// Whether it is a resource group that functions mean, so far as the document says.
  let isOfGroup: Bool

  /// Whether it is deployed in a loop.
  let isRepeated: Bool

  /// The scope of a template of its own.
  init(
    prefix: String = "", level: Int = 0, template: JSONNode, passed: (values: ARMDeclarations, scope: ARMScope)? = nil,
    target: Target = Target(), isRepeated: Bool = false
  ) {
    self.prefix = prefix
    self.level = level
    declarations = ARMDeclarations(of: template)
    self.passed = passed
    own = target
    self.target = target
    isOfGroup = target.group != nil || !Self.isAboveGroups(template)
    self.isRepeated = isRepeated
  }

  /// The scope of a nested template whose expressions are those of the template around.
  init(within outer: ARMScope, target: Target, isRepeated: Bool) {
    prefix = outer.prefix
    level = outer.level + 1
    declarations = outer.declarations
    passed = outer.passed
    own = outer.own
    self.target = target
    isOfGroup = outer.isOfGroup
    self.isRepeated = isRepeated
  }

  private static func isAboveGroups(_ template: JSONNode) -> Bool {
    guard let schema = ARMString(template.value(of: "$schema")) else { return false }
    return ["/subscriptiondeploymenttemplate", "/managementgroupdeploymenttemplate", "/tenantdeploymenttemplate"]
      .contains { schema.firstRange(of: $0) != nil }
  }

  /// What a parameter or variable is written with, and the scope in which that is meant: what is passed before a default.
  func written(_ reference: ARMReference) -> (node: JSONNode, scope: ARMScope)? {
    if reference.kind == .parameters, let passed, let node = passed.values[reference] { return (node, passed.scope) }
    return declarations[reference].map { ($0, self) }
  }

  /// What the template declares, as definitions.
  var definitions: [Definition] {
    declarations.all.map { declared in
      if let passed, let node = passed.values[name: declared.name] {
        return passed.scope.definition(prefix + declared.name, node, at: declared.place)
      }
      var definition = definition(prefix + declared.name, declared.value, at: declared.place)
      definition.isDefault = declared.isParameter
      return definition
    }
  }

  /// The definition of a name that is written with a node.
  func definition(_ name: String, _ node: JSONNode?, at place: Range<Int>) -> Definition {
    Definition(name, scalar(node), elements: elements(node), at: place)
  }
}
