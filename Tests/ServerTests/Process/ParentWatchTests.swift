import JSONRPC
import Server
import Synchronization
import Testing

@Suite("The watch over the client's process")
struct ParentWatchTests {
  @Test("asks for one thread, once there is a process, and again where none was to be had")
  func threads() {
    let asked = Mutex(0)
    let watch = ParentWatch(
      threads: Threads { _ in
        asked.withLock { $0 += 1 }
        return asked.withLock(\.self) == 2
      }
    ) {}
    watch.watch(1)
    watch.start()
    #expect(asked.withLock(\.self) == 0)
    watch.watch(12_345)
    for _ in 0..<4 { watch.start() }
    #expect(asked.withLock(\.self) == 2)
  }
}
