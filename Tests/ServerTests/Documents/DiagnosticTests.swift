import JSON
import Testing

// spec: DC-4, DC-8, DC-9
@Suite("Diagnostics")
struct DiagnosticTests {
  private static let all = """
    {"textDocument":{"publishDiagnostics":{"relatedInformation":true,"tagSupport":{"valueSet":[1,2,9]},\
    "codeDescriptionSupport":true,"dataSupport":true}}}
    """
  private static let pulling = #"{"textDocument":{"diagnostic":{}}}"#

  private static func script(_ roles: String) -> String {
    """
    az aks trustedaccess rolebinding create -g rg --cluster-name aks -n ml --roles \(roles) \
    -s /subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg\
    /providers/Microsoft.MachineLearningServices/workspaces/ws

    """
  }

  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  private static let wrong = script(role)
  private static let right = wrong.replacing(" -s ", with: " --source-resource-id ")
  private static let uri = "file:///a.sh"

  private static func pull(_ previous: String? = nil) -> String {
    let previous = previous.map { #","previousResultId":"\#($0)""# } ?? ""
    return #"{"textDocument":{"uri":"\#(uri)"}\#(previous)}"#
  }

  @Test("have what the client makes use of, and nothing else")
  func offers() throws {
    let rich = try #require(try EditorSession("shellscript", Self.wrong, capabilities: Self.all).published().first)
    #expect(rich["code"]?.string == "removed-option" && rich["severity"]?.integer == 1)
    #expect(rich["tags"]?.elements.map(\.integer) == [2])
    #expect(rich["codeDescription"]?["href"]?.string?.hasPrefix("https://learn.microsoft.com/azure/aks/") == true)
    let fix = rich["data"]?["fixes"]?.elements.first
    #expect(fix?["title"]?.string == "Use '--source-resource-id'")
    #expect(
      try EditorSession("shellscript", Self.wrong).applying(fix?["edits"]?.elements.map(\.self) ?? []) == Self.right)
    let plain = try #require(try EditorSession("shellscript", Self.wrong).published().first)
    #expect(plain.members.map(\.name) == ["range", "severity", "code", "source", "message"])
  }

  @Test("fade what does nothing")
  func unnecessary() throws {
    let text = Self.right.replacing(Self.role, with: "\(Self.role),\(Self.role)")
    let all = try EditorSession("shellscript", text, capabilities: Self.all).published()
    #expect(all.map { $0["tags"]?.elements.map(\.integer) } == [[1]])
    let deprecating = #"{"textDocument":{"publishDiagnostics":{"tagSupport":{"valueSet":[2]}}}}"#
    #expect(try EditorSession("shellscript", text, capabilities: deprecating).published().first?["tags"] == nil)
  }

