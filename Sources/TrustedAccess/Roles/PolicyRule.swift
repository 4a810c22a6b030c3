/// One rule of a role, with the fields and meaning of Kubernetes' `rbac.authorization.k8s.io/v1` `PolicyRule`.
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
}
