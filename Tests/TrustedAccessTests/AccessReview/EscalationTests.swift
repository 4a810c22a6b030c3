import Testing
import TrustedAccess

struct EscalationTests {
  /// A rule, and the codes of the risks in it.
  static let rules: [(rule: String, codes: [String])] = [
    ("get,list,watch :pods,services,configmaps,nodes,namespaces,serviceaccounts,events", []),
    (
      "* :*",
      [
        "any-verb", "any-resource", "impersonates", "reads-secrets", "creates-tokens", "reaches-kubelets",
        "runs-commands", "reaches-pods", "creates-workloads", "creates-persistent-volumes", "writes-nodes",
        "changes-namespaces",
      ]
    ),
    ("* *:*", EscalationRisk.all.map(\.code)),
    ("* contoso.com:*", []),
    ("list :*", ["any-resource", "reads-secrets"]),
    ("delete :*", ["reaches-pods", "writes-nodes"]),
    ("* :secrets", ["reads-secrets"]),
    ("get :secrets", ["reads-secrets"]),
    ("list :secrets", ["reads-secrets"]),
    ("watch :secrets@tls", ["reads-secrets"]),
    ("create,update,patch,delete :secrets", []),
    ("get apps:secrets", []),
    ("escalate rbac.authorization.k8s.io:clusterroles", ["escalates-roles"]),
    ("bind rbac.authorization.k8s.io:roles", ["escalates-roles"]),
    ("bind,escalate :roles", []),
    ("impersonate :users", ["impersonates"]),
    ("impersonate :groups", ["impersonates"]),
    ("impersonate :serviceaccounts", ["impersonates"]),
    ("impersonate authentication.k8s.io:uids", ["impersonates"]),
    ("impersonate authentication.k8s.io:userextras/scopes", ["impersonates"]),
    ("impersonate authentication.k8s.io:userextras/acme.com/project@some", ["impersonates"]),
    ("impersonate authentication.k8s.io:userextras", ["impersonates"]),
    ("impersonate authentication.k8s.io:*/dn", ["impersonates"]),
    ("impersonate authentication.k8s.io:*", ["impersonates"]),
    ("impersonate authentication.k8s.io:users,groups,serviceaccounts,tokenreviews,userextrasx/dn", []),
    ("impersonate :uids,userextras,userextras/scopes", []),
    ("impersonate:user-info authentication.k8s.io:users", ["impersonates"]),
    ("impersonate:user-info authentication.k8s.io:userextras/dn", ["impersonates"]),
    ("impersonate:serviceaccount authentication.k8s.io:serviceaccounts", ["impersonates"]),
    ("impersonate:arbitrary-node authentication.k8s.io:nodes", ["impersonates"]),
    ("impersonate:associated-node authentication.k8s.io:nodes", ["impersonates"]),
    ("impersonate:user-info,impersonate:arbitrary-node :users,groups,serviceaccounts,nodes", []),
    ("impersonate:user-info authentication.k8s.io:serviceaccounts,nodes", []),
    ("impersonate-on:user-info:list :pods", []),
    ("get,create authentication.k8s.io:userextras/scopes", []),
    ("get :users", []),
    ("create rbac.authorization.k8s.io:rolebindings", ["writes-role-bindings"]),
    ("patch rbac.authorization.k8s.io:clusterrolebindings", ["writes-role-bindings"]),
    ("get,list,delete rbac.authorization.k8s.io:clusterrolebindings,roles", []),
    ("update rbac.authorization.k8s.io:clusterroles", ["writes-roles"]),
    ("create :serviceaccounts/token", ["creates-tokens"]),
    ("create :*/token", ["creates-tokens"]),
    ("create :serviceaccounts", []),
    ("get :serviceaccounts/token", []),
    ("get :nodes/proxy", ["reaches-kubelets"]),
    ("create :nodes/proxy", ["reaches-kubelets"]),
    ("get :*/proxy", ["reaches-kubelets", "reaches-pods"]),
    ("get :nodes", []),
    ("create :pods/exec", ["runs-commands"]),
    ("get :pods/exec", ["runs-commands"]),
    ("create :pods/attach", ["runs-commands"]),
    ("patch :pods/ephemeralcontainers", ["runs-commands"]),
    ("get :pods/log,pods/status", []),
    ("create :pods/portforward", ["reaches-pods"]),
    ("get :services/proxy", ["reaches-pods"]),
    ("delete :pods/proxy", ["reaches-pods"]),
    ("create :pods", ["creates-workloads"]),
    ("update apps:daemonsets", ["creates-workloads"]),
    ("patch batch:cronjobs", ["creates-workloads"]),
    ("create :deployments", []),
    ("delete :pods", []),
    ("update apps:deployments/scale", []),
    ("create :persistentvolumes", ["creates-persistent-volumes"]),
    ("create :persistentvolumeclaims", []),
    ("patch admissionregistration.k8s.io:validatingwebhookconfigurations", ["controls-admission"]),
    ("delete admissionregistration.k8s.io:mutatingwebhookconfigurations", ["controls-admission"]),
    ("get admissionregistration.k8s.io:mutatingwebhookconfigurations", []),
    ("update certificates.k8s.io:certificatesigningrequests/approval", ["approves-certificates"]),
    ("approve certificates.k8s.io:signers@kubernetes.io/kube-apiserver-client", ["approves-certificates"]),
    ("create certificates.k8s.io:certificatesigningrequests", []),
    ("create apiregistration.k8s.io:apiservices", ["registers-api-servers"]),
    ("delete apiextensions.k8s.io:customresourcedefinitions", ["changes-custom-resource-definitions"]),
    ("patch :nodes/status", ["writes-nodes"]),
    ("update :namespaces", ["changes-namespaces"]),
    ("create :namespaces", []),
    ("get /*", []),
  ]

