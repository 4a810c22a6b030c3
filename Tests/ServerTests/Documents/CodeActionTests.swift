import JSON
import Testing

// spec: DC-7, DC-10
@Suite("Code actions")
struct CodeActionTests {
  private static let command = "az aks trustedaccess rolebinding show -g rg --cluster-name aks"
  private static let wrong = "\(command) ‸--nmae ml\n\(command) --nmae m_l\n"
  private static let right = "\(command) --name ml\n\(command) --name m-l\n"

  private static func params(_ only: String...) -> String {
    #"{"textDocument":{"uri":"\#(EditorSession.uri)"},"range":{"start":{"line":0,"character":0},"#
      + #""end":{"line":0,"character":0}},"context":{"diagnostics":[],"only":\#(only)}}"#
  }

  @Test("mend one place, or all that is wrong in the same way")
  func allOfACode() throws {
    let session = try EditorSession(
      "shellscript", Self.wrong, capabilities: #"{"textDocument":{"codeAction":{"isPreferredSupport":true}}}"#)
    let actions = try session.ask("textDocument/codeAction").elements
    #expect(actions.map { $0["title"]?.string } == ["Use '--name'", "Fix all of 'unknown-option' in the document"])
    #expect(actions.map { $0["kind"]?.string } == ["quickfix", "quickfix"])
    #expect(actions.map { $0["isPreferred"]?.boolean } == [true, nil])
    let edits = actions.dropFirst().first?["edit"]?["changes"]?[EditorSession.uri]?.elements.map(\.self) ?? []
    #expect(session.applying(edits) == Self.right.replacing("m-l", with: "m_l"))
  }

  @Test("are not said to be preferred to a client that does not know it")
  func preferred() throws {
    let session = try EditorSession("shellscript", Self.wrong)
    #expect(try session.ask("textDocument/codeAction").elements.allSatisfy { $0["isPreferred"] == nil })
  }

  @Test("that mend all of a kind are not offered where there is one of it")
  func one() throws {
    let session = try EditorSession("shellscript", "\(Self.command) ‸--nmae ml\n")
    #expect(try session.ask("textDocument/codeAction").count == 1)
  }

  @Test("on the whole source mend all that has one fix, and nothing the second time")
  func fixAll() throws {
    let session = try EditorSession("shellscript", Self.wrong)
    let actions = try session.ask("textDocument/codeAction", Self.params("source.fixAll")).elements
    #expect(actions.map { $0["kind"]?.string } == ["source.fixAll.trustedAccess"])
    let mended = session.applying(actions.first?["edit"]?["changes"]?[EditorSession.uri]?.elements.map(\.self) ?? [])
    #expect(mended == Self.right)
    let again = try EditorSession("shellscript", mended)
    #expect(try again.ask("textDocument/codeAction", Self.params("source.fixAll")).count == 0)
  }

  @Test(
    "are of the kinds that are asked for, and of those below them",
    arguments: [
      (["quickfix"], ["quickfix", "quickfix"]), (["source"], ["source.fixAll.trustedAccess"]),
      (["source.fixAll.trustedAccess"], ["source.fixAll.trustedAccess"]),
      (["source.fixAll.trustedAccess.more"], []), (["source.fix"], []), (["refactor", "kind.unknown"], []),
      ([""], ["quickfix", "quickfix", "source.fixAll.trustedAccess"]), ([], []),
    ])
  func kinds(only: [String], expected: [String]) throws {
    let session = try EditorSession("shellscript", Self.wrong)
    let place = #""start":\#(session.position),"end":\#(session.position)"#
    let actions = try session.ask(
      "textDocument/codeAction",
      #"{"textDocument":{"uri":"\#(EditorSession.uri)"},"range":{\#(place)},"context":{"only":\#(only)}}"#)
    #expect(actions.elements.compactMap { $0["kind"]?.string }.sorted() == expected)
  }

  @Test("name the version of the document to a client that takes it")
  func versions() throws {
    let session = try EditorSession(
      "shellscript", Self.wrong, capabilities: #"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#)
    let edit = try #require(try session.ask("textDocument/codeAction").elements.first?["edit"])
    #expect(edit["changes"] == nil && edit["documentChanges"]?.count == 1)
    let change = edit["documentChanges"]?[0]
    #expect(change?["textDocument"]?["uri"]?.string == EditorSession.uri)
    #expect(change?["textDocument"]?["version"]?.integer == 1)
    #expect(session.written(change?["edits"]?[0]?["range"]) == "--nmae")
  }

  @Test("are none of a document whose text is not known")
  func outOfStep() throws {
    let conversation = Conversation()
    conversation.open(EditorSession.uri, "shellscript", Self.wrong.replacing("‸", with: ""))
    conversation.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"\#(EditorSession.uri)","version":2},"contentChanges":[{"range":{"start":{"line":9,"#
        + #""character":0},"end":{"line":1,"character":0}},"text":""}]}"#)
    conversation.request("textDocument/codeAction", Self.params(""))
    #expect(try conversation.messages().reply().count == 0)
  }
}
