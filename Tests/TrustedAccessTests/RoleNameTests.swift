import Testing
import TrustedAccess

struct RoleNameTests {
  /// Slashes are bytes, as in resource IDs: here each is followed by a combining accent.
  @Test func aSlashWithACombiningMarkIsASlash() throws {
    let name = try #require(RoleName("A.B/\u{301}c/\u{301}d"))
    #expect(name.sourceType.namespace == "A.B")
    #expect(name.sourceType.segments == ["\u{301}c"])
    #expect(name.name == "\u{301}d")
    let id = try ResourceID("/subscriptions/s/resourceGroups/g/providers/A.B/\u{301}c/n")
    #expect(id.type == name.sourceType)
    #expect(ResourceType("A.B\u{301}/\u{301}") != nil)
  }

  @Test(arguments: ["", "/", "a", "a/b", "a/b/", "/b/c", "a//c", "a/b//c", "a/\u{301}b"])
  func lessThanThreePartsAreNoRoleName(_ text: String) {
    #expect(RoleName(text) == nil)
  }

  @Test(arguments: [("", ["b"]), ("a", []), ("a", [""]), ("a/b", ["c"]), ("a", ["b/c"]), ("a", ["b/\u{301}c"])])
  func aTypeIsNotMadeOfPartsThatAreNone(namespace: String, segments: [String]) {
    #expect(ResourceType(namespace: namespace, segments: segments) == nil)
  }

  @Test(arguments: ["", "a/b", "/\u{301}"])
  func aRoleIsNotMadeOfANameThatIsNone(_ name: String) throws {
    let type = try #require(ResourceType("A.B/c"))
    #expect(RoleName(sourceType: type, name: name) == nil)
  }

  @Test func comparedWithoutRegardToCaseAndKeptAsWritten() throws {
    let name = try #require(RoleName("Microsoft.DataProtection/BackupVaults/Backup-Operator"))
    let other = try #require(RoleName("microsoft.dataprotection/backupVaults/backup-operator"))
    #expect(name == other)
    #expect(Set([name, other]).count == 1)
    #expect(name.description == "Microsoft.DataProtection/BackupVaults/Backup-Operator")
  }
}
