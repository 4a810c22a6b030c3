import TrustedAccess

/// What AKS holds a binding to, besides the rules that its types hold by themselves.
enum BindingRules {
  /// Checks that `source` may be given `roles`, which are looked up in `directory`.
  static func check(
    roles: [RoleName], for source: ResourceID, in directory: any RoleDirectory
  ) throws(BackendError) {
    guard !source.name.isEmpty else {
      throw .invalidParameter(
        "properties.sourceResourceId", "'\(source)' names no resource", remedy: "End it with the resource's name.")
    }
    guard !roles.isEmpty else {
      throw .invalidParameter(
        "properties.roles", "at least one role is required", remedy: "Name a role that a source of this type may have.")
    }
    for role in roles {
      try check(role, in: directory)
      guard role.sourceType.isSameOrParent(of: source.type) else {
        throw .nonExistentRole(
          role,
          remedy: """
            '\(role)' is for sources of type \(role.sourceType), but '\(source)' is of type \(source.type). \
            \(offer(directory.entries(forSourcesOf: source.type), "Roles for it"))
            """)
      }
    }
  }

  /// Checks that a cluster with `count` bindings may have one more.
  static func checkRoom(for name: BindingName, besides count: Int) throws(BackendError) {
    let limit = RoleBinding.maximumPerCluster
    guard count < limit else {
      throw BackendError(
        .limitExceeded,
        code: "TrustedAccessRoleBindingLimitExceeded",
        message:
          "The cluster has \(count) Trusted Access role bindings, and may have \(limit); '\(name)' is one too many.",
        target: name.description,
        remedy: "Delete a binding, or give the roles to one that has the same source."
      )
    }
  }

  private static func check(_ role: RoleName, in directory: any RoleDirectory) throws(BackendError) {
    let location = directory.provenance.location
    switch directory.entry(for: role)?.lifecycle {
    case .current: return
    case .retired(let lastListed):
      throw .nonExistentRole(role, remedy: "The role is retired: \(location) last listed it on \(lastListed).")
    case .internalTest:
      throw .nonExistentRole(role, remedy: "The role is listed only to subscriptions of Microsoft's own tests.")
    case .placeholder:
      throw .nonExistentRole(role, remedy: "The role stands in documentation only; put a real one in its place.")
    case nil:
      let nearest = directory.nearest(to: role.description, limit: 3)
      throw .nonExistentRole(role, remedy: "\(location) lists no such role. \(offer(nearest, "Nearest"))")
    }
  }

  private static func offer(_ entries: [RoleEntry], _ title: String) -> String {
    let names = entries.filter { $0.lifecycle == .current }.map(\.role.name.description)
    return names.isEmpty ? "No role fits." : "\(title): \(names.joined(separator: ", "))."
  }
}
