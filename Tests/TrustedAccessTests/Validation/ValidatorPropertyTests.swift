import SeededRandom
import Testing
import TrustedAccess

/// What holds for every draft, tried on drafts put together from pieces that matter.
struct ValidatorPropertyTests {
  private static let group = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers/"

  /// A placeholder is understood wherever it stands, even against the service's own list.
  @Test(arguments: [
    "$VAR", "${x}", "<your-id>", "{id}", "${{ vars.ID }}", "$(x)", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "%ID%",
    "@Id@", "__Id__", "YOUR_ID", "...",
  ])
  func aPlaceholderIsNotFlagged(_ placeholder: String) {
    let cluster = "Microsoft.ContainerService/managedClusters"
    let drafts = [
      BindingDraft(name: placeholder, cluster: placeholder, source: placeholder, roles: [placeholder, placeholder]),
      BindingDraft(
        name: "n", cluster: "/subscriptions/\(placeholder)/resourceGroups/rg/providers/\(cluster)/aks",
        source: Self.group + "Microsoft.DataProtection/backupVaults/\(placeholder)",
        roles: ["Microsoft.MachineLearningServices/workspaces/\(placeholder)"]),
      BindingDraft(
        source: "/subscriptions/\(placeholder)/Microsoft.DataProtection/backupVaults/v",
        roles: ["Microsoft.MachineLearningServices/workspaces/mlworkload"]),
      BindingDraft(
        source: "/subscriptions/\(placeholder)", roles: ["Microsoft.MachineLearningServices/workspaces/mlworkload"]),
      BindingDraft(cluster: "/subscriptions/a/resourceGroups/\(placeholder)/providers/\(cluster)/aks"),
    ]
    var roles = SampleRoles()
    roles.provenance.origin = .live
    for draft in drafts {
      let findings = Validator.validate(draft, context: ValidationContext(roles: roles, existingBindings: []))
      #expect(findings == [], "\(draft)")
    }
  }

  @Test(arguments: 0..<16) func findingsAndFixesFitAnyDraft(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      var draft = Self.draft(&random)
      var steps = 0
      while steps < 30 {
        let findings = Validator.validate(draft, context: ValidationContext(roles: SampleRoles()))
        for finding in findings { expectFit(finding, in: draft) }
        guard let fix = findings.flatMap(\.fixes).randomElement(using: &random) else { break }
        let fixed = draft.applying(fix)
        #expect(fixed != draft, "\(fix)")
        draft = fixed
        steps += 1
      }
      #expect(steps < 30, "fixes go round in circles: \(draft)")
    }
  }

  private func expectFit(_ finding: Finding, in draft: BindingDraft) {
    #expect(!finding.message.isEmpty && finding.message.last == ".", "\(finding.message)")
    let text: String?
    switch finding.field {
    case .name: text = draft.name
    case .cluster: text = draft.cluster
    case .source: text = draft.source
    case .roles:
      #expect(finding.range == nil)
      text = ""
    case .role(let place):
      #expect(draft.roles?.indices.contains(place) == true)
      text = draft.roles?[place]
    }
    #expect(text != nil)
    if let range = finding.range, let text {
      #expect(range.lowerBound >= 0 && range.upperBound <= text.utf8.count, "\(finding) in \(text)")
    }
  }

  private static func draft(_ random: inout SplitMix64) -> BindingDraft {
    let pick = { (texts: [String], random: inout SplitMix64) in texts.randomElement(using: &random) ?? "" }
    let id = { (random: inout SplitMix64) -> String in
      let types = [
        "Microsoft.ContainerService/managedClusters/aks", "Microsoft.DataProtection/backupVaults/bv",
        "Microsoft.MachineLearningServices/workspaces/ws", "Microsoft.RecoveryServices/vaults/v", "Contoso.App/apps/a",
        "Microsoft.ContainerService/managedClusters/aks/agentPools/p", "Microsoft.Security/pricings/Containers",
      ]
      var id = group + pick(types, &random)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = id.unicodeScalars.indices.randomElement(using: &random) ?? id.startIndex
        id.unicodeScalars.replaceSubrange(
          place..<id.unicodeScalars.index(after: place),
          with: pick(["", "/", "é", "\u{301}", " ", "x"], &random).unicodeScalars)
      }
      return id
    }
    let role = { (random: inout SplitMix64) -> String in
      let texts = [
        SampleRoles.backupOperator, SampleRoles.mlworkload, SampleRoles.oldInferenceV1, SampleRoles.testAdmin,
        SampleRoles.reader, SampleRoles.secretReader, "backup-operator", "", " ", "/", "a/b/\u{301}", "é",
        "Microsoft.DataProtection/backupVaults/backup",
      ]
      return pick(texts, &random) + pick(["", "", "", ",", "; ", "/", "\u{301}"], &random)
        + pick(["", "", "", texts[Int.random(in: 0..<texts.count, using: &random)]], &random)
    }
    return BindingDraft(
      name: pick(
        ["a", "", "aks-backup-trusted-access", "é\u{301}_", "---_", "ﬀ🙂", String(repeating: "ab_", count: 40)], &random),
      cluster: id(&random), source: id(&random),
      roles: (0..<Int.random(in: 0...4, using: &random)).map { _ in role(&random) })
  }
}
