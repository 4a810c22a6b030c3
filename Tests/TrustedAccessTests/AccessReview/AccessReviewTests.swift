import Testing
import TrustedAccess

struct AccessReviewTests {
  private func role(_ name: String, _ rules: String...) throws -> Role {
    Role(name: try #require(RoleName("Contoso.App/apps/\(name)")), rules: rules.map { PolicyRule($0) })
  }

  private let listPods = AccessRequest(verb: "list", resource: "pods")

  @Test func namesTheFirstRuleThatAllows() throws {
    let roles = try [role("a", "get :pods"), role("b", "list :nodes", "list :pods", "* :*")]
    let review = AccessReview(of: listPods, against: roles)
    #expect(review.isAllowed)
    #expect(review.allowedBy?.role == roles[1].name)
    #expect(review.allowedBy?.index == 1)
    #expect(review.allowedBy?.rule == PolicyRule("list :pods"))
    #expect(review.nearest == nil)
  }

  /// Rules, the place of the one that comes nearest to `list pods`, and what it lacks.
  static let nearest: [(rules: [String], place: Int?, lacks: [AccessGap])] = [
    ([], nil, []),
    (["get :pods"], 0, [.verb]),
    (["get :pods", "list :pods@web"], 1, [.name]),
    (["list apps:pods", "get :pods"], 1, [.verb]),
    (["list :nodes", "list apps:pods"], 1, [.apiGroup]),
    (["list :nodes", "watch :nodes"], 0, [.resource]),
    (["get apps:pods"], 0, [.verb, .apiGroup]),
    (["get :pods@web"], 0, [.verb, .name]),
    (["get :pods", "watch :pods"], 0, [.verb]),
    (["list apps:nodes"], nil, []),
    (["list :nodes@web"], nil, []),
    (["get apps:pods@web"], nil, []),
    (["get :nodes"], nil, []),
    (["list /pods"], nil, []),
  ]

  @Test(arguments: nearest.indices) func namesTheRuleThatComesNearest(_ place: Int) throws {
    let row = Self.nearest[place]
    let role = Role(name: try #require(RoleName("Contoso.App/apps/a")), rules: row.rules.map { PolicyRule($0) })
    let review = AccessReview(of: listPods, against: [role])
    #expect(!review.isAllowed)
    #expect(review.nearest?.reference.index == row.place)
    #expect(review.nearest?.lacks ?? [] == row.lacks)
  }

  @Test func aSubresourceIsNearerThanAnotherGroup() throws {
    let review = AccessReview(
      of: AccessRequest(verb: "get", resource: "pods", subresource: "log"),
      against: [try role("a", "get apps:pods/log", "get :pods")])
    #expect(review.nearest?.lacks == [.subresource])
  }

  @Test func reviewsWhatIsEffectiveNotWhatIsAskedFor() throws {
    let roles = SampleRoles()
    let source = try ResourceID("/subscriptions/s/resourceGroups/g/providers/Contoso.App/apps/a")
    let grants = try ["Contoso.Other/others/unknown", SampleRoles.secretReader].map {
      BindingGrant(source: source, roles: [try #require(RoleName($0))])
    }
    let history = BindingHistory(changes: [
      BindingChange(acceptedAt: Timestamp(millisecondsSinceEpoch: 0), desired: grants[0]),
      BindingChange(acceptedAt: Timestamp(millisecondsSinceEpoch: 300_000), desired: grants[1]),
    ])
    let request = AccessRequest(verb: "get", resource: "secrets")
    let times: [Int64] = [299_999, 300_000, 600_000]
    let reviews = times.map { time -> AccessReview in
      let state = history.effectiveState(
        at: Timestamp(millisecondsSinceEpoch: time), on: ReconciliationSchedule())
      return AccessReview(of: request, in: state, roles: roles)
    }
    #expect(reviews.map(\.isAllowed) == [false, false, true])
    #expect(reviews.map(\.unknownRoles) == [[], grants[0].roles, []])
  }
}
