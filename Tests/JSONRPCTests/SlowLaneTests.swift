import Glibc
import Synchronization
import Testing

@testable import JSONRPC

@Suite struct TheSlowLane {
  private enum Event: Sendable { case began, ended, taken }

  /// What happens when a job that holds much is brought while another one of that size is under way. That one ends when
  /// the other is taken; but if that does not come about, it ends all the same.
  private func events(_ first: Int, _ second: Int) -> [Event] {
    let lane = SlowLane()
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
}
