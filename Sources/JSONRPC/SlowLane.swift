import Synchronization

/// A thread that works off jobs in their order, started with the first one.
///
/// Takes a bounded number of jobs that hold a bounded number of bytes: who brings more waits, and so does, in the end,
/// the client.
final class SlowLane: Sendable {
  typealias Job = @Sendable () -> Void

  /// How many places there are for jobs that wait or are under way.
  private static let capacity = 1024

  /// How many bytes a job may hold for each place that it takes.
  private static let bytesPerPlace = 1 << 16

  private let threads: Threads
  private let jobs = Mutex<[(places: Int, job: Job)]>([])
  private let isStarted = Mutex(false)
  private let outstanding = Atomic(0)
  private let work = Semaphore(count: 0)
  private let room = Semaphore(count: capacity)
  private let end = Semaphore(count: 0)

  init(threads: Threads) {
    self.threads = threads
  }

  /// Whether no job waits or is under way. Only the thread that submits may conclude something from it.
  var isIdle: Bool { outstanding.load(ordering: .acquiring) == 0 }

  /// Puts a job at the end of the line; waits while the line is full. Where no thread can be had, does the job.
  ///
  /// - Parameter byteCount: how much the job holds in memory. One that holds much waits until there is little else.
  func submit(holding byteCount: Int, _ job: @escaping Job) {
    guard startIfNeeded() else { return job() }
    let places = min(1 + byteCount / Self.bytesPerPlace, Self.capacity)
    for _ in 0..<places { room.wait() }
    outstanding.add(1, ordering: .relaxed)
    jobs.withLock { $0.append((places, job)) }
    work.signal()
  }

  /// Waits until every job is done, and ends the thread.
  func finish() {
    let isToEnd = isStarted.withLock { isStarted in
      defer { isStarted = false }
      return isStarted
    }
    guard isToEnd else { return }
    work.signal()
    end.wait()
  }

  /// Whether there is a thread: the system may have none to give.
  private func startIfNeeded() -> Bool {
    isStarted.withLock { isStarted in
      if !isStarted { isStarted = threads.start { [self] in run() } }
      return isStarted
    }
  }

  private func run() {
    defer { end.signal() }
    while true {
      work.wait()
      // A signal without a job is the end: finish() gives it after every job has been submitted.
      guard let (places, job) = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
      job()
      outstanding.subtract(1, ordering: .releasing)
      for _ in 0..<places { room.signal() }
    }
  }
}
