import Foundation
import RoleCatalog
import Testing
import TrustedAccess

struct BundleTests {
  private let bundle = RoleBundle.recorded

  @Test func generatedSourceIsUpToDate() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/RoleCatalog/Bundle").standardizedFileURL
    let output = FileManager.default.temporaryDirectory.appending(path: "RecordedRoles-\(UUID()).swift")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder.appending(path: "Recordings/generate.py").path(), output.path()]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let kept = try String(contentsOf: folder.appending(path: "RecordedRoles.swift"), encoding: .utf8)
    #expect(try String(contentsOf: output, encoding: .utf8) == kept, "run Bundle/Recordings/generate.py")
  }

  @Test func listsComeNewestFirst() {
    #expect(
      bundle.lists.map { "\($0.recorded) \($0.location) \($0.roles.count)" } == [
        "2025-11-07 eastus 7", "2023-11-29 westus2 8", "2022-11-24 eastus 8", "2022-10-18 eastus2euap 8",
      ])
    // 2025-11-07T00:00:00Z
    #expect(bundle.newest?.recordedAt.millisecondsSinceEpoch == 1_762_473_600_000)
  }

  @Test func currentRoles() throws {
    let roles = try #require(bundle.newest).roles
    #expect(
      Set(roles.map(\.name.description)) == [
        "Microsoft.DataProtection/backupVaults/backup-operator",
        "Microsoft.MachineLearningServices/workspaces/inference-v1",
        "Microsoft.MachineLearningServices/workspaces/mlworkload",
        "Microsoft.Security/pricings/mdc-response-operator",
        "Microsoft.Security/pricings/microsoft-defender-network-policy-operator",
        "Microsoft.Security/pricings/microsoft-defender-operator",
        "Microsoft.Security/pricings/microsoft-defender-policy-operator",
      ])
    let rules = Dictionary(uniqueKeysWithValues: roles.map { ($0.name.name, $0.rules.count) })
    #expect(rules["inference-v1"] == 16)
    #expect(rules["microsoft-defender-operator"] == 7)
    #expect(rules["backup-operator"] == 2)
  }

  @Test(arguments: [
    ("Microsoft.DataProtection/BackupVaults/clusterbackup-dataprotection-role", "2022-10-18"),
    ("Microsoft.DataProtection/BackupVaults/pvbackup", "2023-11-29"),
    ("Microsoft.MachineLearningServices/workspaces/inferenceV1", "2022-11-24"),
    ("Microsoft.MachineLearningServices/workspaces/inferenceV2", "2022-11-24"),
    ("Microsoft.MachineLearningServices/workspaces/training", "2022-11-24"),
  ])
  func retiredRoles(name: String, lastListed: String) throws {
    let roleName = try #require(RoleName(name))
    let entry = try #require(bundle.remembered[roleName])
    #expect(entry.lifecycle == .retired(lastListed: lastListed))
    #expect(!entry.role.rules.isEmpty)
  }

  @Test func otherRoles() {
    func names(_ lifecycle: RoleLifecycle) -> [String] {
      bundle.remembered.values.filter { $0.lifecycle == lifecycle }.map(\.role.name.description).sorted()
    }
    #expect(bundle.remembered.count == 12)
    #expect(
      names(.internalTest)
        == ["test-admin", "test-node-reader", "test-pod-reader"].map {
          "Microsoft.Compute/virtualMachineScaleSets/" + $0
        })
    #expect(
      names(.placeholder) == [
        "Microsoft.Demo/samples/reader", "Microsoft.Demo/samples/writer",
        "Microsoft.MachineLearningServices/workspaces/reader", "Microsoft.MachineLearningServices/workspaces/writer",
      ])
  }

  @Test func historyTellsWhatChanged() throws {
    let newest = try #require(bundle.history.first)
    #expect(newest.older.recorded == "2023-11-29")
    #expect(newest.difference.added.map(\.name.name).count == 3)
    #expect(
      newest.difference.removed.map(\.name.name) == ["test-node-reader", "test-pod-reader", "test-admin", "pvbackup"])
    #expect(newest.difference.changed.map(\.role.name.name) == ["inference-v1", "microsoft-defender-operator"])
  }

  @Test func olderRulesAreKept() throws {
    let name = try #require(RoleName("Microsoft.Security/pricings/microsoft-defender-operator"))
    let older = bundle.olderRules(of: name)
    #expect(older.map(\.list.recorded) == ["2023-11-29"])
    #expect(older.first?.rules.contains { $0.resources.contains("secrets") } == false)
    let same = try #require(RoleName("Microsoft.MachineLearningServices/workspaces/mlworkload"))
    #expect(bundle.olderRules(of: same).isEmpty)
  }
}
