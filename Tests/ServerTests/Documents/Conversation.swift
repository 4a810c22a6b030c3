import JSON
import JSONRPC
import Synchronization
import Testing
import TrustedAccess

@testable import Server

/// A session as an editor leads it: what it sends, in pieces that each are read at once, and all that comes back.
final class Conversation {
  private enum Step {
    case piece(String)
    case deed(() throws -> Void)
  }

  private var steps: [Step] = []
  private let context: @Sendable () -> ServerContext
  /// What the editor answers to a request of the server's: a JSON text, or `nil` for no answer at all.
  var reply: (_ method: String, _ params: JSONValue?) -> String? = { _, _ in nil }

  /// Begins with `initialize`.
  ///
  /// - Parameter params: the members of its parameters.
  init(
    capabilities: String = "{}", params: String = "",
    context: @escaping @Sendable () -> ServerContext = {
      ServerContext(
        ServerContext.Configuration(store: "", cache: nil), now: { Timestamp(millisecondsSinceEpoch: 0) })
    }
  ) {
    let more = params.isEmpty ? "" : ",\(params)"
    self.context = context
    request("initialize", #"{"capabilities":\#(capabilities)\#(more)}"#, id: "initialize")
  }

  /// Sends a request.
  func request(_ method: String, _ params: String, id: String = "1") {
    steps.append(.piece(#"{"jsonrpc":"2.0","id":"\#(id)","method":"\#(method)","params":\#(params)}"# + "\n"))
  }

  /// Sends a notification.
  func notify(_ method: String, _ params: String = "{}") {
    steps.append(.piece(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"# + "\n"))
  }

  /// Answers a request of the server's, with an error in the place of a result that is `nil`.
  func answer(_ id: Int, _ result: String?) {
    let outcome = result.map { #""result":\#($0)"# } ?? #""error":{"code":-32601,"message":"no"}"#
    steps.append(.piece(#"{"jsonrpc":"2.0","id":\#(id),\#(outcome)}"# + "\n"))
  }

  /// Sends what `body` sends as one piece.
  func together(_ body: () -> Void) {
    let before = steps
    steps = []
    body()
    let pieces = steps.compactMap { step in if case .piece(let piece) = step { piece } else { nil } }
    steps = before + [.piece(pieces.joined())]
  }

  /// Does something between two pieces.
  func meanwhile(_ deed: @escaping () throws -> Void) {
    steps.append(.deed(deed))
  }

  /// Opens a document.
  func open(_ uri: String, _ language: String, _ text: String, version: Int = 1) {
    var params = JSONWriter()
    params.object { writer in
      writer.key("textDocument")
      writer.object { writer in
        writer.member("uri", uri)
        writer.member("languageId", language)
        writer.member("version", version)
        writer.member("text", text)
      }
    }
    notify("textDocument/didOpen", String(decoding: params.finish(), as: UTF8.self))
  }

  /// Gives a document another text.
  func change(_ uri: String, version: Int, _ text: String) {
    var params = JSONWriter()
    params.object { writer in
      writer.member("textDocument") { writer in
        writer.object { writer in
          writer.member("uri", uri)
          writer.member("version", version)
        }
      }
      writer.key("contentChanges")
      writer.array { writer in writer.object { $0.member("text", text) } }
    }
    notify("textDocument/didChange", String(decoding: params.finish(), as: UTF8.self))
  }

  /// Closes a document.
  func close(_ uri: String) {
    notify("textDocument/didClose", #"{"textDocument":{"uri":"\#(uri)"}}"#)
  }

  /// Leads the session to its end.
  ///
  /// - Returns: every message of the server's, in order.
  func messages() throws -> [JSONValue] {
    let written = Mutex<[UInt8]>([])
    let output = MessageOutput { bytes in
      written.withLock { $0.append(contentsOf: bytes) }
      return .success(bytes.count)
    }
    let session = Session(context: context, parent: ParentWatch {})
    var connection = Connection(service: session, output: output, framing: .lines, limit: 1 << 24) { _ in }
    func received() -> [JSONValue] {
      written.withLock(\.self).split(separator: UInt8(ascii: "\n")).compactMap { try? JSONValue.parse(Array($0)) }
    }
    var (rest, answered, failure) = (steps[...], 0, (any Error)?.none)
    _ = connection.serve(reading: { room in
      let messages = received()
      var piece = ""
      for message in messages[answered...] {
        guard let id = message["id"]?.integer, let method = message["method"]?.string else { continue }
        if let result = self.reply(method, message["params"]) {
          piece += #"{"jsonrpc":"2.0","id":\#(id),"result":\#(result)}"# + "\n"
        }
      }
      answered = messages.count
      while piece.isEmpty, let step = rest.popFirst() {
        switch step {
        case .piece(let next): piece = next
        case .deed(let deed):
          do { try deed() } catch { failure = error }
        }
      }
      room.copyBytes(from: piece.utf8)
      return .success(piece.utf8.count)
    })
    if let failure { throw failure }
    return received()
  }
}

extension [JSONValue] {
  /// The reply to a request.
  func reply(to id: String = "1") throws -> JSONValue {
    let reply = try #require(first { $0["id"]?.string == id })
    let text = String(decoding: reply.sourceText, as: UTF8.self)
    return try #require(reply["result"], "\(text)")
  }

  /// The parameters of all calls of a method.
  func calls(of method: String) -> [JSONValue] {
    filter { $0["method"]?.string == method }.compactMap { $0["params"] }
  }
}
