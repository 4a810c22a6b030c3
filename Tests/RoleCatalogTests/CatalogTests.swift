import DurableStorage
import Foundation
import Synchronization
import Testing
import TrustedAccess

@testable import RoleCatalog

/// A catalog on a folder of its own, with a scripted source and a clock that only the test moves.
private final class CatalogUnderTest: Sendable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "catalog-tests-\(UUID().uuidString)")
  let source = ScriptedSource()
  private let clock: Clock

  private final class Clock: Sendable {
    let time = Mutex<Int64>(1_772_366_400_000)
  }

  let catalog: RoleCatalog

  /// - Parameter other: a catalog of another process, whose folder and clock this one shares.
  init(sharing other: CatalogUnderTest? = nil, isOffline: Bool = false, hasSource: Bool = true) {
    let clock = other?.clock ?? Clock()
    self.clock = clock
    var configuration = RoleCatalog.Configuration(folder: (other?.folder ?? folder).path)
    configuration.isOffline = isOffline
    catalog = RoleCatalog(
      configuration, source: hasSource ? source : nil,
      now: { Timestamp(millisecondsSinceEpoch: clock.time.withLock { $0 }) }, jitter: { 0.5 })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func advance(seconds: Int64) { clock.time.withLock { $0 += seconds * 1000 } }

  var now: Timestamp { Timestamp(millisecondsSinceEpoch: clock.time.withLock { $0 }) }

  func names(_ key: RoleListKey) -> [String] { catalog.snapshot(for: key).index.entries.map(\.role.name.name) }

  /// The files of the cache, by name; without the lock.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0 != ".lock" }.sorted()
  }
}

/// A source that answers what it is told to, and counts.
private final class ScriptedSource: RoleListSource {
  struct Script: Sendable {
    var answer: Result<[Role], RoleListFailure> = .success([role("a")])
    var count = 0
    /// Called in the middle of an answer.
    var meanwhile: (@Sendable () -> Void)?
  }

  let script = Mutex(Script())

  var count: Int { script.withLock(\.count) }

  func answer(_ names: String...) { script.withLock { $0.answer = .success(names.map { role($0) }) } }

  func fail() {
    script.withLock {
      $0.answer = .failure(RoleListFailure(code: "Down", cause: "It is down.", remedy: "Wait."))
    }
  }

  func roles(for key: RoleListKey) throws(RoleListFailure) -> [Role] {
    let (answer, meanwhile) = script.withLock { script in
      script.count += 1
      return (script.answer, script.meanwhile)
    }
    meanwhile?()
    return try answer.get()
  }
}

private func role(_ name: String) -> Role {
  Role(
    name: RoleName("Contoso.App/apps/\(name)")!,
    rules: [PolicyRule(verbs: ["get"], apiGroups: [""], resources: ["pods"])])
}

private func key(_ location: String = "eastus", subscription: String? = nil, cloud: String = "AzureCloud")
  -> RoleListKey
{
  RoleListKey(cloud: cloud, subscription: subscription, location: location)!
}

@Suite("The role catalog")
struct CatalogTests {
  private let test = CatalogUnderTest()

  @Test("Without a list of its own a location has the bundled one, and says so")
  func bundled() {
    test.catalog.load(key())
    let snapshot = test.catalog.snapshot(for: key())
    #expect(snapshot.provenance.origin == .bundled)
    #expect(!snapshot.index.entries.isEmpty)
    #expect(test.files.isEmpty)
  }

  @Test("A fetched list is live while it is fresh, then a cached one, and still there")
  func freshness() throws {
    _ = try test.catalog.refresh(key())
    #expect(test.catalog.snapshot(for: key()).provenance.origin == .live)
    #expect(!test.catalog.isRefreshDue(key()))
    test.advance(seconds: 86_399)
    #expect(!test.catalog.isRefreshDue(key()))
    test.advance(seconds: 1)
    #expect(test.catalog.isRefreshDue(key()))
    #expect(test.catalog.snapshot(for: key()).provenance.origin == .cached)
    #expect(test.names(key()) == ["a"])
    #expect(test.catalog.status().map(\.isFresh) == [false])
  }

  @Test("A list from the future is stale")
  func clockSetBack() throws {
    _ = try test.catalog.refresh(key())
    test.advance(seconds: -1)
    #expect(test.catalog.isRefreshDue(key()))
    #expect(test.names(key()) == ["a"])
  }