  @Test(arguments: rules.indices) func namesTheRisksOfARule(_ place: Int) throws {
    let (rule, codes) = Self.rules[place]
    #expect(try Self.escalations([rule]).map(\.risk.code) == codes, "\(rule)")
  }

  @Test func everyRiskHasARuleThatBringsItAlone() {
    let alone = Set(Self.rules.filter { $0.codes.count == 1 }.flatMap(\.codes))
    // Who can do everything can do each thing besides.
    #expect(EscalationRisk.all.map(\.code).filter { !alone.contains($0) } == ["any-verb", "any-resource"])
    #expect(Set(EscalationRisk.all.map(\.code)).count == EscalationRisk.all.count)
  }

  /// The roles that Azure's role lists have held, with their rules as last recorded; groups without risk left out.
  static let recorded: [(role: String, rules: [String], codes: [String])] = [
    (
      "backup-operator",
      [
        "get,list,watch,create,update,patch,delete clusterbackup.dataprotection.microsoft.com:backups,restores",
        "create,get,list,patch,update,delete :configmaps",
      ], []
    ),
    (
      "inference-v1",
      [
        "get,list,watch,create,update,patch,delete :persistentvolumes,persistentvolumeclaims",
        "get,list,watch :nodes,endpoints",
        "create,get,list,patch,update,delete :namespaces,pods,pods/log,pods/exec,configmaps,secrets,services,services/proxy",
        "create,get,list,patch,update,delete apps:deployments,replicasets,daemonsets,deployments/scale,deployments/status",
        "create,get,list batch:jobs",
        "create,get,list,update,patch rbac.authorization.k8s.io:clusterroles,clusterrolebindings",
        "get,list,patch,update,watch :deployments,deployments/scale",
        "get,list,watch apps:pods,configmaps,endpoints,nodes,services",
      ],
      [
        "writes-role-bindings", "writes-roles", "reads-secrets", "runs-commands", "reaches-pods", "creates-workloads",
        "creates-persistent-volumes", "changes-namespaces",
      ]
    ),
    // The same before 2025: without pods/exec.
    (
      "inferenceV1",
      [
        "create,get,list,patch,update,delete :namespaces,pods,pods/log,configmaps,secrets,services,services/proxy",
        "create,get,list,update,patch rbac.authorization.k8s.io:clusterroles,clusterrolebindings",
      ],
      [
        "writes-role-bindings", "writes-roles", "reads-secrets", "reaches-pods", "creates-workloads",
        "changes-namespaces",
      ]
    ),
    ("mlworkload", ["create,get,list,patch,update,delete :services,services/proxy"], ["reaches-pods"]),
    (
      "mdc-response-operator",
      [
        "get,list,create,update,patch,delete networking.k8s.io:networkpolicies", "get,list,update,delete :pods",
        "get,list,update :namespaces,events",
      ], ["creates-workloads", "changes-namespaces"]
    ),
    (
      "microsoft-defender-network-policy-operator",
      ["get,list,create,update,patch,delete networking.k8s.io:networkpolicies", "get,list,update :pods"],
      ["creates-workloads"]
    ),
    (
      "microsoft-defender-operator",
      [
        "get,list rbac.authorization.k8s.io:clusterrolebindings,clusterroles,rolebindings,roles",
        "get,list apps:replicasets,statefulsets,daemonsets,deployments",
        "get,list :namespaces,nodes,nodes/proxy,pods,services,serviceaccounts,secrets,configmaps",
        "get,list crd.projectcalico.org:*",
      ], ["reads-secrets", "reaches-kubelets"]
    ),
    (
      "microsoft-defender-policy-operator",
      [
        "get,list,create,update,delete apiextensions.k8s.io:customresourcedefinitions",
        "get,list,create,update,delete defender.microsoft.com:*",
      ], ["changes-custom-resource-definitions"]
    ),
    (
      "pvbackup",
      [
        "get,list :namespaces", "create,get,list,patch,update,delete :persistentvolumes,persistentvolumeclaims",
        "create,get,list,patch,update storage.k8s.io:storageclasses,volumeattachments",
      ], ["creates-persistent-volumes"]
    ),
    ("test-node-reader", ["list,get,watch :nodes"], []),
    ("test-pod-reader", ["list,watch :pods"], []),
  ]

