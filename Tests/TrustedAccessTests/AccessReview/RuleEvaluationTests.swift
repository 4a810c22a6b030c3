import SeededRandom
import Testing
import TrustedAccess

/// Single rules against single requests, as Kubernetes' RBAC authorizer decides them.
struct RuleEvaluationTests {
  typealias Row = (rule: String, request: AccessRequest, gaps: [AccessGap])

  private static func get(_ resource: String, _ subresource: String? = nil, _ name: String? = nil) -> AccessRequest {
    AccessRequest(verb: "get", resource: resource, subresource: subresource, name: name)
  }

  private static let resources: [Row] = [
    ("get :pods", get("pods"), []),
    ("get :pods", get("nodes"), [.resource]),
    ("get :pods", AccessRequest(verb: "list", resource: "pods"), [.verb]),
    ("get :pods", AccessRequest(verb: "get", group: "apps", resource: "pods"), [.apiGroup]),
    ("list apps:pods@x", get("nodes"), [.verb, .apiGroup, .resource, .name]),
    ("get,list :pods,nodes", AccessRequest(verb: "list", resource: "nodes"), []),
    // Case counts, and so do bytes.
    ("get :pods", AccessRequest(verb: "Get", resource: "pods"), [.verb]),
    ("get :pods", get("Pods"), [.resource]),
    ("get :pods@\u{E9}", get("pods", nil, "e\u{301}"), [.name]),
    ("get :\u{E9}", get("e\u{301}"), [.resource]),
    ("\u{E9} :pods", AccessRequest(verb: "e\u{301}", resource: "pods"), [.verb]),
    ("get \u{E9}:pods", AccessRequest(verb: "get", group: "e\u{301}", resource: "pods"), [.apiGroup]),
    // Wildcards stand alone; within a word a star is a star.
    ("* :pods", AccessRequest(verb: "impersonate", resource: "pods"), []),
    ("g* :pods", get("pods"), [.verb]),
    ("get *:pods", AccessRequest(verb: "get", group: "apps", resource: "pods"), []),
    ("get *.io:pods", AccessRequest(verb: "get", group: "k8s.io", resource: "pods"), [.apiGroup]),
    ("get :*", get("pods"), []),
    ("get :po*", get("pods"), [.resource]),
    // A resource does not take in its subresources, nor they it; `*` takes in both.
    ("get :pods", get("pods", "log"), [.subresource]),
    ("get :pods/log", get("pods"), [.resource]),
    ("get :pods/log", get("pods", "log"), []),
    ("get :pods/log", get("pods", "exec"), [.resource]),
    ("get :pods/log", get("nodes", "log"), [.resource]),
    ("get :*", get("pods", "log"), []),
    ("get :*/scale", get("deployments", "scale"), []),
    ("get :*/scale", get("deployments", "status"), [.resource]),
    ("get :*/scale", get("deployments"), [.resource]),
    ("get :*/scale", get("scale"), [.resource]),
    ("get :pods/*", get("pods", "log"), [.resource]),
    ("get :*/*", get("pods", "log"), [.resource]),
    ("get :*", get("*"), []),
    ("get :pods", get("*"), [.resource]),
    // Names.
    ("get :pods@web,db", get("pods", nil, "db"), []),
    ("get :pods@web,db", get("pods", nil, "we"), [.name]),
    ("get :pods@web", get("pods"), [.name]),
    ("get :pods@*", get("pods", nil, "web"), [.name]),
    ("get :pods", get("pods", nil, "web"), []),
    ("get :pods@", get("pods"), []),
    ("get :pods@", get("pods", nil, "web"), [.name]),
    // A list or watch has a name if its field selector asks for one; a create or deletecollection never has.
    ("list :pods@web", AccessRequest(verb: "list", resource: "pods", name: "web"), []),
    ("watch :pods@web", AccessRequest(verb: "watch", resource: "pods", name: "web"), []),
    ("list :pods@web", AccessRequest(verb: "list", resource: "pods"), [.name]),
    ("create :pods@web", AccessRequest(verb: "create", resource: "pods", name: "web"), [.name]),
    ("* :pods@web", AccessRequest(verb: "create", resource: "pods", name: "web"), [.name]),
    ("deletecollection :pods@web", AccessRequest(verb: "deletecollection", resource: "pods", name: "web"), [.name]),
    ("delete :pods@web", AccessRequest(verb: "delete", resource: "pods", name: "web"), []),
    ("create :pods/exec@web", AccessRequest(verb: "create", resource: "pods", subresource: "exec", name: "web"), []),
    // An empty subresource or name is none.
    ("get :pods", get("pods", "", ""), []),
    ("get /*", get("pods"), [.apiGroup, .resource]),
  ]

  private static let paths: [Row] = [
    ("get /healthz", AccessRequest(verb: "get", path: "/healthz"), []),
    ("get /healthz", AccessRequest(verb: "get", path: "/healthz/etcd"), [.path]),
    ("get /healthz", AccessRequest(verb: "post", path: "/healthz"), [.verb]),
    ("get /healthz*", AccessRequest(verb: "get", path: "/healthz"), []),
    ("get /healthz*", AccessRequest(verb: "get", path: "/healthz/etcd"), []),
    ("get /healthz/*", AccessRequest(verb: "get", path: "/healthz"), [.path]),
    ("get /healthz/*", AccessRequest(verb: "get", path: "/healthz/"), []),
    ("get /healthz**", AccessRequest(verb: "get", path: "/healthz/etcd"), []),
    ("get /*/etcd", AccessRequest(verb: "get", path: "/healthz/etcd"), [.path]),
    ("get /*/etcd", AccessRequest(verb: "get", path: "/*/etcd"), []),
    ("* /*", AccessRequest(verb: "delete", path: "/anything/at/all"), []),
    ("get /\u{E9}", AccessRequest(verb: "get", path: "/e\u{301}"), [.path]),
    ("* *:*", AccessRequest(verb: "get", path: "/healthz"), [.path]),
  ]

  @Test(arguments: resources.indices) func resource(_ place: Int) { check(Self.resources[place]) }

  @Test(arguments: paths.indices) func path(_ place: Int) { check(Self.paths[place]) }

  @Test func aBareStarIsEveryPath() {
    let rule = PolicyRule(verbs: ["get"], nonResourceURLs: ["*"])
    #expect(rule.allows(AccessRequest(verb: "get", path: "/healthz")))
    #expect(rule.allows(AccessRequest(verb: "get", path: "")))
  }

  @Test func aRuleWithoutGroupsAllowsNoResource() {
    let rule = PolicyRule(verbs: ["get"], resources: ["pods"])
    #expect(rule.gaps(for: Self.get("pods")) == [.apiGroup])
  }

  private func check(_ row: Row) {
    #expect(PolicyRule(row.rule).gaps(for: row.request) == row.gaps, "\(row.rule) for \(row.request)")
    #expect(PolicyRule(row.rule).allows(row.request) == row.gaps.isEmpty)
  }

  /// The evaluation and the model agree on every request of a small world.
  @Test(arguments: 0..<20) func agreesWithTheModel(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let rule = SmallWorld.rule(&random)
      let allowed = SmallWorld.allowed(by: [rule])
      for request in SmallWorld.requests where rule.allows(request) != allowed.contains(request.description) {
        Issue.record("\(rule) for \(request): the model says \(allowed.contains(request.description))")
      }
    }
  }
}
