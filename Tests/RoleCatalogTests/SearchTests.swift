import RoleCatalog
import Testing
import TrustedAccess

struct SearchTests {
  private let index = RoleIndex(RoleBundle.recorded.newest?.roles ?? [])

  private func found(_ text: String, _ loosest: RoleMatch = .fuzzy, limit: Int = 50) -> [String] {
    index.search(text, loosest: loosest, limit: limit).map { "\($0.match) \($0.entry.role.name.name)" }
  }

  @Test(arguments: [
    ("mlw", ["segment mlworkload", "fuzzy inference-v1"]),
    ("MLWorkload", ["segment mlworkload"]),
    ("workspaces/ml", ["segment mlworkload"]),
    ("machinelearning", ["segment inference-v1", "segment mlworkload"]),
    ("microsoft.dataprotection/BACKUPVAULTS/b", ["prefix backup-operator"]),
    ("Microsoft.DataProtection/BackupVaults/backup-operator", ["exact backup-operator"]),
    ("infv1", ["fuzzy inference-v1"]),
    (
      "defnet",
      [
        "fuzzy microsoft-defender-network-policy-operator", "fuzzy microsoft-defender-operator",
        "fuzzy microsoft-defender-policy-operator",
      ]
    ),
    ("zzz", []),
  ])
  func ranks(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func looserMatchesCanBeLeftOut() {
    #expect(found("infv1", .segment) == [])
    #expect(found("mlw", .prefix) == [])
    #expect(found("microsoft.s", .exact) == [])
    #expect(found("microsoft.s", .prefix).count == 4)
  }

  @Test func filtersBySourceType() throws {
    let type = try #require(ResourceType("microsoft.security/pricings/securityOperators"))
    #expect(index.search("", forSourcesOf: type, limit: 50).count == 4)
    #expect(index.search("operator", forSourcesOf: type, limit: 50).count == 4)
    let none = try #require(ResourceType("Contoso.App/apps"))
    #expect(index.search("operator", forSourcesOf: none, limit: 50).isEmpty)
  }

  @Test(arguments: [-1, 0]) func aLimitBelowOneFindsNothing(limit: Int) {
    #expect(found("m", limit: limit).isEmpty)
    #expect(index.nearest(to: "mlworkload", limit: limit).isEmpty)
  }

  @Test func anEmptyIndexFindsNothing() {
    let empty = RoleIndex([])
    #expect(empty.search("", limit: 5).isEmpty)
    #expect(empty.search("a", limit: 5).isEmpty)
    #expect(empty.nearest(to: "a", limit: 5).isEmpty)
    #expect(empty.sourceTypes.isEmpty)
  }

  @Test func ofEqualNamesTheFirstIsKept() throws {
    let names = try ["A.b/c/x", "a.B/c/X"].map { try #require(RoleName($0)) }
    let index = RoleIndex([Role(name: names[0], rules: []), Role(name: names[1], rules: [PolicyRule(verbs: ["get"])])])
    #expect(index.entries.map(\.role.rules.count) == [0])
  }

  @Test(arguments: [
    ("Microsoft.MachineLearningServices/workspaces/mlworkloads", "mlworkload"),
    ("Microsoft.MachineLearningServices/workspaces/mlwrokload", "mlworkload"),
    ("Microsoft.MachineLearningService/workspace/mlworkload", "mlworkload"),
    ("Microsoft.RecoveryServices/vaults/backup-operator", "backup-operator"),
    ("Microsoft.MachineLearningServices/workspaces/inferencev1", "inference-v1"),
    ("inference-v2", "inference-v1"),
    ("backup-operater", "backup-operator"),
    ("mdc-response", "mdc-response-operator"),
    ("Microsoft.Security/pricings/defender-policy-operator", "microsoft-defender-policy-operator"),
  ])
  func nearestIsWhatWasMeant(text: String, expected: String) {
    #expect(index.nearest(to: text, limit: 3).first?.role.name.name == expected)
  }

  @Test(arguments: ["", "/", "x", "completely-else", "Contoso.App/apps/qqqq"])
  func nothingIsNearToNonsense(text: String) {
    #expect(index.nearest(to: text, limit: 3).isEmpty)
  }
}
