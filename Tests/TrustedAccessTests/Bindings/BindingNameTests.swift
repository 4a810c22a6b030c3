import Testing
import TrustedAccess

struct BindingNameTests {
  @Test(arguments: ["a", "-", "7", "a-B-9", "abcdefghijklmnopqrstuvwx"])
  func takes(_ text: String) {
    #expect(BindingName(text)?.description == text)
  }

  @Test(arguments: ["", " ", "a_b", "a.b", "ä", "a\u{301}", "abcdefghijklmnopqrstuvwxy"])
  func refuses(_ text: String) {
    #expect(BindingName(text) == nil)
  }

  @Test func comparesWithoutRegardToCaseAndKeepsWhatWasWritten() throws {
    let name = try #require(BindingName("Nightly-Backup"))
    let other = try #require(BindingName("nightly-backup"))
    #expect(name == other && Set([name, other]).count == 1)
    #expect(name.description == "Nightly-Backup")
  }

  @Test func namesWhatStandsInTheCluster() throws {
    let name = try #require(BindingName("Nightly"))
    let role = try #require(RoleName("Microsoft.DataProtection/backupVaults/backup-operator"))
    #expect(name.clusterRole(for: role) == "aks:trustedaccessrole:Nightly:backup-operator")
    #expect(name.clusterRoleBinding(for: role) == "aks:trustedaccessrolebinding:Nightly:backup-operator")
  }
}
