import Glibc

/// The monotonic clock, in nanoseconds. Cost: some 25 ns, without a system call.
@inline(__always)
func now() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

/// How long `body` takes, in nanoseconds.
@inline(__always)
func duration<E: Error>(_ body: () throws(E) -> Void) throws(E) -> UInt64 {
  let start = now()
  try body()
  return now() &- start
}

/// Keeps the optimizer from dropping a value that nobody uses, or from knowing what it is.
@inline(never)
func blackHole<Value>(_ value: borrowing Value) {}

/// Ends the process, with a message, if it still runs after that many seconds: a server that never answers must not
/// hang its benchmark.
func allow(seconds: UInt32) {
  signal(SIGALRM) { _ in
    let message: StaticString = "benchmarks: a program did not answer in time\n"
    write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(1)
  }
  alarm(seconds)
}
