import Foundation
import RoleCatalog
import Testing
import TrustedAccess

@Suite("The catalog's methods")
struct CatalogMethodTests {
  /// A source with one role that is in no bundled list.
  private struct OneRole: RoleListSource {
    func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role] {
      guard key.location == "eastus" else {
        throw RoleListFailure(code: "Down", cause: "It is down.", remedy: "Wait.")
      }
      guard let name = RoleName("Microsoft.MachineLearningServices/workspaces/brand-new") else { return [] }
      return [Role(name: name, rules: [])]
    }
  }

  @Test("A refreshed list is what validation, completion and bindings go by")
  func refresh() throws {
    let server = TestServer(roleSource: OneRole())
    let validate = "{'roles': ['Microsoft.MachineLearningServices/workspaces/mlworkload'], 'location': 'eastus'}"
    #expect(try server.call("roles/validate", validate)["valid"] == "true")
    let refresh = try server.call("catalog/refresh", "{'location': 'East US'}")
    #expect(refresh["origin"] == "live")
    #expect(refresh["roleCount"] == "1")
    #expect(refresh["added.0"] == "Microsoft.MachineLearningServices/workspaces/brand-new")
    #expect(try server.call("roles/list", "{'location': 'eastus'}")["roles.count"] == "1")
    #expect(try server.call("roles/validate", validate)["valid"] == "false")
    try server.register()
    #expect(
      try server.fault(
        "roleBindings/create", "['\(Sample.cluster)', 'ml', '\(Sample.workspace)', ['\(Sample.workload)']]")[
          "data.code"] == "InvalidParameter")
    try server.create("ml", role: "Microsoft.MachineLearningServices/workspaces/brand-new")
  }

  @Test("A failed refresh tells cause and remedy, then and in the status, and the bundled list serves")
  func failure() throws {
    let server = TestServer(roleSource: OneRole())
    let fault = try server.fault("catalog/refresh", "{'location': 'westus'}")
    #expect(fault["code"] == "1007")
    #expect(fault["data.code"] == "Down")
    #expect(fault["data.remedy"] == "Wait.")
    #expect(fault["data.retryable"] == "true")
    let status = try server.call("catalog/status")
    #expect(status["lists.0.location"] == "westus")
    #expect(status["lists.0.origin"] == "bundled")
    #expect(status["lists.0.failure.code"] == "Down")
    #expect(status["lists.0.failure.at"] == TestServer.start)
    #expect(try server.call("server/diagnose")["healthy"] == "true")
    #expect(try server.call("roles/list", "{'location': 'westus'}")["origin"] == "bundled")
  }

  @Test("A cache that cannot be looked through is a warning with its remedy")
  func unusableCache() throws {
    let server = TestServer()
    #expect(try server.call("server/diagnose")["checks.4.name"] == nil)
    let cache = try #require(server.call("catalog/status")["cache"])
    try FileManager.default.createDirectory(
      at: URL(filePath: cache).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: cache))
    let diagnosis = try server.call("server/diagnose")
    #expect(diagnosis["healthy"] == "true")
    #expect(diagnosis["checks.4.status"] == "warning")
    #expect(diagnosis["checks.4.message"]?.contains("ENOTDIR") == true)
    #expect(diagnosis["checks.4.remedy"] != nil)
  }

  @Test("Offline, and without a source, a refresh says so")
  func noSource() throws {
    #expect(try TestServer().fault("catalog/refresh", "['eastus']")["data.code"] == "NoLiveSource")
    let offline = TestServer(roleSource: OneRole(), isOffline: true)
    #expect(try offline.fault("catalog/refresh", "['eastus']")["data.code"] == "Offline")
    #expect(try offline.call("catalog/status")["offline"] == "true")
  }

  @Test("Cleared lists are named")
  func clear() throws {
    let server = TestServer(roleSource: OneRole())
    try server.call("catalog/refresh", "['eastus']")
    #expect(try server.call("catalog/clear", "['westus']")["cleared.count"] == "0")
    #expect(try server.call("catalog/clear")["cleared.0.location"] == "eastus")
    #expect(try server.call("catalog/status")["lists.count"] == "0")
  }

  @Test("What is no location is refused", arguments: ["", "east/us", "../x"])
  func badLocation(_ location: String) throws {
    #expect(try server(location)["data.target"] == "location")
  }

  private func server(_ location: String) throws -> Reply {
    try TestServer().fault("catalog/refresh", "['\(location)']")
  }
}
