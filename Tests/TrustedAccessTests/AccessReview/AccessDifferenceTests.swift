import SeededRandom
import Testing
import TrustedAccess

struct AccessDifferenceTests {
  private static func role(_ rules: [PolicyRule]) throws -> Role {
    Role(name: try #require(RoleName("Contoso.App/apps/role")), rules: rules)
  }

  private func inWords(_ old: [String], _ new: [String]) throws -> (gained: [String], lost: [String]) {
    let difference = AccessDifference(
      from: try Self.role(old.map { PolicyRule($0) }), to: try Self.role(new.map { PolicyRule($0) }))
    #expect(difference.isEmpty == (difference.gained.isEmpty && difference.lost.isEmpty))
    return (difference.gained.map(\.inWords), difference.lost.map(\.inWords))
  }

  @Test(
    arguments: [
      (["get :pods"], ["get :pods"], [], []),
      (["get,list :pods"], ["list :pods", "get :pods"], [], []),
      (
        [], ["get,list :pods", "get apps:deployments"],
        ["get and list pods in the core group", "get deployments in apps"], []
      ),
      (["get,list :pods"], ["get :pods"], [], ["list pods in the core group"]),
      (["get :pods@a"], ["get :pods"], ["get pods in the core group"], []),
      (["get :pods"], ["get :pods@a,b"], [], ["get pods in the core group"]),
      (["get :pods"], ["* :pods"], ["do everything to pods in the core group"], []),
      (["get :*"], ["get :pods,pods/log"], [], ["get every resource in the core group"]),
      ([], ["get :*", "get :pods,*/scale"], ["get every resource in the core group"], []),
      (["get /healthz*"], ["get /healthz"], [], ["get the path /healthz*"]),
      ([], ["get /a*", "get /a**"], ["get the path /a*", "get the path /a**"], []),
      // No request can make use of it: none of these verbs has a name.
      ([], ["create,deletecollection,get :pods@a"], ["get pods named 'a' in the core group"], []),
      ([], ["create :*@a"], ["create every resource named 'a' in the core group"], []),
      ([], ["get :pods@a", "get :pods"], ["get pods in the core group"], []),
      ([], ["create :pods/exec@a"], ["create pods/exec named 'a' in the core group"], []),
    ] as [([String], [String], [String], [String])])
  func tellsWhatIsGainedAndLost(_ old: [String], _ new: [String], _ gained: [String], _ lost: [String]) throws {
    let words = try inWords(old, new)
    #expect(words.gained == gained)
    #expect(words.lost == lost)
    let back = try inWords(new, old)
    #expect(back.gained == lost)
    #expect(back.lost == gained)
  }

  /// One and the same letter for people, and for Swift's `==`; two for Kubernetes.
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  /// A rule that the text is part of.
  private static let rulesWithText: [@Sendable (String) -> PolicyRule] = [
    { PolicyRule(verbs: [$0], apiGroups: [""], resources: ["pods"]) },
    { PolicyRule(verbs: ["get"], apiGroups: [$0], resources: ["pods"]) },
    { PolicyRule(verbs: ["get"], apiGroups: [""], resources: [$0]) },
    { PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods/" + $0]) },
    { PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["*/" + $0]) },
    { PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"], resourceNames: [$0]) },
    { PolicyRule(verbs: ["get"], nonResourceURLs: ["/" + $0]) },
    { PolicyRule(verbs: ["get"], nonResourceURLs: ["/" + $0 + "*"]) },
  ]

  @Test(arguments: rulesWithText.indices) func comparesBytesAndNotLetters(_ place: Int) throws {
    try #require(Self.composed == Self.decomposed)
    let (one, other) = (Self.rulesWithText[place](Self.composed), Self.rulesWithText[place](Self.decomposed))
    #expect(one != other)
    let (old, new) = (PermissionSet([one]), PermissionSet([other]))
    #expect(!old.covers(new) && !new.covers(old) && old.covers(old))
    #expect(PermissionSet([one, other, one]).permissions.count == 2)
    let difference = AccessDifference(from: old, to: new)
    #expect(difference.gained.count == 1 && difference.lost.count == 1)
    let both = PolicyRule(
      verbs: one.verbs + other.verbs, apiGroups: one.apiGroups + other.apiGroups,
      resources: one.resources + other.resources, resourceNames: one.resourceNames + other.resourceNames,
      nonResourceURLs: one.nonResourceURLs + other.nonResourceURLs)
    #expect(PermissionSet([both]).covers(old) && PermissionSet([both]).covers(new))
  }

  @Test func aSlashOrStarIsAByteWhateverStandsBesideIt() {
    // With the mark, neither is a Character of its own.
    let wide = PermissionSet([PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["*/\u{301}x"])])
    #expect(wide.covers(PermissionSet([PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods/\u{301}x"])])))
    let paths = PermissionSet([PolicyRule(verbs: ["get"], nonResourceURLs: ["/a\u{600}*"])])
    #expect(paths.covers(PermissionSet([PolicyRule(verbs: ["get"], nonResourceURLs: ["/a\u{600}b"])])))
    let named = PolicyRule(verbs: ["create"], apiGroups: [""], resources: ["pods/\u{301}x"], resourceNames: ["a"])
    #expect(PermissionSet([named]).permissions.count == 1)
  }

  /// Without wildcards, a request is gained exactly if it is allowed after and was not before.
  @Test(arguments: 0..<20) func isExactWithoutWildcards(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let old = rules(&random, wildcards: false)
      let new = rules(&random, wildcards: false)
      let difference = AccessDifference(from: try Self.role(old), to: try Self.role(new))
      for request in SmallWorld.requests {
        let isNew = allows(new, request) && !allows(old, request)
        if allows(difference.gained, request) != isNew && !isWider(than: old, request, difference.gained) {
          Issue.record("\(request) from \(old) to \(new)")
        }
      }
    }
  }