  @Test("A refresh tells what has changed")
  func difference() throws {
    test.source.answer("a", "b")
    _ = try test.catalog.refresh(key())
    test.source.answer("b", "c")
    let refresh = try test.catalog.refresh(key())
    #expect(refresh.difference.added.map(\.name.name) == ["c"])
    #expect(refresh.difference.removed.map(\.name.name) == ["a"])
    #expect(refresh.cacheProblem == nil)
  }

  @Test("Another process finds the list on disk, and a newer one when its own is stale")
  func shared() throws {
    _ = try test.catalog.refresh(key())
    let other = CatalogUnderTest(sharing: test)
    other.catalog.load(key())
    #expect(other.names(key()) == ["a"])
    #expect(other.catalog.snapshot(for: key()).provenance.origin == .cached)
    test.advance(seconds: 90_000)
    test.source.answer("b")
    _ = try test.catalog.refresh(key())
    #expect(other.catalog.refreshIfDue(key()))
    #expect(other.names(key()) == ["b"])
    #expect(other.source.count == 0)
  }

  @Test("Nothing mixes: clouds, subscriptions and locations each have their list")
  func keys() throws {
    let keys = [
      key(), key("westus"), key(subscription: "11111111-0000-0000-0000-000000000000"), key(cloud: "AzureChinaCloud"),
    ]
    for (index, key) in keys.enumerated() {
      test.source.answer("role\(index)")
      _ = try test.catalog.refresh(key)
    }
    let other = CatalogUnderTest(sharing: test)
    for (index, key) in keys.enumerated() {
      other.catalog.load(key)
      #expect(other.names(key) == ["role\(index)"])
    }
    #expect(test.files.count == 4)
    #expect(key("East US") == key())
    #expect(RoleListKey(location: "../eastus") == nil)
    #expect(RoleListKey(location: "") == nil)
  }

  @Test("A failure keeps the list, is told, and makes the next attempts wait longer and longer")
  func backoff() throws {
    _ = try test.catalog.refresh(key())
    test.advance(seconds: 90_000)
    test.source.fail()
    // With a jitter of one half: three quarters of 30 s, 60 s, 120 s …, an hour at most.
    for (count, wait) in [22_500, 45_000, 90_000, 180_000, 360_000, 720_000, 1_440_000, 2_700_000, 2_700_000]
      .enumerated()
    {
      #expect(!test.catalog.refreshIfDue(key()))
      let status = try #require(test.catalog.status().first)
      let failure = try #require(status.failure)
      #expect(failure.count == count + 1)
      #expect(failure.failure.code == "Down")
      #expect(failure.nextAttemptAt == test.now.advanced(byMilliseconds: Int64(wait)))
      #expect(!test.catalog.isRefreshDue(key()))
      let calls = test.source.count
      _ = test.catalog.refreshIfDue(key())
      #expect(test.source.count == calls)
      test.advance(seconds: Int64(wait) / 1000 + 1)
    }
    #expect(test.names(key()) == ["a"])
    test.source.answer("b")
    #expect(test.catalog.refreshIfDue(key()))
    #expect(test.catalog.status().first?.failure == nil)
  }

  @Test("A refresh that somebody asks for does not wait")
  func askedFor() throws {
    test.source.fail()
    #expect(throws: RoleListFailure.self) { try test.catalog.refresh(key()) }
    test.source.answer("a")
    #expect(!test.catalog.isRefreshDue(key()))
    #expect(try test.catalog.refresh(key()).snapshot.index.entries.count == 1)
  }

  @Test("A clock that is set back does not lengthen the wait")
  func backoffAndClock() {
    test.source.fail()
    _ = test.catalog.refreshIfDue(key())
    test.advance(seconds: -1000)
    #expect(test.catalog.isRefreshDue(key()))
  }

  @Test("Offline and without a source nothing is fetched, and what is cached serves")
  func offline() throws {
    _ = try test.catalog.refresh(key())
    let offline = CatalogUnderTest(sharing: test, isOffline: true)
    test.advance(seconds: 90_000)
    offline.catalog.load(key())
    #expect(offline.names(key()) == ["a"])
    #expect(!offline.catalog.refreshIfDue(key()))
    #expect(throws: RoleListFailure.offline) { try offline.catalog.refresh(key()) }
    #expect(offline.source.count == 0)
    let alone = CatalogUnderTest(sharing: test, hasSource: false)
    #expect(throws: RoleListFailure.noSource) { try alone.catalog.refresh(key()) }
  }

