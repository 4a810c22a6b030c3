import Glibc

/// Runs `body` on several threads, this one among them, and waits for all of them. Where the system has none to give, there
/// are fewer.
func concurrently(_ count: Int, _ body: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(Body(body))
  defer { box.release() }
  var threads: [pthread_t] = []
  for _ in 1..<max(count, 1) {
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { body in
        body.map { Unmanaged<Body>.fromOpaque($0).takeUnretainedValue().run() }
        return nil
      }, box.toOpaque())
    if failure == 0 { threads.append(thread) }
  }
  body()
  for thread in threads { pthread_join(thread, nil) }
}

/// What a new thread is handed by its address.
private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
