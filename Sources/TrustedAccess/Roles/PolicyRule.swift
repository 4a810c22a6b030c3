/// One rule of a role, with the fields and meaning of Kubernetes' `rbac.authorization.k8s.io/v1` `PolicyRule`. Compared byte
/// by byte, as Kubernetes does.
public struct PolicyRule: Hashable, Sendable {
  /// Verbs, `get`; `*` means all.
  public var verbs: [String]

  /// API groups; the empty string is the core group, `*` means all.
  public var apiGroups: [String]

  /// Resources, with a subresource after a slash, `pods/exec`; `*` means all.
  public var resources: [String]

  /// Names that the rule is limited to; empty means any.
  public var resourceNames: [String]

  /// Paths that are no resources, `/healthz`; a trailing `*` means all paths that start so.
  public var nonResourceURLs: [String]

  /// Creates a rule; what is left out is empty.
  public init(
    verbs: [String],
    apiGroups: [String] = [],
    resources: [String] = [],
    resourceNames: [String] = [],
    nonResourceURLs: [String] = []
  ) {
    self.verbs = verbs
    self.apiGroups = apiGroups
    self.resources = resources
    self.resourceNames = resourceNames
    self.nonResourceURLs = nonResourceURLs
  }
  /// Equal if the lists hold the same bytes in the same order.
  public static func == (left: PolicyRule, right: PolicyRule) -> Bool {
    left.verbs.haveSameBytes(as: right.verbs) && left.apiGroups.haveSameBytes(as: right.apiGroups)
      && left.resources.haveSameBytes(as: right.resources)
      && left.resourceNames.haveSameBytes(as: right.resourceNames)
      && left.nonResourceURLs.haveSameBytes(as: right.nonResourceURLs)
  }
}

extension [String] {
  /// Whether both lists hold texts of the same bytes in the same order.
  fileprivate func haveSameBytes(as other: [String]) -> Bool { elementsEqual(other) { $0.hasSameBytes(as: $1) } }
}
