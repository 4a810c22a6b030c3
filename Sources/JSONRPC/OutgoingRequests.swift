import JSON
import Synchronization

/// The requests that we have sent and that are not answered. A client need not answer: the oldest are forgotten.
final class OutgoingRequests: Sendable {
  private struct Table: Sendable {
    var lastID = 0
    var waiting: [(id: Int, handler: Client.ReplyHandler)] = []
  }

  /// How many replies are waited for at most.
  private static let limit = 64

  private let table = Mutex(Table())

  /// Notes a request; gives its id.
  func add(_ handler: @escaping Client.ReplyHandler) -> Int {
    table.withLock { table in
      table.lastID += 1
      if table.waiting.count == Self.limit { table.waiting.removeFirst() }
      table.waiting.append((table.lastID, handler))
      return table.lastID
    }
  }

  /// Hands a response to whoever waits for it. What nobody waits for is dropped.
  func take(_ response: JSONValue) {
    guard let id = response["id"]?.integer, let handler = handler(for: id) else { return }
    handler(Self.reply(of: response))
  }

  private func handler(for id: Int) -> Client.ReplyHandler? {
    table.withLock { table in
      table.waiting.firstIndex { $0.id == id }.map { table.waiting.remove(at: $0).handler }
    }
  }

  private static func reply(of response: JSONValue) -> Result<JSONValue, ResponseError> {
    guard let error = response["error"] else { return .success(response["result"] ?? .null) }
    let code = error["code"]?.integer.map(ErrorCode.init) ?? .internalError
    return .failure(ResponseError(code, error["message"]?.string ?? ""))
  }
}
