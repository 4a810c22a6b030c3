/// What some rules permit together, and how that compares with what others permit.
public struct PermissionSet: Sendable {
  /// The permissions that a request can make use of, each once, in the order of the rules.
  public let permissions: [Permission]

  /// The same, for a quick look.
  private let known: Set<Permission>

  /// Those with a `*`, which are few.
  private let wildcards: [Permission]

  /// Creates the union of what `rules` permit.
  public init(_ rules: some Sequence<PolicyRule>) {
    var known: Set<Permission> = []
    permissions = rules.flatMap(\.permissions).filter { !$0.isIdle && known.insert($0).inserted }
    self.known = known
    wildcards = permissions.filter(\.hasWildcard)
  }

  /// Creates the union of what `roles` permit.
  public init(_ roles: [Role]) { self.init(roles.flatMap(\.rules)) }

  /// Whether one of the permissions covers `permission`, as Kubernetes' own check against escalation has it: only what a
  /// single rule covers counts.
  public func covers(_ permission: Permission) -> Bool {
    known.contains(permission) || known.contains(permission.forAnyName) || wildcards.contains { $0.covers(permission) }
  }

  /// Whether everything in `other` is covered.
  public func covers(_ other: PermissionSet) -> Bool { other.permissions.allSatisfy(covers) }

  /// What this set has beyond `other`, each verb by its target, without what another of the results covers.
  public func excess(over other: PermissionSet) -> [PermittedAccess] {
    let excess = permissions.filter { !other.covers($0) }
    let known = Set(excess)
    let wildcards = excess.filter(\.hasWildcard)
    let telling = excess.filter { permission in
      let widest = permission.forAnyName
      if widest != permission, known.contains(widest) { return false }
      // Two may cover one another, `/a*` and `/a**`; then both stay.
      return !wildcards.contains { $0.covers(permission) && !permission.covers($0) }
    }
    return PermittedAccess.grouped(telling)
  }
}

/// Verbs on one target.
public struct PermittedAccess: Hashable, Sendable {
  /// The target.
  public var target: Permission.Target
  /// The verbs, in the order in which they were found.
  public var verbs: [String]

  /// `permissions` by target, in the order of each target's first.
  static func grouped(_ permissions: [Permission]) -> [PermittedAccess] {
    var places: [Permission.Target: Int] = [:]
    var groups: [PermittedAccess] = []
    for permission in permissions {
      if let place = places[permission.target] {
        groups[place].verbs.append(permission.verb)
      } else {
        places[permission.target] = groups.count
        groups.append(PermittedAccess(target: permission.target, verbs: [permission.verb]))
      }
    }
    return groups
  }
}

extension Permission {
  /// Whether the permission has a `*` by which it covers others.
  fileprivate var hasWildcard: Bool {
    guard verb != "*" else { return true }
    switch target {
    case .resource(let group, let resource, _): return group == "*" || resource.utf8.first == UInt8(ascii: "*")
    case .path(let path): return path.utf8.last == UInt8(ascii: "*")
    }
  }

  /// Whether no request can make use of the permission, as its verb reaches the authorizer without a name.
  fileprivate var isIdle: Bool {
    guard case .resource(_, let resource, let name?) = target, !name.isEmpty else { return false }
    return AccessRequest.isNameless(
      verb: verb, isForSubresource: resource == "*" || resource.utf8.contains(UInt8(ascii: "/")))
  }

  /// The same permission without its limit to a name.
  fileprivate var forAnyName: Permission {
    guard case .resource(let group, let resource, .some) = target else { return self }
    return Permission(verb: verb, target: .resource(group: group, resource: resource, name: nil))
  }
}