  @Test("However many callers there are, there is one fetch at a time")
  func singleFlight() {
    let callers = 8
    let asked = Mutex(0)
    let underWay = Mutex((now: 0, most: 0))
    // The fetch ends only when every caller is about to ask.
    test.source.script.withLock {
      $0.meanwhile = {
        underWay.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        while asked.withLock({ $0 }) < callers { sched_yield() }
        underWay.withLock { $0.now -= 1 }
      }
    }
    let done = DispatchGroup()
    for _ in 0..<callers {
      done.enter()
      Thread { [test] in
        asked.withLock { $0 += 1 }
        _ = try? test.catalog.refresh(key())
        done.leave()
      }.start()
    }
    done.wait()
    #expect(underWay.withLock { $0.most } == 1)
    #expect(test.names(key()) == ["a"])
  }

  @Test("Clearing forgets memory and disk, of one key or all")
  func clear() throws {
    _ = try test.catalog.refresh(key())
    _ = try test.catalog.refresh(key("westus"))
    #expect(test.catalog.clear([key()]).cleared == [key()])
    #expect(test.catalog.clear([key()]).cleared.isEmpty)
    #expect(test.catalog.snapshot(for: key()).provenance.origin == .bundled)
    let other = CatalogUnderTest(sharing: test)
    #expect(other.catalog.clear().cleared == [key("westus")])
    #expect(test.files.isEmpty)
  }

  @Test("Very many roles are kept and searched by the same code")
  func large() throws {
    test.source.script.withLock { $0.answer = .success((0..<10_000).map { role("role-\($0)") }) }
    _ = try test.catalog.refresh(key())
    let other = CatalogUnderTest(sharing: test)
    other.catalog.load(key())
    let hits = other.catalog.snapshot(for: key()).index.search("role-9999", limit: 5)
    #expect(hits.map(\.entry.role.name.name) == ["role-9999"])
  }
}

@Suite("The cache's files")
struct CacheFileTests {
  private let test = CatalogUnderTest()

  /// Puts `text` in the place of the file for `eastus`.
  private func plant(_ text: String) throws {
    _ = try test.catalog.refresh(key())
    let name = try #require(test.files.first)
    try Data(text.utf8).write(to: test.folder.appending(path: name))
  }

  @Test(
    "A damaged file is set aside, told, and does not stand in the way of the next",
    arguments: [
      "", "{", "[]", "{}", #"{"formatVersion":1}"#,
      #"{"formatVersion":1,"cloud":"AzureCloud","location":"eastus","fetchedAt":1,"roles":[{}]}"#,
    ])
  func damaged(text: String) throws {
    try plant(text)
    let other = CatalogUnderTest(sharing: test)
    other.catalog.load(key())
    #expect(other.catalog.snapshot(for: key()).provenance.origin == .bundled)
    let problem = try #require(other.catalog.status().first?.problem)
    #expect(problem.message.contains("damaged"))
    let aside = try #require(test.files.first { $0.contains(".damaged-") })
    #expect(problem.message.contains(aside))
    #expect(try String(contentsOf: test.folder.appending(path: aside), encoding: .utf8) == text)
    _ = try other.catalog.refresh(key())
    #expect(other.catalog.status().first?.problem == nil)
    #expect(test.files.count == 2)
  }

  @Test("A file of a later version is left alone, and the fetched list is used all the same")
  func laterVersion() throws {
    let text = #"{"formatVersion":2,"what":"ever"}"#
    try plant(text)
    let other = CatalogUnderTest(sharing: test)
    let refresh = try other.catalog.refresh(key())
    #expect(refresh.cacheProblem?.contains("later version") == true)
    #expect(other.names(key()) == ["a"])
    let name = try #require(test.files.first)
    #expect(try String(contentsOf: test.folder.appending(path: name), encoding: .utf8) == text)
  }

  @Test("A list that was copied to another location's name does not count")
  func copied() throws {
    _ = try test.catalog.refresh(key())
    let name = try #require(test.files.first)
    try FileManager.default.copyItem(
      at: test.folder.appending(path: name),
      to: test.folder.appending(path: name.replacing("eastus", with: "westus")))
    let other = CatalogUnderTest(sharing: test)
    other.catalog.load(key("westus"))
    #expect(other.catalog.snapshot(for: key("westus")).provenance.origin == .bundled)
  }

  @Test("A cache that cannot be written is told, and the list is used all the same")
  func unwritable() throws {
    try Data().write(to: test.folder)
    let refresh = try test.catalog.refresh(key())
    #expect(refresh.cacheProblem != nil)
    #expect(test.names(key()) == ["a"])
  }
}
