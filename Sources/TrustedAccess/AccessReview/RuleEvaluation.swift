// What Kubernetes' RBAC authorizer decides, part by part. Source: kubernetes/kubernetes,
// pkg/apis/rbac/v1/evaluation_helpers.go and plugin/pkg/auth/authorizer/rbac/rbac.go.

/// A part of a rule that keeps it from allowing a request.
public enum AccessGap: String, Hashable, Sendable, CaseIterable {
  /// The verb is not among the rule's.
  case verb
  /// The API group is not among the rule's.
  case apiGroup
  /// The resource is not among the rule's.
  case resource
  /// The rule has the resource, but not the subresource.
  case subresource
  /// The rule is limited to other names, or the request has none.
  case name
  /// The path is not among the rule's.
  case path
}

extension PolicyRule {
  /// Whether the rule allows `request`.
  public func allows(_ request: AccessRequest) -> Bool { gaps(for: request).isEmpty }

  /// What keeps the rule from allowing `request`; empty if it allows it.
  public func gaps(for request: AccessRequest) -> [AccessGap] {
    var gaps: [AccessGap] = []
    if !matches(verb: request.verb) { gaps.append(.verb) }
    switch request.target {
    case .resource(let group, let resource, let subresource, let name):
      if !matches(apiGroup: group) { gaps.append(.apiGroup) }
      if !matches(resource: resource, subresource: subresource) {
        gaps.append(subresource != nil && matches(resource: resource, subresource: nil) ? .subresource : .resource)
      }
      if !matches(name: name) { gaps.append(.name) }
    case .path(let path):
      if !nonResourceURLs.contains(where: { PathPattern(text: $0).matches(path) }) { gaps.append(.path) }
    }
    return gaps
  }

  /// Whether `verb` is among the verbs, or `*` is.
  func matches(verb: String) -> Bool { verbs.contains { $0 == "*" || $0.hasSameBytes(as: verb) } }

  /// Whether `apiGroup` is among the groups, or `*` is.
  func matches(apiGroup: String) -> Bool { apiGroups.contains { $0 == "*" || $0.hasSameBytes(as: apiGroup) } }

  /// Whether the resource is among the resources. `*` matches subresources as well; `pods` does not match `pods/exec`;
  /// `*/scale` matches that subresource of every resource.
  func matches(resource: String, subresource: String?) -> Bool {
    resources.contains { ResourcePattern(text: $0).matches(resource: resource, subresource: subresource) }
  }

  /// Whether the rule is not limited to names, or to names with `name` among them. For Kubernetes no name is the empty
  /// name: a request without one, as `create` and `deletecollection` always are and `list` and `watch` mostly, matches
  /// no rule that is limited, but for one that lists the empty name.
  func matches(name: String?) -> Bool {
    resourceNames.isEmpty || resourceNames.contains { $0.hasSameBytes(as: name ?? "") }
  }
}

/// A resource as a rule names it: `*`, `pods`, `pods/exec` or `*/scale`.
struct ResourcePattern {
  var text: String

  func matches(resource: String, subresource: String?) -> Bool {
    if text == "*" { return true }
    guard let subresource else { return text.hasSameBytes(as: resource) }
    return text.hasSameBytes(as: "\(resource)/\(subresource)") || text.hasSameBytes(as: "*/\(subresource)")
  }
}

/// A path as a rule names it: as it is, or with `*` at the end for every path that starts so.
struct PathPattern {
  var text: String

  func matches(_ path: String) -> Bool {
    if text.hasSameBytes(as: path) { return true }
    guard text.utf8.last == UInt8(ascii: "*") else { return false }
    var prefix = text.utf8[...]
    while prefix.last == UInt8(ascii: "*") { prefix.removeLast() }
    return path.utf8.starts(with: prefix)
  }
}
