import DurableStorage
import JSON
import SimulatedDisk
import Testing
import TrustedAccess

@testable import Server

// spec: DC-11, DC-12
@Suite("Settings")
struct SettingsTests {
  private static let script = "az aks trustedaccess rolebinding show -g rg --cluster-name aks --nmae ml\n"
  private static let uri = "file:///work/deploy/a.sh"
  private static let off = #"{"rules":{"unknown-option":"off"}}"#
  private static let hint = #"{"rules":{"unknown-option":"hint"}}"#
  private static let asking = #"{"workspace":{"configuration":true}}"#

  private let disk = SimulatedDisk()

  private func conversation(capabilities: String = "{}", params: String = "") -> Conversation {
    Conversation(capabilities: capabilities, params: params) { [disk] in
      ServerContext(
        ServerContext.Configuration(store: "", cache: nil), fileSystem: disk.fileSystem,
        now: { Timestamp(millisecondsSinceEpoch: 0) })
    }
  }

  private func put(_ settings: String, in folder: String) throws {
    try? disk.fileSystem.makeFolder("/work")
    try? disk.fileSystem.makeFolder(folder)
    try disk.put(Array(settings.utf8), at: "\(folder)/.trusted-access.json")
  }

  /// What was published of the document, a line for each time: the severities of its diagnostics.
  private func published(_ messages: [JSONValue]) -> [[Int]] {
    messages.calls(of: "textDocument/publishDiagnostics").map { params in
      params["diagnostics"]?.elements.compactMap { $0["severity"]?.integer } ?? []
    }
  }

  private func shown(_ messages: [JSONValue]) -> [String] {
    messages.calls(of: "window/showMessage").compactMap { $0["message"]?.string }
  }

