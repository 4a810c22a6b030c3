package import JSON
package import JSONRPC
import LanguageServerProtocol
import SourceText
import Synchronization

/// One client's session: the lifecycle of LSP 3.17 ("Server lifecycle") and the dispatch of every method.
///
/// A plain JSON-RPC client needs no handshake. One that frames its messages as LSP does, or that has said `initialize`,
/// is held to LSP's lifecycle.
package final class Session: Service {
  private enum Phase: UInt8, AtomicRepresentable {
    case fresh
    case initialized
    case shutDown
    /// `exit` came after `shutdown`.
    case exited
    /// `exit` came without `shutdown`.
    case aborted
  }

  private let phase = Atomic(Phase.fresh)
  private let context: DeferredContext
  private let parent: ParentWatch
  private let editor: Editor

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - context: what the methods work with; made when the first of them is called, so that the reply to `initialize`
  ///     does not wait for it.
  ///   - parent: is told the client's process when `initialize` names it.
  package init(context: @escaping @Sendable () -> ServerContext, parent: ParentWatch) {
    let context = DeferredContext(context)
    self.context = context
    self.parent = parent
    editor = Editor(context)
  }

  package func admit(_ request: Call, framing: Framing) throws(ResponseError) -> Lane {
    switch (phase.load(ordering: .acquiring), LifecycleRequest(request.method)) {
    case (.fresh, .initialize):
      initialize(request.params)
      return .immediate
    case (_, .initialize):
      throw ResponseError(.invalidRequest, "'initialize' was sent already: a session is initialized once")
    case (.shutDown, _), (.exited, _), (.aborted, _):
      throw ResponseError(.invalidRequest, "the session is shut down: only 'exit' may follow")
    case (.fresh, _) where framing == .headers:
      throw ResponseError(.serverNotInitialized, "the session is not initialized: 'initialize' comes first")
    case (_, .shutdown):
      // Already here, where messages are in their order: what was sent behind it is refused, and an 'exit' that was is in
      // order. The reply waits for the work under way, so that who sees it knows that the work is done; it comes whatever
      // is cancelled, since the session is shut down.
      phase.store(.shutDown, ordering: .releasing)
      return .carriedOut
    case (.initialized, nil):
      if let feature = DocumentFeature.named(request.method) { return feature.lane }
      return try context.value.method(named: request.method).lane
    case (.fresh, nil):
      return try context.value.method(named: request.method).lane
    }
  }

  package func answer(
    _ request: Call, cancellation: Cancellation, into result: inout JSONWriter
  ) throws(ResponseError) {
    switch LifecycleRequest(request.method) {
    case .initialize:
      InitializeResult.write(to: &result, encoding: editor.documents.withLock(\.encoding))
    case .shutdown:
      result.null()
    case nil:
      if let feature = DocumentFeature.named(request.method) {
        return try editor.answer(feature, request.params, into: &result)
      }
      let context = context.value
      try context.answer(
        context.method(named: request.method), request.params, cancellation: cancellation, into: &result)
    }
  }

  package func receive(_ notification: Call, from client: Client) {
    if notification.method == "exit" {
      let isClean = phase.load(ordering: .acquiring) == .shutDown
      phase.store(isClean ? .exited : .aborted, ordering: .releasing)
    } else if phase.load(ordering: .acquiring) == .initialized {
      EditorNotification.named(notification.method)?.receive(editor, notification.params, client)
    }
    // LSP 3.17, "$ Notifications and Requests": what is not known is passed over.
  }

  package var settlingTime: Int? {
    // Nothing is told behind the answer to `shutdown`.
    phase.load(ordering: .acquiring) == .initialized ? editor.settlingTime : nil
  }

  package func settle(_ client: Client) {
    editor.publish(to: client)
  }

  package var exitStatus: Int32? {
    switch phase.load(ordering: .acquiring) {
    case .exited: 0
    case .aborted: 1
    case .fresh, .initialized, .shutDown: nil
    }
  }

  package var statusAtEndOfInput: Int32 {
    // A script closes its end when it is done; an editor that goes without `shutdown` has died.
    phase.load(ordering: .acquiring) == .initialized ? 1 : 0
  }

  private func initialize(_ params: JSONValue?) {
    let params = InitializeParams(params)
    if let process = params.processId { parent.watch(process) }
    editor.initialize(params)
    phase.store(.initialized, ordering: .releasing)
  }
}

/// The requests that a session answers itself.
private enum LifecycleRequest {
  case initialize
  case shutdown

  init?(_ method: MethodName) {
    if method == "initialize" {
      self = .initialize
    } else if method == "shutdown" {
      self = .shutdown
    } else {
      return nil
    }
  }
}
