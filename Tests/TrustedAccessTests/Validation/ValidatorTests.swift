import Testing
import TrustedAccess

private let group = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/"
private let cluster = group + "Microsoft.ContainerService/managedClusters/aks"
private let vault = group + "Microsoft.DataProtection/backupVaults/bv"
private let workspace = group + "Microsoft.MachineLearningServices/workspaces/ws"
private let backupOperator = SampleRoles.backupOperator
private let mlworkload = SampleRoles.mlworkload

private func codes(_ draft: BindingDraft, origin: RoleProvenance.Origin = .bundled) -> [String] {
  var roles = SampleRoles()
  roles.provenance.origin = origin
  return Validator.validate(draft, context: ValidationContext(roles: roles)).map { "\($0.severity) \($0.code)" }
}

@Suite struct ValidatorTests {
  @Test(arguments: [
    BindingDraft(name: "nightly-backup", cluster: cluster, source: vault, roles: [backupOperator]),
    BindingDraft(name: "16987634996993c51c18b-7", cluster: cluster, source: workspace, roles: [mlworkload]),
    BindingDraft(name: "n", cluster: cluster, source: vault.lowercased(), roles: [backupOperator.uppercased()]),
    BindingDraft(
      name: "defender", cluster: cluster,
      source: "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/providers/Microsoft.Security/pricings/CloudPosture"
        + "/securityOperators/DefenderCSPMSecurityOperator",
      roles: ["Microsoft.Security/pricings/microsoft-defender-operator"]),
    BindingDraft(name: "$NAME", cluster: "${CLUSTER_ID}", source: "<your-vault-id>", roles: ["$ROLE"]),
    BindingDraft(),
  ])
  func saysNothingOfWhatIsRight(_ draft: BindingDraft) {
    #expect(codes(draft) == [])
  }

  @Test(arguments: [
    (BindingDraft(name: "aks-backup-trusted-access"), "error binding-name"),
    (BindingDraft(name: "nightly_backup"), "error binding-name"),
    (BindingDraft(source: vault, roles: []), "error empty-roles"),
    (BindingDraft(roles: ["backup-operator"]), "error malformed-role-name"),
    (BindingDraft(roles: [backupOperator, backupOperator.lowercased()]), "warning duplicate-role"),
    (BindingDraft(roles: ["\(backupOperator),"]), "error role-separators"),
    (BindingDraft(roles: ["\(mlworkload) \(mlworkload)"]), "error role-separators"),
    (BindingDraft(roles: ["Microsoft.MachineLearningServices/workspaces/mlworklod"]), "warning unknown-role"),
    (BindingDraft(roles: ["Microsoft.MachineLearningServices/workspaces/inferenceV1"]), "warning retired-role"),
    (BindingDraft(source: workspace, roles: [backupOperator]), "error role-of-other-source-type"),
    (
      BindingDraft(source: group + "Microsoft.RecoveryServices/vaults/v", roles: [backupOperator]),
      "error role-of-other-source-type"
    ),
  ])
  func saysWhatIsWrong(_ draft: BindingDraft, _ expected: String) {
    #expect(codes(draft).contains(expected), "\(codes(draft))")
  }

  @Test func doubtsAnOldListButNotALiveOne() {
    let draft = BindingDraft(roles: ["Microsoft.MachineLearningServices/workspaces/mlworklod"])
    #expect(codes(draft, origin: .bundled) == ["warning unknown-role"])
    #expect(codes(draft, origin: .live) == ["error unknown-role"])
  }

  @Test(arguments: [
    BindingDraft(name: "aks-backup-trusted-access"),
    BindingDraft(name: " nightly backup "),
    BindingDraft(roles: ["backup-operator"]),
    BindingDraft(roles: [backupOperator, backupOperator]),
    BindingDraft(roles: ["\(backupOperator), \(backupOperator);"]),
    BindingDraft(cluster: cluster + "/"),
    BindingDraft(source: vault.replacing("resourceGroups", with: "resourceGroup"), roles: [backupOperator]),
  ])
  func mendsWhatItFixes(_ draft: BindingDraft) throws {
    let context = ValidationContext(roles: SampleRoles())
    var mended = draft
    for _ in 0..<10 {
      guard let fix = Validator.validate(mended, context: context).compactMap(\.fixes.first).first else { break }
      mended = mended.applying(fix)
    }
    #expect(mended != draft)
    #expect(codes(mended) == [])
  }
}
