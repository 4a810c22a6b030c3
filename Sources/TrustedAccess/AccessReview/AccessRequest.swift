/// A request to a cluster's API, with what Kubernetes' authorizers see of it.
///
/// Trusted Access roles are cluster roles bound cluster-wide, so that the namespace of a request never matters.
public struct AccessRequest: Hashable, Sendable {
  /// What a request is about.
  public enum Target: Hashable, Sendable {
    /// A resource. `group` is empty for the core group; `subresource` and `name` are `nil` for none.
    case resource(group: String, resource: String, subresource: String?, name: String?)
    /// A path that is no resource, `/healthz`.
    case path(String)
  }

  /// The verb, `get`; for paths the HTTP method in small letters.
  public let verb: String

  /// What the request is about.
  public let target: Target

  /// A request for a resource.
  ///
  /// An empty `subresource` or `name` is none, and so is a name where ``isNameless(verb:isForSubresource:)``.
  public init(verb: String, group: String = "", resource: String, subresource: String? = nil, name: String? = nil) {
    let subresource = subresource?.isEmpty == true ? nil : subresource
    let isNameless = Self.isNameless(verb: verb, isForSubresource: subresource != nil)
    self.verb = verb
    target = .resource(
      group: group, resource: resource, subresource: subresource,
      name: isNameless || name?.isEmpty == true ? nil : name)
  }

  /// Whether requests with `verb` reach the authorizer without a name: a `create` of a resource itself and a
  /// `deletecollection` (Kubernetes docs, "Using RBAC Authorization", "Referring to resources").
  static func isNameless(verb: String, isForSubresource: Bool) -> Bool {
    verb == "deletecollection" || verb == "create" && !isForSubresource
  }

  /// A request for a path that is no resource.
  public init(verb: String, path: String) {
    self.verb = verb
    target = .path(path)
  }
}

extension AccessRequest: CustomStringConvertible {
  /// The request in words: `get pods/log 'web' in the core group`.
  public var description: String {
    switch target {
    case .resource(let group, let resource, let subresource, let name):
      let place = group.isEmpty ? "the core group" : group
      return "\(verb) \(resource)\(subresource.map { "/" + $0 } ?? "")\(name.map { " '\($0)'" } ?? "") in \(place)"
    case .path(let path): return "\(verb) \(path)"
    }
  }
}
