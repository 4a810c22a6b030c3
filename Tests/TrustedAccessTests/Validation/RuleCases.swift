import Testing
import TrustedAccess

private let subscription = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
private let otherSubscription = "/subscriptions/00f1e2d3-c4b5-4a69-8778-695a4b3c2d1e"
private let group = subscription + "/resourceGroups/rg/providers/"
private let cluster = group + "Microsoft.ContainerService/managedClusters/aks"
private let vault = group + "Microsoft.DataProtection/backupVaults/bv"
private let workspace = group + "Microsoft.MachineLearningServices/workspaces/ws"
private let plan = subscription + "/providers/Microsoft.Security/pricings/"

private typealias Roles = SampleRoles

/// One mistake, and everything that is to be said of it. A field that is left out is unknown.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let code: String
  let severity: Severity
  let field: BindingField
  let draft: BindingDraft
  /// The part of the field that was marked with `‸` at both ends; `nil` if there is no mark.
  let range: Range<Int>?
  let existing: [RoleBinding]
  let origin: RoleProvenance.Origin
  /// The field, or the whole list of roles, after the first fix; `nil` if none is offered.
  let fixed: [String]?
  /// A part of the message.
  let says: String

  init(
    _ code: String, _ severity: Severity, at field: BindingField, name: String? = nil, cluster: String? = nil,
    source: String? = nil, roles: [String]? = nil, operation: BindingDraft.Operation = .create,
    existing: [RoleBinding] = [], origin: RoleProvenance.Origin = .bundled, says: String, fixed: [String]? = nil
  ) {
    let unmarked = { (text: String) in MarkedText(text).text }
    draft = BindingDraft(
      name: name.map(unmarked), cluster: cluster.map(unmarked), source: source.map(unmarked),
      roles: roles?.map(unmarked), operation: operation)
    let marked = [name, cluster, source].compactMap { $0 } + (roles ?? [])
    range = marked.map { MarkedText($0) }.first { !$0.marks.isEmpty }?.range
    (self.code, self.severity, self.field, self.existing, self.origin) = (code, severity, field, existing, origin)
    (self.says, self.fixed) = (says, fixed)
  }

  var testDescription: String { "\(code) in \(draft.name ?? draft.roles?.description ?? draft.source ?? "…")" }

  func findings(in draft: BindingDraft) -> [Finding] {
    var roles = SampleRoles()
    roles.provenance.origin = origin
    return Validator.validate(draft, context: ValidationContext(roles: roles, existingBindings: existing))
  }
}

/// A binding of the cluster, for ``RuleCase/existing``.
private func binding(_ name: String, source: String = vault) -> RoleBinding {
  guard let name = BindingName(name), let cluster = try? ResourceID(cluster), let source = try? ResourceID(source)
  else {
    fatalError("a sample is wrong")
  }
  return RoleBinding(name: name, cluster: cluster, source: source, roles: [], provisioningState: .succeeded)
}

private func bindings(_ count: Int) -> [RoleBinding] { (0..<count).map { binding("b\($0)") } }

extension RuleCase {
  static let cases: [RuleCase] = nameAndCluster + source + roles

