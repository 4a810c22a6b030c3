extension EscalationRisk {
  /// Every risk that is looked for, the gravest first.
  public static let all: [EscalationRisk] = [
    EscalationRisk(
      code: "any-verb",
      title: "does everything to every resource of Kubernetes' core",
      why:
        "The verb '*' takes in 'impersonate' and every verb that Kubernetes may bring, on secrets, pods and nodes alike.",
      triggers: [Trigger(verbs: ["*"], group: "", resources: ["*"])]
    ),
    EscalationRisk(
      code: "any-resource",
      title: "reaches every resource of Kubernetes' core",
      why: "The resource '*' takes in secrets, pods and nodes, and every resource that Kubernetes may bring.",
      triggers: [Trigger(verbs: ["get", "list", "watch"] + writing, group: "", resources: ["*"])]
    ),
    EscalationRisk(
      code: "escalates-roles",
      title: "gives itself or others any permission",
      why: "'escalate' and 'bind' lift Kubernetes' check that nobody hands out permissions beyond their own.",
      triggers: [Trigger(verbs: ["escalate", "bind"], group: rbac, resources: ["clusterroles", "roles"])]
    ),
    EscalationRisk(
      code: "impersonates",
      title: "acts as other users, groups or service accounts",
      why:
        "With 'impersonate' it has the permissions of whoever it names, a cluster administrator included; with"
        + " 'impersonate:user-info' and its like those of them that its 'impersonate-on:' verbs name.",
      // Source: Kubernetes docs, "User Impersonation". An extra field is a subresource of userextras, whatever its name.
      triggers: [
        Trigger(verbs: ["impersonate"], group: "", resources: ["users", "groups", "serviceaccounts"]),
        Trigger(verbs: ["impersonate"], group: authentication, resources: ["uids", "userextras/*"]),
        Trigger(
          verbs: ["impersonate:user-info"], group: authentication,
          resources: ["users", "groups", "uids", "userextras/*"]),
        Trigger(verbs: ["impersonate:serviceaccount"], group: authentication, resources: ["serviceaccounts"]),
        Trigger(
          verbs: ["impersonate:arbitrary-node", "impersonate:associated-node"], group: authentication,
          resources: ["nodes"]),
      ]
    ),
    EscalationRisk(
      code: "writes-role-bindings",
      title: "binds roles",
      why: "It can give its own permissions, or any that it may 'bind', to every identity, for good.",
      triggers: [Trigger(verbs: writing, group: rbac, resources: ["clusterrolebindings", "rolebindings"])]
    ),
    EscalationRisk(
      code: "writes-roles",
      title: "writes roles",
      why: "It can add its own permissions to roles that others are bound to, and more if it may 'escalate'.",
      triggers: [Trigger(verbs: writing, group: rbac, resources: ["clusterroles", "roles"])]
    ),
    EscalationRisk(
      code: "reads-secrets",
      title: "reads secrets",
      why:
        "Secrets hold passwords, keys and service accounts' tokens; 'list' and 'watch' show their contents as 'get' does.",
      triggers: [Trigger(verbs: ["get", "list", "watch"], group: "", resources: ["secrets"])]
    ),
    EscalationRisk(
      code: "creates-tokens",
      title: "creates service accounts' tokens",
      why: "A token lets it act as the service account, from anywhere.",
      triggers: [Trigger(verbs: ["create"], group: "", resources: ["serviceaccounts/token"])]
    ),
    EscalationRisk(
      code: "reaches-kubelets",
      title: "reaches the nodes' kubelets",
      why: "Through nodes/proxy it runs commands in every pod of a node, past admission control and the audit log.",
      triggers: [Trigger(verbs: ["get"] + writing, group: "", resources: ["nodes/proxy"])]
    ),
    EscalationRisk(
      code: "runs-commands",
      title: "runs commands in pods",
      why: "A command has the pod's service account, secrets and network.",
      triggers: [
        Trigger(verbs: ["get", "create"], group: "", resources: ["pods/exec", "pods/attach"]),
        Trigger(verbs: ["update", "patch"], group: "", resources: ["pods/ephemeralcontainers"]),
      ]
    ),
    EscalationRisk(
      code: "reaches-pods",
      title: "reaches ports of pods and services",
      why:
        "The API server carries the traffic, past network policies and to ports that are open inside the cluster only.",
      triggers: [
        Trigger(verbs: ["get", "create"], group: "", resources: ["pods/portforward"]),
        Trigger(
          verbs: ["get", "create", "update", "patch", "delete"], group: "", resources: ["pods/proxy", "services/proxy"]),
      ]
    ),
    EscalationRisk(
      code: "creates-workloads",
      title: "runs containers of its choice",
      why:
        "A pod can mount every secret and use every service account of its namespace, and mount the node's files where"
        + " Pod Security allows it.",
      triggers: [
        Trigger(verbs: writing, group: "", resources: ["pods", "replicationcontrollers"]),
        Trigger(
          verbs: writing, group: "apps", resources: ["deployments", "daemonsets", "statefulsets", "replicasets"]),
        Trigger(verbs: writing, group: "batch", resources: ["jobs", "cronjobs"]),
      ]
    ),
    EscalationRisk(
      code: "creates-persistent-volumes",
      title: "creates persistent volumes",
      why: "A volume of type hostPath opens a node's files to whoever mounts it.",
      triggers: [Trigger(verbs: ["create"], group: "", resources: ["persistentvolumes"])]
    ),
    EscalationRisk(
      code: "controls-admission",
      title: "controls admission webhooks and policies",
      why: "A webhook sees every object that it is called for, secrets among them, and a mutating one changes them.",
      triggers: [
        Trigger(
          verbs: writing + ["delete"], group: "admissionregistration.k8s.io",
          resources: [
            "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "mutatingadmissionpolicies",
            "mutatingadmissionpolicybindings", "validatingadmissionpolicies", "validatingadmissionpolicybindings",
          ])
      ]
    ),
    EscalationRisk(
      code: "approves-certificates",
      title: "approves or signs certificates",
      why:
        "A certificate that is signed for API clients names its user and groups; whoever approves it can be anybody.",
      triggers: [
        Trigger(
          verbs: ["update", "patch"], group: "certificates.k8s.io",
          resources: ["certificatesigningrequests/approval", "certificatesigningrequests/status"]),
        Trigger(verbs: ["approve", "sign"], group: "certificates.k8s.io", resources: ["signers"]),
      ]
    ),
    // Source of the next two: Kubernetes docs, "Kubernetes API Aggregation Layer" and "Custom Resources".
    EscalationRisk(
      code: "registers-api-servers",
      title: "registers API servers",
      why: "An API service sends requests for its group to a server of its author's choice.",
      triggers: [Trigger(verbs: writing, group: "apiregistration.k8s.io", resources: ["apiservices"])]
    ),
    EscalationRisk(
      code: "changes-custom-resource-definitions",
      title: "changes custom resource definitions",
      why: "Deleting one deletes its objects, and a conversion webhook sees and changes them.",
      triggers: [
        Trigger(
          verbs: writing + ["delete"], group: "apiextensions.k8s.io", resources: ["customresourcedefinitions"])
      ]
    ),
    EscalationRisk(
      code: "writes-nodes",
      title: "changes nodes",
      why: "Labels and taints steer pods to a node of its choice, and deleting a node takes its pods away.",
      triggers: [Trigger(verbs: writing + ["delete"], group: "", resources: ["nodes", "nodes/status"])]
    ),
    EscalationRisk(
      code: "changes-namespaces",
      title: "changes namespaces",
      why: "A namespace's labels decide which Pod Security level and which network policies hold in it.",
      triggers: [Trigger(verbs: ["update", "patch"], group: "", resources: ["namespaces"])]
    ),
  ]

  private static let authentication = "authentication.k8s.io"
  private static let rbac = "rbac.authorization.k8s.io"
  private static let writing = ["create", "update", "patch"]
}
