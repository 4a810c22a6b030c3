/// Whether a request is allowed, and by which rule, or what is missing.
public struct AccessReview: Hashable, Sendable {
  /// What was asked for.
  public var request: AccessRequest

  /// The first rule that allows the request; `nil` if it is denied.
  public var allowedBy: RuleReference?

  /// If it is denied: the rule that comes nearest to allowing it, if one comes near.
  public var nearest: NearMiss?

  /// Roles that are not in the directory. If the request is denied they may allow it all the same.
  public var unknownRoles: [RoleName]

  /// Whether the request is allowed.
  public var isAllowed: Bool { allowedBy != nil }

  /// Reviews `request` against `roles`. Cost: the rules of the roles.
  public init(of request: AccessRequest, against roles: [Role], unknownRoles: [RoleName] = []) {
    self.request = request
    self.unknownRoles = unknownRoles
    var best = Int.max
    for role in roles {
      for (index, rule) in role.rules.enumerated() {
        let reference = RuleReference(role: role.name, index: index, rule: rule)
        let gaps = rule.gaps(for: request)
        if gaps.isEmpty {
          allowedBy = reference
          nearest = nil
          return
        }
        let distance = gaps.reduce(0) { $0 + $1.weight }
        if distance < best, distance <= AccessGap.farthestWorthNaming {
          best = distance
          nearest = NearMiss(reference: reference, lacks: gaps)
        }
      }
    }
  }

  /// Reviews `request` against the roles that are effective in `state`, with their rules as `directory` has them.
  public init(of request: AccessRequest, in state: EffectiveState, roles directory: some RoleDirectory) {
    let entries = state.roles.map { (name: $0, entry: directory.entry(for: $0)) }
    self.init(
      of: request,
      against: entries.compactMap { $0.entry?.role },
      unknownRoles: entries.filter { $0.entry == nil }.map(\.name))
  }
}

/// One rule of one role.
public struct RuleReference: Hashable, Sendable {
  /// The role.
  public var role: RoleName
  /// The rule's place in the role, from 0.
  public var index: Int
  /// The rule.
  public var rule: PolicyRule
}

/// A rule that almost allows a request.
public struct NearMiss: Hashable, Sendable {
  /// The rule.
  public var reference: RuleReference
  /// What it lacks; never empty.
  public var lacks: [AccessGap]
}

extension AccessGap {
  /// How far a rule with this gap is from the request: the wrong name is a small thing, the wrong resource a great one.
  fileprivate var weight: Int {
    switch self {
    case .name: 1
    case .verb: 2
    case .subresource: 3
    case .apiGroup: 4
    case .resource, .path: 6
    }
  }

  /// The greatest sum of weights that still counts as near: the resource is right, or it alone is wrong.
  fileprivate static var farthestWorthNaming: Int { 6 }
}
