import Glibc

/// Where threads come from: the system, or in a test wherever it says.
package struct Threads: Sendable {
  /// Starts a thread that runs `body` to its end, and gives whether there is one to be had.
  package var start: @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool

  /// Takes what starts a thread.
  package init(start: @escaping @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool) {
    self.start = start
  }

  /// The system's.
  package static let system = Threads { body in
    let body = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { body in
        body.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    if failure == 0 { pthread_detach(thread) } else { body.release() }
    return failure == 0
  }

  /// What a new thread is handed by its address.
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
