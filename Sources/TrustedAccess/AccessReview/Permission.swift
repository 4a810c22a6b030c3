/// The smallest thing that a rule permits: one verb on one resource or path, either of them perhaps a `*`.
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

  /// Whether whoever has this permission has `other` by it.
  public func covers(_ other: Permission) -> Bool {
    (verb == "*" || verb == other.verb) && target.covers(other.target)
  }
}

extension Permission.Target {
  /// Whether everything that `other` stands for is in this target.
  public func covers(_ other: Permission.Target) -> Bool {
    switch (self, other) {
    case (.resource(let group, let resource, let name), .resource(let otherGroup, let otherResource, let otherName)):
      guard group == "*" || group == otherGroup, name == nil || name == otherName else { return false }
      if resource == otherResource { return true }
      let parts = otherResource.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return ResourcePattern(text: resource).matches(
        resource: parts[0], subresource: parts.count == 2 ? parts[1] : nil)
    case (.path(let path), .path(let otherPath)): return PathPattern(text: path).matches(otherPath)
    default: return false
    }
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