  private static let nameAndCluster = [
    RuleCase(
      "binding-name", .error, at: .name, name: "nightly‸_‸backup", says: "'_' can't stand in", fixed: ["nightly-backup"]
    ),
    RuleCase("binding-name", .error, at: .name, name: "y‸ö‸", says: "'ö' can't stand in", fixed: ["y"]),
    RuleCase(
      "binding-name", .error, at: .name, name: "aks-backup-trusted-acces‸s-for-prod‸", says: "has 34 characters",
      fixed: ["aks-backup-ta-for-prod"]),
    RuleCase("binding-name", .error, at: .name, name: "", says: "is empty; a binding's name is 1 to 24 ASCII letters"),
    RuleCase(
      "binding-name", .error, at: .name, name: "a‸ ‸b", existing: [binding("A-B", source: workspace)], says: "' ' can't"
    ),
    RuleCase(
      "malformed-cluster-id", .error, at: .cluster,
      cluster: "\(subscription)/‸resourceGroup‸/rg/providers/Microsoft.ContainerService/managedClusters/aks",
      says: "resourceGroups", fixed: [cluster]),
    RuleCase(
      "malformed-cluster-id", .error, at: .cluster,
      cluster: "\(group)Microsoft.ContainerService/managedClusters‸‸", says: "missing"),
    RuleCase(
      "cluster-type", .error, at: .cluster, cluster: cluster + "/agentPools/np", says: "in a cluster", fixed: [cluster]),
    RuleCase(
      "cluster-type", .error, at: .cluster, cluster: "\(group)Microsoft.Kubernetes/connectedClusters/arc",
      says: "Azure Arc"),
    RuleCase(
      "cluster-type", .error, at: .cluster, cluster: workspace, says: "a Microsoft.MachineLearningServices/work"),
    RuleCase(
      "cluster-name", .error, at: .cluster, cluster: "\(cluster)‸-‸", says: "ends with '-'; it has to be 1 to 63"),
    RuleCase("cluster-name", .error, at: .cluster, cluster: "\(cluster)‸.‸1", says: "'.'"),
    RuleCase(
      "cluster-name", .error, at: .cluster,
      cluster: "/subscriptions/${x}/resourceGroups/$RG/providers/Microsoft.ContainerService/managedClusters/aks‸ ‸prod",
      says: "has the character U+0020"),
    RuleCase(
      "resource-group-name", .error, at: .cluster, cluster: cluster.replacing("/rg/", with: "/rg‸.‸/"),
      says: "The name 'rg.' ends with '.'; it has to be 1 to 90"),
    RuleCase(
      "resource-group-name", .error, at: .source, source: vault.replacing("/rg/", with: "/r‸*‸g/"), says: "'*'"),
    RuleCase(
      "too-many-bindings", .error, at: .cluster, name: "ninth", cluster: cluster, existing: bindings(8),
      says: "has 8 role bindings, and AKS allows 8; delete one first: 'b0', 'b1',"),
  ]

  private static let source = [
    RuleCase(
      "malformed-source-id", .error, at: .source, source: "\(group)‸backupVaults‸/bv", says: "Microsoft.DataProtection",
      fixed: [vault]),
    RuleCase(
      "source-without-identity", .warning, at: .source, source: plan + "CloudPosture", says: "its operator has",
      fixed: [plan + "CloudPosture/securityOperators/DefenderCSPMSecurityOperator"]),
    RuleCase("source-without-identity", .warning, at: .source, source: plan + "Api", says: "…/pricings/Api/securityOp"),
    RuleCase(
      "source-without-identity", .error, at: .source,
      source: "\(group)Microsoft.ManagedIdentity/userAssignedIdentities/i",
      says: "has no system-assigned identity"),
    // Only user-assigned identities are supported for deployment scripts.
    RuleCase(
      "source-without-identity", .error, at: .source, source: "\(group)Microsoft.Resources/deploymentScripts/s",
      says: "has no system-assigned identity"),
    RuleCase("source-without-identity", .error, at: .source, source: subscription, says: "has no system-assigned"),
    RuleCase(
      "source-type-without-roles", .warning, at: .source, source: "\(group)Contoso.Other/others/o",
      says: "no role for sources of type Contoso.Other/others in the role list of eastus of 2025-11-07"),
    RuleCase(
      "source-type-without-roles", .error, at: .source, source: "\(group)Contoso.Other/others/o", origin: .live,
      says: "no role for sources of type Contoso.Other/others in the role list of eastus;"),
    RuleCase(
      "other-subscription", .warning, at: .source, cluster: cluster,
      source: otherSubscription.replacing("/subscriptions/", with: "/subscriptions/‸")
        + "‸/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/bv",
      says: "one and the same"),
    RuleCase(
      "changed-source", .error, at: .source, name: "NIGHTLY", source: workspace, existing: [binding("nightly")],
      says: "'nightly' exists for \(vault)", fixed: [vault]),
    RuleCase(
      "changed-source", .error, at: .source, name: "nightly", source: workspace, operation: .update,
      existing: [binding("nightly")], says: "a binding's source can't be changed", fixed: [vault]),
    RuleCase(
      "source-bound-twice", .information, at: .source, name: "second", source: vault.uppercased(),
      existing: [binding("first"), binding("other", source: workspace)], says: "has 'first' for this source already"),
  ]

