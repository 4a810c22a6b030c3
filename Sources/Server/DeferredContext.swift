import Synchronization

/// A context that is made when it is first asked for, by whichever thread asks.
final class DeferredContext: Sendable {
  private let made = Mutex<ServerContext?>(nil)
  private let make: @Sendable () -> ServerContext

  init(_ make: @escaping @Sendable () -> ServerContext) {
    self.make = make
  }

  /// The context; who asks while it is being made waits.
  var value: ServerContext {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}
