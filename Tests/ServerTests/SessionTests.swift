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
  private func exchange(_ pieces: [String]) throws -> (replies: [Reply], status: Int32) {
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
    let status = connection.serve { room in
      if rest.count <= 1 { gate.open() }
      guard let piece = rest.popFirst() else { return .success(0) }
      room.copyBytes(from: piece.utf8)
      return .success(piece.utf8.count)
    }
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
}