  private static let roles = [
    RuleCase(
      "role-of-other-source-type", .error, at: .role(0),
      source: "/subscriptions/$SUB/resourceGroups/${rg}/providers/Microsoft.DataProtection/backupVaults/<vault>",
      roles: ["‸Microsoft.MachineLearningServices/workspaces‸/mlworkload"], says: "the source is a Microsoft.Data",
      fixed: [Roles.backupOperator]),
    RuleCase("empty-roles", .error, at: .roles, source: vault, roles: [], says: "empty", fixed: [Roles.backupOperator]),
    RuleCase(
      "empty-roles", .error, at: .roles, source: vault, roles: ["", " , "], says: "list of roles is empty",
      fixed: [Roles.backupOperator]),
    RuleCase("empty-roles", .error, at: .roles, roles: [], says: "at least one"),
    RuleCase(
      "empty-roles", .error, at: .role(1), roles: [Roles.backupOperator, " "], says: "The role is empty",
      fixed: [Roles.backupOperator]),
    RuleCase(
      "role-separators", .error, at: .role(0), roles: ["\(Roles.mlworkload)‸; ‸\(Roles.backupOperator)"],
      says: "2 roles stand in one text", fixed: [Roles.mlworkload, Roles.backupOperator]),
    RuleCase(
      "role-separators", .error, at: .role(1), roles: [Roles.backupOperator, "‸ ‸\(Roles.mlworkload),"],
      says: "write '\(Roles.mlworkload)'", fixed: [Roles.backupOperator, Roles.mlworkload]),
    RuleCase(
      "malformed-role-name", .error, at: .role(0), source: vault, roles: ["backup-operator"],
      says: "begins with its source's type; write it in full, such as '\(Roles.backupOperator)'",
      fixed: [Roles.backupOperator]),
    RuleCase(
      "malformed-role-name", .error, at: .role(0), roles: ["/microsoft.dataProtection//backupVaults/backup-operator/"],
      says: "is no role's name", fixed: [Roles.backupOperator]),
    RuleCase(
      "malformed-role-name", .error, at: .role(0), roles: ["Contoso.App/secret-reader"], says: "is no role's name",
      fixed: [Roles.secretReader]),
    RuleCase("malformed-role-name", .error, at: .role(0), roles: ["nothing-like-it"], says: "write it in full"),
    RuleCase(
      "unknown-role", .warning, at: .role(0), source: vault, roles: ["Microsoft.DataProtection/backupVaults/backup"],
      says:
        "is not in the role list of eastus of 2025-11-07; the nearest is '\(Roles.backupOperator)'. If the role is newer",
      fixed: [Roles.backupOperator]),
    RuleCase(
      "unknown-role", .warning, at: .role(0), roles: ["Microsoft.DataProtection/backupVaults/backup"], origin: .cached,
      says: "of 2025-11-07", fixed: [Roles.backupOperator]),
    RuleCase(
      "unknown-role", .error, at: .role(0), roles: ["Microsoft.DataProtection/backupVaults/backup"], origin: .live,
      says: "is not in the role list of eastus; the nearest is '\(Roles.backupOperator)'.",
      fixed: [Roles.backupOperator]),
    RuleCase(
      "unknown-role", .warning, at: .role(0), roles: ["Contoso.Other/others/new"], says: "in the role list of eastus of"
    ),
    RuleCase(
      "retired-role", .warning, at: .role(0), source: workspace, roles: [Roles.oldInferenceV1],
      says: "the last list that has it is of 2022-11-24; there is '", fixed: [Roles.mlworkload]),
    RuleCase(
      "retired-role", .error, at: .role(0), roles: [Roles.oldInferenceV1], origin: .live, says: "is retired",
      fixed: [Roles.mlworkload]),
    RuleCase("internal-role", .warning, at: .role(0), roles: [Roles.testAdmin], says: "to its own subscriptions alone"),
    RuleCase(
      "placeholder-role", .error, at: .role(0), source: workspace, roles: [Roles.reader],
      says: "an example of the documentation", fixed: [Roles.mlworkload]),
    RuleCase(
      "role-of-other-source-type", .error, at: .role(0), source: workspace,
      roles: ["‸Microsoft.DataProtection/backupVaults‸/backup-operator"],
      says: "and the source is a Microsoft.MachineLearningServices/workspaces; for this source there is",
      fixed: [Roles.mlworkload]),
    RuleCase(
      "role-of-other-source-type", .error, at: .role(0), source: "\(group)Microsoft.RecoveryServices/vaults/rsv",
      roles: ["‸Microsoft.DataProtection/backupVaults‸/backup-operator"], says: "Name the Backup vault as source"),
    // What would be offered is in the list already.
    RuleCase(
      "role-of-other-source-type", .error, at: .role(1), source: vault,
      roles: [Roles.backupOperator, "‸Microsoft.MachineLearningServices/workspaces‸/mlworkload"],
      says: "there is '\(Roles.backupOperator)'"),
    RuleCase(
      "duplicate-role", .warning, at: .role(2),
      roles: [Roles.mlworkload, Roles.backupOperator, Roles.mlworkload.lowercased()], says: "number 1 of the list",
      fixed: [Roles.mlworkload, Roles.backupOperator]),
    RuleCase(
      "included-role", .information, at: .role(0), roles: [Roles.mlworkload, Roles.inferenceV1],
      says: "'\(Roles.inferenceV1)' permits everything", fixed: [Roles.inferenceV1]),
    RuleCase(
      "included-role", .information, at: .role(1), roles: [Roles.mlworkload, Roles.mlworkloadTwin],
      says: "'\(Roles.mlworkload)' permits everything", fixed: [Roles.mlworkload]),
    RuleCase(
      "escalating-role", .information, at: .role(0), roles: [Roles.secretReader],
      says: "The role reads secrets and runs commands in pods."),
  ]

