import Testing
import TrustedAccess

struct RuleInWordsTests {
  @Test(arguments: [
    ("get :pods", "may get pods in the core group"),
    ("get,list,watch :pods,pods/log", "may get, list and watch pods and pods/log in the core group"),
    ("list apps,:deployments", "may list deployments in apps and the core group"),
    ("* *:*", "may do everything to every resource in every API group"),
    ("get,* apps:pods", "may do everything to pods in apps"),
    ("update apps:*/scale,jobs", "may update scale of every resource and jobs in apps"),
    ("get :secrets@tls", "may get secrets named 'tls' in the core group"),
    ("get :secrets@a,b,c", "may get secrets named 'a', 'b' or 'c' in the core group"),
    ("get /healthz", "may get the path /healthz"),
    ("get,post /healthz,/metrics*", "may get and post the paths /healthz and /metrics*"),
  ])
  func saysWhatARulePermits(rule: String, words: String) {
    #expect(PolicyRule(rule).inWords == words)
  }

  @Test(arguments: [
    (PolicyRule(verbs: ["*"], nonResourceURLs: ["*"]), "may do everything to every path that is no resource"),
    (
      PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"], nonResourceURLs: ["/x"]),
      "may get pods in the core group and the path /x"
    ),
    (PolicyRule(verbs: []), "may do nothing"),
    (PolicyRule(verbs: [], apiGroups: [""], resources: ["pods"]), "may do nothing"),
    (PolicyRule(verbs: ["get"], resources: ["pods"]), "may do nothing"),
    (PolicyRule(verbs: ["get"], apiGroups: [""]), "may do nothing"),
  ])
  func saysWhatAnOddRulePermits(rule: PolicyRule, words: String) {
    #expect(rule.inWords == words)
  }

  @Test func saysARequest() {
    let request = AccessRequest(verb: "get", resource: "pods", subresource: "log", name: "web")
    #expect(request.description == "get pods/log 'web' in the core group")
    #expect(
      AccessRequest(verb: "list", group: "apps", resource: "deployments").description == "list deployments in apps")
    #expect(AccessRequest(verb: "get", path: "/healthz").description == "get /healthz")
  }
}
