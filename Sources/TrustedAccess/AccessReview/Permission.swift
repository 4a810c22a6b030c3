/// The smallest thing that a rule permits: one verb on one resource or path, either of them perhaps a `*`. Compared byte by
/// byte, as Kubernetes does.
public struct Permission: Hashable, Sendable {
  /// What the permission is for.
  public enum Target: Hashable, Sendable {
    /// A resource with its subresource as rules write them, `pods/exec`, limited to `name` if there is one.
    case resource(group: String, resource: String, name: String?)
    /// A path that is no resource, with `*` at the end for all that start so.
    case path(String)
  }

  /// The verb; `*` for all.
  public var verb: String

  /// What the permission is for.
  public var target: Target

  /// Creates a permission.
  public init(verb: String, target: Target) {
    self.verb = verb
    self.target = target
  }

  /// Equal if verb and target have the same bytes.
  public static func == (left: Permission, right: Permission) -> Bool {
    left.verb.hasSameBytes(as: right.verb) && left.target == right.target
  }

  /// Whether whoever has this permission has `other` by it.
  public func covers(_ other: Permission) -> Bool {
    (verb == "*" || verb.hasSameBytes(as: other.verb)) && target.covers(other.target)
  }
}

extension Permission.Target {
  /// Equal if every part has the same bytes.
  public static func == (left: Permission.Target, right: Permission.Target) -> Bool {
    switch (left, right) {
    case (.resource(let group, let resource, let name), .resource(let otherGroup, let otherResource, let otherName)):
      group.hasSameBytes(as: otherGroup) && resource.hasSameBytes(as: otherResource)
        && hasSameBytes(name, otherName)
    case (.path(let path), .path(let otherPath)): path.hasSameBytes(as: otherPath)
    default: false
    }
  }

  /// Whether everything that `other` stands for is in this target.
  public func covers(_ other: Permission.Target) -> Bool {
    switch (self, other) {
    case (.resource(let group, let resource, let name), .resource(let otherGroup, let otherResource, let otherName)):
      guard group == "*" || group.hasSameBytes(as: otherGroup), name == nil || Self.hasSameBytes(name, otherName) else {
        return false
      }
      if resource.hasSameBytes(as: otherResource) { return true }
      let parts = otherResource.resourceAndSubresource
      return ResourcePattern(text: resource).matches(resource: parts.resource, subresource: parts.subresource)
    case (.path(let path), .path(let otherPath)): return PathPattern(text: path).matches(otherPath)
    default: return false
    }
  }

  private static func hasSameBytes(_ name: String?, _ other: String?) -> Bool {
    switch (name, other) {
    case (nil, nil): true
    case (let name?, let other?): name.hasSameBytes(as: other)
    default: false
    }
  }
}

extension String {
  /// A resource as rules write it, `pods/exec`, taken apart at its first slash: a byte, whatever mark follows it.
  var resourceAndSubresource: (resource: String, subresource: String?) {
    guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else { return (self, nil) }
    return (String(self[..<slash]), String(self[utf8.index(after: slash)...]))
  }
}

extension PolicyRule {
  /// The rule taken apart, in its own order. Cost: the product of the lists' lengths.
  public var permissions: [Permission] {
    let names: [String?] = resourceNames.isEmpty ? [nil] : resourceNames
    var targets: [Permission.Target] = []
    for group in apiGroups {
      for resource in resources {
        for name in names { targets.append(.resource(group: group, resource: resource, name: name)) }
      }
    }
    targets += nonResourceURLs.map { .path($0) }
    return targets.flatMap { target in verbs.map { Permission(verb: $0, target: target) } }
  }
}