  /// With them, what is gained is allowed after, nothing new is left out, and each part of it brings something new.
  @Test(arguments: 0..<20) func isSoundAndCompleteWithWildcards(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let old = rules(&random, wildcards: true)
      let new = rules(&random, wildcards: true)
      let gained = AccessDifference(from: try Self.role(old), to: try Self.role(new)).gained
      for request in SmallWorld.requests {
        let isNew = allows(new, request) && !allows(old, request)
        #expect(!isNew || allows(gained, request), "\(request) from \(old) to \(new)")
        #expect(!allows(gained, request) || allows(new, request), "\(request) from \(old) to \(new)")
      }
      for access in gained {
        for verb in access.verbs {
          let witness = witness(of: verb, access.target)
          #expect(allows(new, witness) && !allows(old, witness), "\(verb) \(access.target) from \(old) to \(new)")
        }
      }
    }
  }

  private func rules(_ random: inout SplitMix64, wildcards: Bool) -> [PolicyRule] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      SmallWorld.rule(&random, wildcards: wildcards, emptyNames: false)
    }
  }

  private func allows(_ rules: [PolicyRule], _ request: AccessRequest) -> Bool { rules.contains { $0.allows(request) } }

  private func allows(_ access: [PermittedAccess], _ request: AccessRequest) -> Bool {
    allows(access.map(rule), request)
  }

  private func rule(_ access: PermittedAccess) -> PolicyRule {
    switch access.target {
    case .resource(let group, let resource, let name):
      PolicyRule(
        verbs: access.verbs, apiGroups: [group], resources: [resource], resourceNames: name.map { [$0] } ?? [])
    case .path(let path): PolicyRule(verbs: access.verbs, nonResourceURLs: [path])
    }
  }

  /// Whether `request` was allowed for its name alone, and what is gained allows every name.
  private func isWider(than old: [PolicyRule], _ request: AccessRequest, _ gained: [PermittedAccess]) -> Bool {
    guard case .resource(let group, let resource, let subresource, .some) = request.target else { return false }
    let unnamed = AccessRequest(verb: request.verb, group: group, resource: resource, subresource: subresource)
    return allows(gained, unnamed) && !allows(old, unnamed)
  }

  /// A request that the permission allows by each of its wildcards, and that nothing narrower does.
  private func witness(of verb: String, _ target: Permission.Target) -> AccessRequest {
    let fresh = { (text: String) in text == "*" ? "fresh" : text }
    switch target {
    case .path(let path):
      let start = path.prefix { $0 != "*" }
      return AccessRequest(verb: fresh(verb), path: start.count == path.count ? path : start + "fresh")
    case .resource(let group, let resource, let name):
      let parts = resource.split(separator: "/", maxSplits: 1).map(String.init)
      return AccessRequest(
        verb: fresh(verb), group: fresh(group), resource: fresh(parts[0]),
        subresource: parts.count == 2 ? parts[1] : nil,
        name: name ?? "fresh")
    }
  }
}
