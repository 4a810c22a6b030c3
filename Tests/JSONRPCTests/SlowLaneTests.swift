import Glibc
import Synchronization
import Testing

@testable import JSONRPC

@Suite struct TheSlowLane {
  private enum Event: Sendable { case began, ended, taken }

  /// What happens when a job that holds much is brought while another one of that size is under way. That one ends when
  /// the other is taken; but if that does not come about, it ends all the same.
  private func events(_ first: Int, _ second: Int) -> [Event] {
    let lane = SlowLane(threads: .system)
    let events = Mutex<[Event]>([])
    lane.submit(holding: first) {
      events.withLock { $0.append(.began) }
      for _ in 0..<20_000 where events.withLock({ !$0.contains(.taken) }) { sched_yield() }
      events.withLock { $0.append(.ended) }
    }
    lane.submit(holding: second) {}
    events.withLock { $0.append(.taken) }
    lane.finish()
    return events.withLock(\.self)
  }

  @Test func doesNotHoldMuchTwice() {
    let long = 64 << 20
    #expect(events(long, long) == [.began, .ended, .taken])
    #expect(events(100, long) == [.began, .ended, .taken], "a long one waits for every other")
    #expect(events(long, 100) == [.began, .ended, .taken], "and every other for it")
  }

  @Test func holdsManyThatAreShort() {
    let events = events(100, 100)
    #expect(events.last == .ended && events.contains(.taken))
  }

  @Test func doesJobsAtOnceWhereNoThreadCanBeHad() {
    let lane = SlowLane(threads: Threads { _ in false })
    let done = Atomic(0)
    for count in 1...3 {
      lane.submit(holding: 1 << 30) { done.add(1, ordering: .relaxed) }
      #expect(done.load(ordering: .relaxed) == count && lane.isIdle)
    }
    lane.finish()
  }

  @Test func asksForAThreadUntilThereIsOne() {
    let asked = Atomic(0)
    let lane = SlowLane(
      threads: Threads { body in
        asked.add(1, ordering: .relaxed)
        return asked.load(ordering: .relaxed) < 3 ? false : Threads.system.start(body)
      })
    let places = Mutex<[Bool]>([])
    let here = pthread_self()
    for _ in 0..<5 {
      lane.submit(holding: 1) { places.withLock { $0.append(pthread_equal(here, pthread_self()) != 0) } }
    }
    lane.finish()
    #expect(places.withLock(\.self) == [true, true, false, false, false])
    #expect(asked.load(ordering: .relaxed) == 3)
  }
}
