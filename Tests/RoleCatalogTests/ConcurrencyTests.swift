import DurableStorage
import Foundation
import Glibc
import RoleCatalog
import SimulatedDisk
import Synchronization
import Testing
import TrustedAccess

@Suite("The role catalog under many threads")
struct ConcurrencyTests {
  private let disk = SimulatedDisk()
  private let test: CatalogUnderTest

  init() { test = CatalogUnderTest(on: disk.fileSystem) }

  @Test(
    "Whoever asks while a fetch is under way waits for that one, and gets what it brings", arguments: [true, false])
  func singleFlight(isFailing: Bool) {
    if isFailing { test.source.fail() }
    let waiting = Threads()
    let threads = 8
    // The fetch ends only when all others wait for it; a second one would end at once.
    test.source.script.withLock { [test] script in
      script.meanwhile = {
        while test.source.count == 1, waiting.count < threads || !waiting.othersRest { sched_yield() }
      }
    }
    let successes = Mutex(0)
    run(threads) { _ in
      waiting.addSelf()
      if (try? self.test.catalog.refresh(key())) != nil { successes.withLock { $0 += 1 } }
    }
    #expect(test.source.count == 1)
    #expect(successes.withLock { $0 } == (isFailing ? 0 : threads))
    #expect(test.catalog.status().first?.failure?.count == (isFailing ? 1 : nil))
    // The next one is a fetch of its own.
    test.source.script.withLock { $0.meanwhile = nil }
    _ = try? test.catalog.refresh(key())
    #expect(test.source.count == 2)
  }

  @Test("Fetches of different lists do not wait for one another")
  func keys() throws {
    test.source.script.withLock {
      $0.meanwhile = { [test] in
        test.source.script.withLock { $0.meanwhile = nil }
        _ = try? test.catalog.refresh(key("westus"))
      }
    }
    _ = try test.catalog.refresh(key())
    #expect(test.names(key("westus")) == ["a"])
  }

  @Test("A list is in memory when its loading is over, though another thread loads it too")
  func load() throws {
    _ = try test.catalog.refresh(key())
    let reader = reader { catalog in
      catalog.load(key())
      #expect(catalog.snapshot(for: key()).provenance.origin == .cached)
    }
    reader.catalog.load(key())
    #expect(reader.names(key()) == ["a"])
  }

  @Test("A list that is fetched while an older one is read stays")
  func refreshDuringLoad() throws {
    _ = try test.catalog.refresh(key())
    test.advance(seconds: 1)
    let reader = reader { catalog in
      #expect(throws: Never.self) { try catalog.refresh(key()) }
    }
    reader.source.answer("b")
    reader.catalog.load(key())
    #expect(reader.names(key()) == ["b"])
    #expect(reader.catalog.snapshot(for: key()).provenance.origin == .live)
    #expect(reader.catalog.status().map(\.path) == [reader.path(key())])
  }

  /// A catalog of another process, in which `meanwhile` happens between the end of the first reading of the file and
  /// its becoming known.
  private func reader(meanwhile: @escaping @Sendable (RoleCatalog) -> Void) -> CatalogUnderTest {
    // Once, so that it is taken out: else the catalog's file system would hold the catalog for good.
    let catalog = Mutex<RoleCatalog?>(nil)
    var fileSystem = disk.fileSystem
    let close = fileSystem.close
    fileSystem.close = { descriptor in
      close(descriptor)
      if let catalog = catalog.withLock({ $0.take() }) { meanwhile(catalog) }
    }
    let reader = CatalogUnderTest(sharing: test, on: fileSystem)
    catalog.withLock { $0 = reader.catalog }
    return reader
  }

  @Test("Whatever two processes do at once, no list is damaged and none mixes with another")
  func storm() throws {
    let other = CatalogUnderTest(sharing: test, on: disk.fileSystem)
    let keys = [key(), key("westus")]
    for process in [test, other] {
      process.source.script.withLock { $0.answersByLocation = true }
    }
    run(6) { number in
      let process = number.isMultiple(of: 2) ? self.test : other
      for step in 0..<60 {
        let key = keys[step % 2]
        switch (step &* 7 &+ number &* 3) % 5 {
        case 0: _ = try? process.catalog.refresh(key)
        case 1: process.catalog.load(key)
        case 2: _ = process.catalog.clear([key])
        case 3: _ = process.catalog.status()
        default: self.test.advance(seconds: 20_000)
        }
        _ = process.catalog.refreshIfDue(key)
        let snapshot = process.catalog.snapshot(for: key)
        #expect(
          snapshot.provenance.origin == .bundled || snapshot.index.entries.map(\.role.name.name) == [key.location])
      }
    }
    #expect((test.catalog.status() + other.catalog.status()).allSatisfy { $0.problem == nil })
    #expect(disk.descriptorCount == 0)
    let reader = CatalogUnderTest(sharing: test, on: disk.fileSystem)
    for status in reader.catalog.status() {
      #expect(reader.names(status.key) == [status.key.location])
    }
  }

  /// Runs `body` on so many threads at once, with the number of each, and waits for all.
  private func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let done = DispatchGroup()
    for number in 0..<count {
      done.enter()
      Thread {
        body(number)
        done.leave()
      }.start()
    }
    done.wait()
  }
}

/// Threads of this process, and whether they wait for something, as proc(5) tells.
private final class Threads: Sendable {
  private let folders = Mutex<Set<String>>([])

  var count: Int { folders.withLock(\.count) }

  func addSelf() { _ = folders.withLock { $0.insert(Self.own) } }

  /// Whether all threads but the calling one sleep or are over.
  var othersRest: Bool {
    folders.withLock { $0 }.subtracting([Self.own]).allSatisfy { folder in
      let line = try? String(contentsOfFile: "\(folder)/stat", encoding: .utf8)
      return line.map { $0.split(separator: ")").last?.hasPrefix(" S") == true } ?? true
    }
  }

  private static var own: String {
    "/proc/" + ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")) ?? "")
  }
}
