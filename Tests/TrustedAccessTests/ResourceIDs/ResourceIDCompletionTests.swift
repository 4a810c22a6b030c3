import Testing
import TrustedAccess

struct ResourceIDCompletionTests {
  /// The texts proposed for the name of an app, if these are known.
  private func names(known: [String]) throws -> [String] {
    let apps = "/subscriptions/s/resourceGroups/g/providers/Contoso.App/apps/"
    let ids = try known.map { try ResourceID(apps + $0) }
    let type = try #require(ResourceType("Contoso.App/apps"))
    return ResourceIDCompletion(in: apps, at: apps.utf8.count, known: ids, wanted: [type]).proposals.map(\.text)
  }

  @Test func proposesEachNameOnce() throws {
    #expect(try names(known: ["web", "WEB", "api"]) == ["web", "api"])
  }

  /// Azure Resource Manager takes them for two: the case of ASCII letters alone does not matter to it.
  @Test func proposesBothSpellingsOfALetter() throws {
    let proposals = try names(known: ["caf\u{E9}", "cafe\u{301}"])
    #expect(proposals.map { Array($0.utf8) } == [Array("caf\u{E9}".utf8), Array("cafe\u{301}".utf8)])
  }
}
