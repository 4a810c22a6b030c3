package import JSON
package import JSONRPC
import Synchronization

/// One client's session: the lifecycle of LSP 3.17 ("Server lifecycle") and the dispatch of every method.
///
/// A plain JSON-RPC client needs no handshake. One that frames its messages as LSP does, or that has said `initialize`,
/// is held to LSP's lifecycle.
package final class Session: Service {
  private enum Phase: Sendable {
    case fresh
    case initialized
    case shutDown
    case exited
  }

  private struct State: Sendable {
    var phase = Phase.fresh
    /// Whether `shutdown` came before `exit`.
    var wasShutDown = false
    var trace = "off"
  }

  private let state = Mutex(State())
  private let context: ServerContext
  private let parent: ParentWatch

  /// Creates a session.
  ///
  /// - Parameter parent: is told the client's process when `initialize` names it.
  package init(context: ServerContext, parent: ParentWatch) {
    self.context = context
    self.parent = parent
  }

  package func admit(_ request: Call, framing: Framing) throws(ResponseError) -> Lane {
    let phase = state.withLock(\.phase)
    switch (phase, request.method) {
    case (.fresh, "initialize"):
      try initialize(request.params)
      return .immediate
    case (_, "initialize"):
      throw ResponseError(.invalidRequest, "'initialize' was sent already: a session is initialized once")
    case (.shutDown, _), (.exited, _):
      throw ResponseError(.invalidRequest, "the session is shut down: only 'exit' may follow")
    case (.fresh, _) where framing == .headers:
      throw ResponseError(.serverNotInitialized, "the session is not initialized: 'initialize' comes first")
    case (_, "shutdown"):
      // Already here, where messages are in their order: what was sent behind it is refused, and an 'exit' that was is in
      // order. The reply waits for the work under way, so that who sees it knows that the work is done.
      state.withLock { $0.phase = .shutDown }
      return .state
    default:
      return try context.method(named: request.method).lane
    }
  }

  package func answer(
    _ request: Call, cancellation: Cancellation, into result: inout JSONWriter
  ) throws(ResponseError) {
    switch request.method {
    case "initialize":
      InitializeResult.write(to: &result)
    case "shutdown":
      result.null()
    default:
      try context.answer(request.method, request.params, cancellation: cancellation, into: &result)
    }
  }

  package func receive(_ notification: Call) {
    switch notification.method {
    case "exit":
      state.withLock { state in
        state.wasShutDown = state.phase == .shutDown
        state.phase = .exited
      }
    case "$/setTrace":
      guard let value = notification.params?["value"]?.string else { return }
      state.withLock { $0.trace = value }
    default:
      return  // LSP 3.17, "$ Notifications and Requests": what is not known is passed over.
    }
  }

  package var exitStatus: Int32? {
    state.withLock { $0.phase == .exited ? ($0.wasShutDown ? 0 : 1) : nil }
  }

  package var statusAtEndOfInput: Int32 {
    // A script closes its end when it is done; an editor that goes without `shutdown` has died.
    state.withLock { $0.phase == .initialized } ? 1 : 0
  }

  private func initialize(_ params: JSONValue?) throws(ResponseError) {
    if let process = params?["processId"]?.integer { parent.watch(process) }
    state.withLock { $0.phase = .initialized }
  }
}

/// The answer to `initialize`: LSP 3.17, "Initialize Request".
enum InitializeResult {
  static func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("capabilities") { writer in
        writer.object { writer in
          writer.member("experimental") { writer in
            writer.object { writer in
              writer.member("trustedAccess") { writer in
                writer.object { $0.member("specification", ServerInfo.specificationVersion) }
              }
            }
          }
        }
      }
      writer.member("serverInfo") { writer in
        writer.object { writer in
          writer.member("name", ServerInfo.name)
          writer.member("version", ServerInfo.version)
        }
      }
    }
  }
}
