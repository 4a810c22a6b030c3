import DurableStorage
import Foundation
import Synchronization
import Testing
import TrustedAccess

@testable import RoleCatalog

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
  }

  @Test("A subscription's own list counts, else the location's, from disk too, else the bundled one")
  func ofSubscription() throws {
    func names(_ test: CatalogUnderTest) -> [String] {
      test.catalog.roles(for: key(subscription: "aaaa")).index.entries.map(\.role.name.name)
    }
    #expect(test.catalog.roles(for: key(subscription: "aaaa")).provenance.origin == .bundled)
    #expect(test.catalog.roles(for: key()).provenance.origin == .bundled)
    test.source.answer("of-all")
    _ = try test.catalog.refresh(key())
    #expect(names(test) == ["of-all"])
    #expect(names(CatalogUnderTest(sharing: test)) == ["of-all"])
    test.source.answer("of-one")
    _ = try test.catalog.refresh(key(subscription: "aaaa"))
    #expect(names(test) == ["of-one"])
    #expect(names(CatalogUnderTest(sharing: test)) == ["of-one"])
    #expect(test.catalog.roles(for: key(subscription: "bbbb")).index.entries.map(\.role.name.name) == ["of-all"])
    #expect(test.catalog.roles(for: key("westus", subscription: "aaaa")).provenance.origin == .bundled)
  }

  @Test("However cloud, subscription and location are spelled, it is one list")
  func spelling() throws {
    _ = try test.catalog.refresh(key("East US", subscription: "AAAA", cloud: "azurecloud"))
    #expect(test.names(key("eastus", subscription: "aaaa")) == ["a"])
    let other = CatalogUnderTest(sharing: test)
    other.catalog.load(key("EastUS", subscription: "aaaa", cloud: "AZURECLOUD"))
    #expect(other.names(key("east us", subscription: "aaaa")) == ["a"])
    #expect(other.catalog.status().map(\.key.cloud) == ["AzureCloud"])
    #expect(key(cloud: "MyStack") == key(cloud: "mystack"))
  }

  @Test("What cannot be a name makes no key", arguments: ["", "../eastus", "east.us", "éast", "a/b", "\0"])
  func noKey(name: String) {
    #expect(RoleListKey(location: name) == nil)
    #expect(RoleListKey(subscription: name, location: "eastus") == nil)
    #expect(RoleListKey(cloud: name, location: "eastus") == nil)
    #expect(RoleListKey(location: String(repeating: "a", count: 65)) == nil)
  }

  @Test("How long a list is fresh can be set")
  func timeToLive() throws {
    let test = CatalogUnderTest(timeToLive: 1000)
    _ = try test.catalog.refresh(key())
    #expect(test.catalog.snapshot(for: key()).provenance.timeToLive == 1000)
    #expect(!test.catalog.isRefreshDue(key()))
    test.advance(seconds: 1)
    #expect(test.catalog.isRefreshDue(key()))
  }

  @Test("Without a folder the lists are in memory alone")
  func noFolder() throws {
    let catalog = RoleCatalog(
      .init(folder: nil), source: test.source, now: { Timestamp(millisecondsSinceEpoch: 0) })
    catalog.load(key())
    #expect(try catalog.refresh(key()).cacheProblem == nil)
    #expect(catalog.status().map(\.path) == [nil])
    #expect(catalog.clear().cleared == [key()])
    #expect(catalog.snapshot(for: key()).provenance.origin == .bundled)
  }

  @Test("The status tells what the cache keeps now, asked for or not")
  func status() throws {
    let other = CatalogUnderTest(sharing: test)
    _ = try test.catalog.refresh(key())
    #expect(other.catalog.status().map(\.roleCount) == [1])
    test.advance(seconds: 1)
    test.source.answer("a", "b")
    _ = try test.catalog.refresh(key())
    let status = try #require(other.catalog.status().first)
    #expect(status.roleCount == 2)
    #expect(status.isFresh)
    #expect(status.path == test.path(key()))
    #expect(status.provenance.fetchedAt == test.now)
    _ = test.catalog.clear()
    #expect(other.catalog.status().map(\.path) == [nil])
    #expect(other.names(key()) == ["a", "b"])
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

  @Test("What another process has fetched ends the failures of this one")
  func failureElsewhere() throws {
    let other = CatalogUnderTest(sharing: test)
    other.source.fail()
    _ = other.catalog.refreshIfDue(key())
    #expect(other.catalog.status().first?.failure != nil)
    _ = try test.catalog.refresh(key())
    #expect(other.catalog.refreshIfDue(key()))
    #expect(other.catalog.status().first?.failure == nil)
  }

  @Test("A newer list of another process is taken over even if it is stale and the source fails")
  func staleElsewhere() throws {
    let other = CatalogUnderTest(sharing: test)
    other.source.fail()
    _ = try test.catalog.refresh(key())
    test.advance(seconds: 90_000)
    #expect(other.catalog.refreshIfDue(key()))
    #expect(other.source.count == 1)
    #expect(other.names(key()) == ["a"])
    #expect(other.catalog.status().first?.failure?.count == 1)
    #expect(other.catalog.snapshot(for: key()).provenance.origin == .cached)
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
    test.source.answer("b")
    _ = try test.catalog.refresh(key())
    #expect(offline.catalog.refreshIfDue(key()))
    #expect(offline.names(key()) == ["b"])
    #expect(!offline.catalog.refreshIfDue(key()))
    let alone = CatalogUnderTest(sharing: test, hasSource: false)
    #expect(throws: RoleListFailure.noSource) { try alone.catalog.refresh(key()) }
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

  @Test("Clearing forgets failures")
  func clearFailures() {
    test.source.fail()
    _ = test.catalog.refreshIfDue(key())
    #expect(!test.catalog.isRefreshDue(key()))
    #expect(test.catalog.clear().cleared.isEmpty)
    #expect(test.catalog.status().isEmpty)
    #expect(test.catalog.isRefreshDue(key()))
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
      #"{"formatVersion":1,"cloud":"AzureCloud","location":"eastus","fetchedAt":1,"roles":{}}"#,
      #"{"formatVersion":1,"cloud":"AzureCloud","location":"eastus","fetchedAt":"1","roles":[]}"#,
      #"{"formatVersion":1,"cloud":"AzureCloud","location":"westus","fetchedAt":1,"roles":[]}"#,
      #"{"formatVersion":1,"cloud":"AzureCloud","subscription":"s","location":"eastus","fetchedAt":1,"roles":[]}"#,
      #"{"formatVersion":0,"cloud":"AzureCloud","location":"eastus","fetchedAt":1,"roles":[]}"#,
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
    let problem = try #require(other.catalog.status().first?.problem)
    #expect(problem.message.contains("format version 2"))
    #expect(problem.remedy?.contains("clear the cache") == true)
    #expect(other.catalog.clear().cleared == [key()])
    #expect(test.files.isEmpty)
  }

  @Test("A damaged file that nobody has asked for is told by the status, and cleared with all")
  func notAskedFor() throws {
    try plant("{")
    let other = CatalogUnderTest(sharing: test)
    #expect(CatalogUnderTest(sharing: test).catalog.clear().cleared == [key()])
    try plant("{")
    #expect(other.catalog.status().first?.problem?.message.contains("damaged") == true)
  }

  @Test("What another process has set aside is told until there is a list again, or it is cleared")
  func setAsideElsewhere() throws {
    for isCleared in [true, false] {
      try plant("{")
      CatalogUnderTest(sharing: test).catalog.load(key())
      let later = CatalogUnderTest(sharing: test)
      let problem = try #require(later.catalog.status().first?.problem)
      let aside = try #require(test.files.first)
      #expect(aside.contains(".damaged-"))
      #expect(problem.message.contains(aside))
      if isCleared {
        #expect(later.catalog.clear([key("westus")]).cleared.isEmpty)
        #expect(later.catalog.clear([key()]).cleared == [key()])
        #expect(test.files.isEmpty)
        #expect(later.catalog.status().isEmpty)
      } else {
        _ = try later.catalog.refresh(key())
        #expect(later.catalog.status().map { $0.problem == nil } == [true])
        #expect(CatalogUnderTest(sharing: test).catalog.status().map { $0.problem == nil } == [true])
      }
    }
  }

  @Test("What else lies in the folder is left alone")
  func strangers() throws {
    _ = try test.catalog.refresh(key())
    let strangers = ["notes.json", "a.b.c.d.json", "AzureCloud..westus.json", "azurecloud..west us.json", "a..b.other"]
    for name in strangers {
      try Data("{".utf8).write(to: test.folder.appending(path: name))
    }
    #expect(test.catalog.status().count == 1)
    #expect(test.catalog.clear().cleared == [key()])
    #expect(test.files.count == 5)
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
    let status = other.catalog.status().first { $0.key == key("westus") }
    #expect(status?.problem?.message.contains("something else") == true)
  }

  @Test("A cache that cannot be written is told, and the list is used all the same")
  func unwritable() throws {
    try Data().write(to: test.folder)
    let refresh = try test.catalog.refresh(key())
    #expect(refresh.cacheProblem != nil)
    #expect(test.names(key()) == ["a"])
    #expect(test.catalog.status().first?.problem?.remedy != nil)
    let cleared = test.catalog.clear()
    #expect(!cleared.problems.isEmpty)
    #expect(test.catalog.status().isEmpty)
  }
}