  @Test(
    "come with 'initialize', alone or in their section",
    arguments: [hint, #"{"trustedAccess":\#(hint),"other":1}"#, #"{"trustedAccess":\#(hint)}"#])
  func options(options: String) throws {
    let conversation = conversation(params: #""initializationOptions":\#(options)"#)
    conversation.notify("initialized")
    conversation.open(Self.uri, "shellscript", Self.script)
    let messages = try conversation.messages()
    #expect(published(messages) == [[4]])
    #expect(shown(messages) == [])
  }

  @Test(
    "that are nothing are none", arguments: ["null", "[]", "{}", #"{"trustedAccess":[]}"#, #"{"trustedAccess":null}"#])
  func nothing(options: String) throws {
    let conversation = conversation(
      capabilities: Self.asking, params: #""initializationOptions":\#(options),"workspaceFolders":null,"rootUri":null"#)
    conversation.reply = { _, _ in "[\(options == "{}" ? "{}" : "null")]" }
    conversation.notify("initialized")
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":null}"#)
    conversation.open(Self.uri, "shellscript", Self.script)
    let messages = try conversation.messages()
    #expect(shown(messages) == [])
    #expect(published(messages).count == 1)
  }

  @Test("that there are not are told once, with what was likely meant, and only when the session has begun")
  func unknown() throws {
    let conversation = conversation(params: #""initializationOptions":{"rulse":{}}"#)
    conversation.notify("initialized")
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":{"rulse":{}}}}"#)
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":{"rulse":{}}}}"#)
    let messages = try conversation.messages()
    #expect(messages.first?["id"]?.string == "initialize")
    let told = shown(messages)
    #expect(told.count == 2 && told.allSatisfy { $0.contains("'rulse'") && $0.contains("'rules'") })
    #expect(told.first?.hasPrefix("initializationOptions") == true)
  }

  @Test("are asked of a client that offers to answer, when the session has begun and when they change")
  func asked() throws {
    let conversation = conversation(capabilities: Self.asking, params: #""rootUri":"file:///work""#)
    var answers = ["[null,\(Self.hint)]", "[null,\(Self.off)]"][...]
    conversation.reply = { method, params in
      #expect(method == "workspace/configuration")
      #expect(params?["items"]?.elements.map { $0["section"]?.string } == ["trustedAccess", "trustedAccess"])
      #expect(params?["items"]?.elements.map { $0["scopeUri"]?.string } == [nil, "file:///work"])
      return answers.popFirst()
    }
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.notify("initialized")
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":{}}}"#)
    let messages = try conversation.messages()
    #expect(published(messages).map { $0.sorted() } == [[1], [4], []])
  }

  @Test("are those of the last answer that is of the last question")
  func overtaken() throws {
    let conversation = conversation(capabilities: Self.asking)
    conversation.notify("initialized")
    conversation.notify("workspace/didChangeConfiguration")
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.answer(2, "[\(Self.hint)]")
    conversation.answer(1, "[\(Self.off)]")
    #expect(published(try conversation.messages()).last == [4])
  }

  @Test("of a client that does not answer, or refuses, are what they were")
  func unanswered() throws {
    let conversation = conversation(
      capabilities: Self.asking, params: #""initializationOptions":\#(Self.hint)"#)
    conversation.notify("initialized")
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.answer(1, nil)
    #expect(published(try conversation.messages()) == [[4]])
  }

  @Test("are taken from a client that sends them along")
  func pushed() throws {
    let conversation = conversation()
    conversation.notify("initialized")
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":\#(Self.hint),"other":{}}}"#)
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"other":{}}}"#)
    let messages = try conversation.messages()
    #expect(published(messages).map { $0.sorted() } == [[1], [4], [1]])
    #expect(messages.calls(of: "workspace/configuration").isEmpty)
  }

  @Test("that change nothing renew nothing")
  func same() throws {
    let conversation = conversation()
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":{}}}"#)
    #expect(published(try conversation.messages()).count == 1)
  }

  @Test("of the nearest folder count, up to the repository's own")
  func files() throws {
    try put(Self.off, in: "")
    try put(Self.hint, in: "/work")
    func severities(_ uri: String) throws -> [Int]? {
      let conversation = conversation(params: #""rootUri":"file:///work/deploy""#)
      conversation.open(uri, "shellscript", Self.script)
      return published(try conversation.messages()).last?.sorted()
    }
    #expect(try severities("file:///work/deploy/a.sh") == [4])
    #expect(try severities("file:///work/a.sh") == [4])
    #expect(try severities("file:///worker/a.sh") == [])
    #expect(try severities("untitled:a") == [1])
    #expect(try severities("file://localhost/work/a%.sh") == [4])
    #expect(try severities("file://elsewhere/work/a.sh") == [1])
    try put(Self.off, in: "/work/de ploy")
    #expect(try severities("file:///work/de%20ploy/a.sh") == [])
    try disk.fileSystem.makeFolder("/work/deploy")
    try disk.fileSystem.makeFolder("/work/deploy/.git")
    #expect(try severities("file:///work/deploy/a.sh") == [1])
    try put(Self.hint, in: "/work/deploy")
    #expect(try severities("file:///work/deploy/a.sh") == [4])
  }

  @Test("of a file are followed when it changes, and the client is asked to tell of that")
  func changedFile() throws {
    let conversation = conversation(
      capabilities: """
        {"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true},\
        "didChangeConfiguration":{"dynamicRegistration":true}}}
        """,
      params: #""rootUri":"file:///work""#)
    conversation.notify("initialized")
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.meanwhile { try put(Self.hint, in: "/work") }
    conversation.notify(
      "workspace/didChangeWatchedFiles",
      #"{"changes":[{"uri":"file:///work/b.sh","type":1},{"uri":"file:///work/.trusted-access.json","type":1}]}"#)
    conversation.meanwhile { try put(Self.off, in: "/work") }
    conversation.notify("workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///work/b.sh","type":2}]}"#)
    conversation.notify(
      "textDocument/didSave", #"{"textDocument":{"uri":"file:///work/.trusted-access.json"}}"#)
    conversation.meanwhile { try disk.erase("/work/.trusted-access.json") }
    conversation.notify(
      "workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///work/.trusted-access.json","type":3}]}"#)
    let messages = try conversation.messages()
    #expect(published(messages).map { $0.sorted() } == [[1], [4], [], [1]])
    let registered = try #require(messages.calls(of: "client/registerCapability").first)["registrations"]
    #expect(
      registered?.elements.map { $0["method"]?.string } == [
        "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles",
      ])
    #expect(registered?[1]?["registerOptions"]?["watchers"]?[0]?["globPattern"]?.string == "**/.trusted-access.json")
  }

  @Test("of a file that is no JSON, or has what there is not, are told with the line, and the rest counts")
  func wrongFile() throws {
    try put("{\n  \"rules\": {\"unknown-option\": \"hint\", \"missing-option\": \"of\"}\n}\n", in: "/work")
    let conversation = conversation(params: #""rootUri":"file:///work""#)
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.close(Self.uri)
    conversation.open(Self.uri, "shellscript", Self.script)
    let messages = try conversation.messages()
    #expect(published(messages).first?.sorted() == [4])
    #expect(shown(messages).count == 1)
    #expect(shown(messages).first?.hasPrefix("/work/.trusted-access.json:2: 'of' is no level") == true)
  }

  @Test("that are open in the editor are held to what there is, as they are typed")
  func openFile() throws {
    let conversation = conversation(
      capabilities: #"{"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":true}}}"#)
    let uri = "file:///work/.trusted-access.json"
    conversation.open(uri, "json", "{\n  // é\n  \"rulse\": {}\n}\n")
    conversation.change(uri, version: 2, "{\"rules\": {}}\n")
    let messages = try conversation.messages()
    let first = messages.calls(of: "textDocument/publishDiagnostics").first?["diagnostics"]
    #expect(first?.count == 1 && first?[0]?["code"]?.string == "settings" && first?[0]?["codeDescription"] == nil)
    #expect(first?[0]?["range"]?["start"]?["line"]?.integer == 2)
    #expect(first?[0]?["message"]?.string == "there is no setting 'rulse'; did you mean 'rules'?")
    #expect(published(messages) == [[2], []])
    #expect(shown(messages) == [])
  }

  @Test("that exclude a file, or give it a language, count when they change")
  func filesAndLanguages() throws {
    func settings(_ json: String) -> String { #"{"settings":{"trustedAccess":\#(json)}}"# }
    let conversation = conversation(params: #""rootUri":"file:///work""#)
    conversation.open("file:///work/notes.txt", "plaintext", Self.script)
    conversation.notify("workspace/didChangeConfiguration", settings(#"{"include":{"*.txt":"shellscript"}}"#))
    conversation.notify(
      "workspace/didChangeConfiguration", settings(#"{"include":{"*.txt":"shellscript"},"exclude":["notes.*"]}"#))
    conversation.notify("workspace/didChangeConfiguration", settings("{}"))
    #expect(published(try conversation.messages()).map { $0.sorted() } == [[1], [], []])
  }

  @Test("that change make a client that asks for diagnostics ask anew")
  func refresh() throws {
    func refreshes(_ capabilities: String) throws -> Int {
      let conversation = conversation(capabilities: capabilities)
      conversation.open(Self.uri, "shellscript", Self.script)
      conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":\#(Self.off)}}"#)
      conversation.notify("workspace/didChangeConfiguration", #"{"settings":{"trustedAccess":\#(Self.off)}}"#)
      conversation.request("textDocument/diagnostic", #"{"textDocument":{"uri":"\#(Self.uri)"}}"#)
      let messages = try conversation.messages()
      #expect(try messages.reply()["items"]?.count == 0)
      let refreshes = messages.filter { $0["method"]?.string == "workspace/diagnostic/refresh" }
      #expect(refreshes.allSatisfy { $0["params"] == nil && $0["id"]?.integer != nil })
      return refreshes.count
    }
    #expect(
      try refreshes(#"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#) == 1)
    #expect(try refreshes(#"{"textDocument":{"diagnostic":{}}}"#) == 0)
    #expect(try refreshes(#"{"workspace":{"diagnostics":{"refreshSupport":true}}}"#) == 0)
  }

  @Test("of a folder count while it is open")
  func folders() throws {
    let conversation = conversation(capabilities: Self.asking)
    conversation.reply = { _, params in
      let answers = params?["items"]?.elements.map { $0["scopeUri"]?.string == nil ? "null" : Self.hint } ?? []
      return "[\(answers.joined(separator: ","))]"
    }
    conversation.notify("initialized")
    conversation.open(Self.uri, "shellscript", Self.script)
    conversation.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[{"uri":"file:///work","name":"w"},{"uri":"file:///wor","name":"x"}],"removed":[]}}"#)
    conversation.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[],"removed":[{"uri":"file:///work/","name":"w"}]}}"#)
    let messages = try conversation.messages()
    #expect(published(messages).map { $0.sorted() } == [[1], [4], [1]])
    #expect(messages.calls(of: "workspace/configuration").map { $0["items"]?.count } == [1, 3, 2])
  }
}
