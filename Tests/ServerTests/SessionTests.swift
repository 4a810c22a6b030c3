import Foundation
import JSON
import JSONRPC
import RoleCatalog
import Synchronization
import Testing
import TrustedAccess

@testable import Server

@Suite("A session")
struct SessionTests {
  /// A source that does not answer before it is told to.
  private final class Gate: RoleListSource {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role] {
      while !isOpen.load(ordering: .acquiring) { sched_yield() }
      return []
    }
  }

  /// What a session answers to the pieces of a stream, read one after the other; the gate opens before the last of them.
  private func exchange(
    _ pieces: [String], isInputComing: (_ withinMilliseconds: Int) -> Bool = { _ in false }
  ) throws -> (replies: [Reply], status: Int32) {
    let gate = Gate()
    let session = Session(
      context: {
        ServerContext(
          ServerContext.Configuration(store: "", cache: nil), roleSource: gate,
          now: { Timestamp(millisecondsSinceEpoch: 0) })
      }, parent: ParentWatch {})
    let written = Mutex<[UInt8]>([])
    let output = MessageOutput { bytes in
      written.withLock { $0.append(contentsOf: bytes) }
      return .success(bytes.count)
    }
    var connection = Connection(service: session, output: output, framing: .lines, limit: 1 << 20) { _ in }
    var rest = pieces[...]
    let status = connection.serve(
      reading: { room in
        if rest.count <= 1 { gate.open() }
        guard let piece = rest.popFirst() else { return .success(0) }
        room.copyBytes(from: piece.utf8)
        return .success(piece.utf8.count)
      },
      isInputComing: { isInputComing($0) && !rest.isEmpty })
    let lines = String(decoding: written.withLock(\.self), as: UTF8.self).split(separator: "\n")
    return (try lines.map { Reply(value: try JSONValue.parse(Array($0.utf8))) }, status)
  }

  // spec: LC-4
  @Test("that is shut down says so, whatever is cancelled meanwhile")
  func cancelledShutdown() throws {
    let (replies, status) = try exchange([
      #"{"jsonrpc":"2.0","id":1,"method":"trustedAccess/catalog/refresh","params":["eastus"]}"# + "\n"
        + #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"# + "\n",
      #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}"# + "\n"
        + #"{"jsonrpc":"2.0","id":3,"method":"trustedAccess/server/info"}"# + "\n",
      #"{"jsonrpc":"2.0","method":"exit"}"# + "\n",
    ])
    #expect(replies.map { $0["id"] } == ["3", "1", "2"])
    #expect(replies.map { $0["error.code"] } == ["-32600", nil, nil])
    #expect(replies.last?["result"] == "null")
    #expect(status == 0)
  }

  private static let opening =
    #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.tf","#
    + #""languageId":"terraform","version":1,"text":"resource \"azurerm_kubernetes_cluster_trusted_access_role_binding\" \"b\" {"#
    + #"\n  name = \"a_b\"\n}\n"}}}"# + "\n"

  private static func edit(_ version: Int, _ text: String) -> String {
    #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.tf","version":\#(version)},"#
      + #""contentChanges":[{"range":{"start":{"line":1,"character":11},"end":{"line":1,"character":12}},"text":"\#(text)"}]}}"#
      + "\n"
  }

  private static let initialize = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"# + "\n"

  // spec: DC-4
  @Test("answers first and then tells what is wrong with a document")
  func answersFirst() throws {
    let (replies, _) = try exchange([
      Self.initialize, Self.opening + #"{"jsonrpc":"2.0","id":2,"method":"none"}"# + "\n", Self.edit(2, "-"),
    ])
    #expect(
      replies.map { $0["method"] ?? $0["id"] } == [
        "1", "2", "textDocument/publishDiagnostics", "textDocument/publishDiagnostics",
      ])
    #expect(replies[2]["params.diagnostics.0.code"] == "binding-name")
    #expect(replies[3]["params.version"] == "2" && replies[3].value["params"]?["diagnostics"]?.count == 0)
  }

  // spec: DC-4
  @Test("tells of a document what is true when nothing more waits to be read")
  func tellsNothingStale() throws {
    let (replies, _) = try exchange(
      [Self.initialize, Self.opening, Self.edit(2, "-"), Self.edit(3, "_")], isInputComing: { _ in true })
    #expect(replies.count == 2)
    #expect(replies[1]["params.version"] == "3")
    #expect(replies[1]["params.diagnostics.0.code"] == "binding-name")
  }

  // spec: DC-4
  @Test("waits a moment for what belongs to an edit, and not to look at a document that is opened")
  func settlingTimes() throws {
    var times: [Int] = []
    let (replies, _) = try exchange([Self.initialize, Self.opening, Self.edit(2, "-"), Self.edit(3, "_")]) { time in
      times.append(time)
      return times.count == 2
    }
    #expect(times == [0, 20, 20])
    #expect(replies.map { $0["params.version"] } == [nil, "1", "3"])
  }
}