  @Test("are not sent to a client that asks for them")
  func pulled() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.open(Self.uri, "shellscript", Self.wrong)
    conversation.request("textDocument/diagnostic", Self.pull())
    conversation.close(Self.uri)
    let messages = try conversation.messages()
    #expect(messages.calls(of: "textDocument/publishDiagnostics").isEmpty)
    let report = try messages.reply()
    #expect(report["kind"]?.string == "full" && report["items"]?[0]?["code"]?.string == "removed-option")
  }

  /// Results are named by what they say, so that one session tells what the next one has to give.
  @Test("are unchanged while they say the same, whatever else is edited")
  func unchanged() throws {
    func reports(_ previous: String?) throws -> [JSONValue] {
      let conversation = Conversation(capabilities: Self.pulling)
      conversation.open(Self.uri, "shellscript", Self.wrong)
      conversation.request("textDocument/diagnostic", Self.pull(previous), id: "a")
      conversation.change(Self.uri, version: 2, Self.wrong + "echo done\n")
      conversation.request("textDocument/diagnostic", Self.pull(previous), id: "b")
      conversation.change(Self.uri, version: 3, "\n" + Self.wrong)
      conversation.request("textDocument/diagnostic", Self.pull(previous), id: "c")
      let messages = try conversation.messages()
      return try ["a", "b", "c"].map { try messages.reply(to: $0) }
    }
    let first = try #require(try reports(nil).first?["resultId"]?.string)
    let next = try reports(first)
    #expect(next.map { $0["kind"]?.string } == ["unchanged", "unchanged", "full"])
    #expect(next.map { $0["items"]?.count } == [nil, nil, 1])
    #expect(next.prefix(2).allSatisfy { $0["resultId"]?.string == first })
  }

  @Test("of a document that is not open, or not read, are none")
  func none() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.request("textDocument/diagnostic", Self.pull(), id: "closed")
    conversation.open("file:///a.cob", "cobol", Self.wrong)
    conversation.request(
      "textDocument/diagnostic", Self.pull().replacing(Self.uri, with: "file:///a.cob"), id: "cobol")
    let messages = try conversation.messages()
    #expect(try messages.reply(to: "closed")["items"]?.count == 0)
    #expect(try messages.reply(to: "cobol")["items"]?.count == 0)
  }

  @Test("of all documents are those of the open ones, and none of those that are closed meanwhile")
  func workspace() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.open(Self.uri, "shellscript", Self.wrong, version: 7)
    conversation.open("file:///b.sh", "shellscript", Self.right)
    conversation.request("workspace/diagnostic", #"{"previousResultIds":[]}"#, id: "first")
    conversation.close("file:///b.sh")
    conversation.request(
      "workspace/diagnostic", #"{"previousResultIds":[{"uri":"file:///b.sh","value":"x"}]}"#, id: "second")
    let messages = try conversation.messages()
    let first = try messages.reply(to: "first")["items"]
    #expect(first?.elements.map { $0["uri"]?.string } == [Self.uri, "file:///b.sh"])
    #expect(first?.elements.map { $0["items"]?.count } == [1, 0])
    #expect(first?.elements.map { $0["version"]?.integer } == [7, 1])
    let second = try messages.reply(to: "second")["items"]
    #expect(second?[1]?["items"]?.count == 0 && second?[1]?["version"]?.isNull == true)
  }

  @Test("of a document that is opened anew are those of its new text, whatever its version was")
  func reopened() throws {
    let conversation = Conversation()
    conversation.open(Self.uri, "shellscript", Self.right, version: 9)
    conversation.together {
      conversation.close(Self.uri)
      conversation.open(Self.uri, "shellscript", Self.wrong, version: 1)
    }
    conversation.change(Self.uri, version: 2, Self.right)
    let published = try conversation.messages().calls(of: "textDocument/publishDiagnostics")
    #expect(published.map { $0["version"]?.integer } == [9, 1, 2])
    #expect(published.map { $0["diagnostics"]?.count } == [0, 1, 0])
  }

  @Test("are taken back when a document is opened anew in a language that is not read")
  func otherLanguage() throws {
    let conversation = Conversation()
    let uri = "untitled:a"
    conversation.open(uri, "plaintext", Self.wrong)
    conversation.together {
      conversation.close(uri)
      conversation.open(uri, "shellscript", Self.wrong)
    }
    conversation.together {
      conversation.close(uri)
      conversation.open(uri, "plaintext", Self.wrong)
    }
    conversation.close(uri)
    let published = try conversation.messages().calls(of: "textDocument/publishDiagnostics")
    #expect(published.map { $0["diagnostics"]?.count } == [1, 0])
    #expect(published.map { $0["version"]?.integer } == [1, 1])
  }

  @Test("that are asked for wait until nothing more waits to be read: no other answer waits for them")
  func settled() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.open(Self.uri, "shellscript", Self.wrong)
    conversation.together {
      conversation.request("textDocument/diagnostic", Self.pull(), id: "pull")
      conversation.request("none", "{}", id: "other")
      conversation.change(Self.uri, version: 2, Self.right)
    }
    let messages = try conversation.messages()
    #expect(messages.compactMap { $0["id"]?.string } == ["initialize", "other", "pull"])
    #expect(try messages.reply(to: "pull")["items"]?.count == 0)
  }

  @Test("that are asked for can be cancelled while they wait, and no later")
  func cancelled() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.open(Self.uri, "shellscript", Self.wrong)
    conversation.notify("$/cancelRequest", #"{"id":"before"}"#)
    conversation.request("textDocument/diagnostic", Self.pull(), id: "before")
    conversation.together {
      conversation.request("textDocument/diagnostic", Self.pull(), id: "waiting")
      conversation.notify("$/cancelRequest", #"{"id":"waiting"}"#)
    }
    conversation.request("textDocument/diagnostic", Self.pull(), id: "after")
    conversation.notify("$/cancelRequest", #"{"id":"after"}"#)
    let messages = try conversation.messages()
    #expect(messages.first { $0["id"]?.string == "waiting" }?["error"]?["code"]?.integer == -32800)
    #expect(try messages.reply(to: "before")["items"]?.count == 1)
    #expect(try messages.reply(to: "after")["items"]?.count == 1)
    #expect(messages.count == 4)
  }

  @Test("that are asked for are answered before the session is shut down, and at its end")
  func shutdown() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.together {
      conversation.request("textDocument/diagnostic", Self.pull(), id: "pull")
      conversation.request("shutdown", "{}", id: "shutdown")
    }
    #expect(try conversation.messages().compactMap { $0["id"]?.string } == ["initialize", "pull", "shutdown"])
    let ending = Conversation(capabilities: Self.pulling)
    ending.together {
      ending.request("textDocument/diagnostic", Self.pull(), id: "pull")
      ending.notify("exit")
    }
    #expect(try ending.messages().compactMap { $0["id"]?.string } == ["initialize", "pull"])
  }

  @Test("are not sent behind the answer to 'shutdown'")
  func sentNoMore() throws {
    let conversation = Conversation()
    conversation.together {
      conversation.open(EditorSession.uri, "shellscript", Self.script("none"))
      conversation.request("shutdown", "{}", id: "shutdown")
    }
    #expect(try conversation.messages().map { $0["id"]?.string } == ["initialize", "shutdown"])
  }

  @Test("that are not asked for properly are refused")
  func refused() throws {
    let conversation = Conversation(capabilities: Self.pulling)
    conversation.request("textDocument/diagnostic", "{}", id: "document")
    conversation.request("workspace/diagnostic", #"{"previousResultIds":[{"uri":"file:///a"}]}"#, id: "workspace")
    let messages = try conversation.messages()
    #expect(messages.dropFirst().map { $0["error"]?["code"]?.integer } == [-32602, -32602])
  }
}