  @Test(arguments: recorded.indices) func namesTheRisksOfARecordedRole(_ place: Int) throws {
    let (role, rules, codes) = Self.recorded[place]
    var found: [String] = []
    for code in try Self.escalations(rules).map(\.risk.code) where found.last != code { found.append(code) }
    #expect(found == codes, "\(role)")
  }

  @Test func saysByWhichRuleAndWhatOfIt() throws {
    let escalations = try Self.escalations(["get :pods", "get,list,create :secrets,pods", "watch *:*"])
    #expect(
      escalations.map { "\($0.risk.code) \($0.ruleIndex) \($0.evidence.map(\.inWords))" } == [
        #"any-resource 2 ["watch every resource in the core group"]"#,
        #"reads-secrets 1 ["get and list secrets in the core group"]"#,
        #"reads-secrets 2 ["watch secrets in the core group"]"#,
        #"creates-workloads 1 ["create pods in the core group"]"#,
      ])
  }

  @Test func namesTheExtraFieldsThatARuleNames() throws {
    let rules = [
      "impersonate authentication.k8s.io:userextras/scopes,*/dn,*/scopes,uids", "impersonate authentication.k8s.io:*",
    ]
    #expect(
      try Self.escalations(rules).map { $0.evidence.map(\.inWords) } == [
        ["uids", "userextras/scopes", "userextras/dn"].map { "impersonate \($0) in authentication.k8s.io" },
        ["uids", "userextras"].map { "impersonate \($0) in authentication.k8s.io" },
      ])
  }

  private static func escalations(_ rules: [String]) throws -> [EscalationFinding] {
    Role(name: try #require(RoleName("Contoso.App/apps/role")), rules: rules.map { PolicyRule($0) }).escalations
  }
}