  /// Drafts that come near to a mistake and make none, by the code of the mistake.
  static let nearMisses: [(code: String, draft: BindingDraft, existing: [RoleBinding])] = [
    ("binding-name", BindingDraft(name: "aks-backup-trusted-acces"), []),
    ("binding-name", BindingDraft(name: "-"), []),
    ("binding-name", BindingDraft(name: "16987634996993c51c18b-7"), []),
    ("malformed-cluster-id", BindingDraft(cluster: cluster.lowercased()), []),
    ("cluster-type", BindingDraft(cluster: group + "microsoft.containerservice/MANAGEDCLUSTERS/aks"), []),
    ("cluster-name", BindingDraft(cluster: cluster + "_-_" + String(repeating: "9", count: 57)), []),
    ("resource-group-name", BindingDraft(cluster: cluster.replacing("/rg/", with: "/.(Größe)_-9/")), []),
    ("too-many-bindings", BindingDraft(name: "eighth", cluster: cluster), bindings(7)),
    ("too-many-bindings", BindingDraft(name: "B3", cluster: cluster), bindings(8)),
    ("too-many-bindings", BindingDraft(name: "ninth", cluster: cluster, operation: .update), bindings(8)),
    ("malformed-source-id", BindingDraft(source: vault.uppercased()), []),
    (
      "source-without-identity",
      BindingDraft(source: plan + "cloudPosture/securityOperators/DefenderCSPMSecurityOperator"), []
    ),
    // A role of the outer type may be given to the nested one.
    (
      "source-type-without-roles",
      BindingDraft(source: plan + "Containers/securityOperators/DefenderForContainersSecurityOperator"), []
    ),
    (
      "other-subscription",
      BindingDraft(cluster: cluster.replacing("8a1f2c3d", with: "8A1F2C3D"), source: vault), []
    ),
    ("changed-source", BindingDraft(name: "nightly", source: vault.lowercased()), [binding("nightly")]),
    ("source-bound-twice", BindingDraft(name: "FIRST", source: vault), [binding("first")]),
    ("empty-roles", BindingDraft(roles: ["$ROLE"]), []),
    ("role-separators", BindingDraft(roles: ["$(az aks show, x)"]), []),
    ("malformed-role-name", BindingDraft(source: vault, roles: [Roles.backupOperator.uppercased()]), []),
    ("unknown-role", BindingDraft(roles: ["Microsoft.DataProtection/backupVaults/<role>"]), []),
    ("retired-role", BindingDraft(source: workspace, roles: [Roles.inferenceV1]), []),
    ("internal-role", BindingDraft(roles: [Roles.mlworkload]), []),
    ("placeholder-role", BindingDraft(roles: ["Microsoft.MachineLearningServices/workspaces/{role}"]), []),
    (
      "role-of-other-source-type",
      BindingDraft(source: vault.replacing("backupVaults", with: "BackupVaults"), roles: [Roles.backupOperator]), []
    ),
    ("duplicate-role", BindingDraft(roles: ["$ROLE", "$ROLE"]), []),
    ("included-role", BindingDraft(roles: [Roles.mlworkload, Roles.backupOperator]), []),
    ("escalating-role", BindingDraft(source: workspace, roles: [Roles.mlworkload]), []),
  ]
}
