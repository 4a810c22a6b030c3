import Foundation
import Glibc
import JSON
import Testing

@Suite("An LSP session over real pipes")
struct LifecycleTests {
  let server: ServerProcess

  init() throws {
    server = try ServerProcess(framing: .headers)
  }

  private func initialize() throws {
    try server.send(Request.request(0, "initialize", #"{"processId":null,"capabilities":{}}"#))
    #expect(try server.reply()["id"] == "0")
    try server.send(Request.notification("initialized", "{}"))
  }

  @Test("refuses requests before initialize, drops notifications, and lives on")
  func beforeInitialize() throws {
    try server.send(Request.info, Request.notification("textDocument/didOpen", "{}"), Request.request(2, "shutdown"))
    #expect(try server.reply()["error.code"] == "-32002")
    let second = try server.reply()
    #expect(second["id"] == "2" && second["error.code"] == "-32002")
    try initialize()
  }

  @Test("is initialized once")
  func initializedTwice() throws {
    try initialize()
    try server.send(Request.request(1, "initialize", "{}"), Request.info)
    #expect(try server.reply()["error.code"] == "-32600")
    #expect(try server.reply()["result.name"] == "trusted-access-server")
  }

  @Test("refuses requests after shutdown, and ends at exit with 0")
  func afterShutdown() throws {
    try initialize()
    try server.send(Request.request(1, "shutdown"), Request.request(2, "trustedAccess/server/info"))
    #expect(try server.reply()["result"] == "null")
    #expect(try server.reply()["error.code"] == "-32600")
    try server.send(Request.notification("exit"))
    #expect(try server.receive() == nil)
    #expect(try server.waitForEnd() == .status(0))
    #expect(server.errors == "")
  }

  @Test("ends at exit with 1 without shutdown, also before initialize", arguments: [true, false])
  func exit(isInitialized: Bool) throws {
    if isInitialized { try initialize() }
    try server.send(Request.notification("exit"), Request.info)
    #expect(try server.receive() == nil)
    #expect(try server.waitForEnd() == .status(1))
  }

  @Test("that breaks off ends with 1; after shutdown, and without initialize, with 0")
  func endOfInput() throws {
    try initialize()
    server.closeInput()
    #expect(try server.waitForEnd() == .status(1))

    let tidy = try ServerProcess(framing: .headers)
    try tidy.send(Request.request(1, "initialize", "{}"), Request.request(2, "shutdown"))
    tidy.closeInput()
    #expect(try tidy.replies().count == 2)
    #expect(try tidy.waitForEnd() == .status(0))

    let plain = try ServerProcess()
    try plain.send(Request.info)
    plain.closeInput()
    #expect(try plain.replies().count == 1)
    #expect(try plain.waitForEnd() == .status(0))
  }

  @Test("answers initialize as the golden file has it")
  func golden() throws {
    try server.send(Request.request(0, "initialize", #"{"processId":null,"rootUri":null,"capabilities":{}}"#))
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden/initialize.json")
    let golden = try JSONValue.parse(Array(try Data(contentsOf: file)))
    let seen = try #require(try server.reply().value["result"])
    #expect(written(seen) == written(golden))
  }

  /// A value as our writer writes it.
  private func written(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  @Test("advertises what it handles, and nothing else")
  func advertised() throws {
    try server.send(Request.request(0, "initialize", "{}"))
    let capabilities = try #require(try server.reply().value["result"]?["capabilities"])
    // A capability that is added belongs here with the request that it promises.
    #expect(
      capabilities.members.map(\.name) == [
        "positionEncoding", "textDocumentSync", "workspace", "completionProvider", "hoverProvider",
        "codeActionProvider", "diagnosticProvider", "documentSymbolProvider", "inlayHintProvider", "definitionProvider",
        "experimental",
      ])
    let experimental = try #require(capabilities["experimental"])
    #expect(experimental.members.map(\.name) == ["trustedAccess"])
    try server.send(Request.info)
    let info = try server.reply()
    #expect(info["result.specification"] == experimental["trustedAccess"]?["specification"]?.string)
  }
}
