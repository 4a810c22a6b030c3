import DurableStorage
import Foundation
import SimulatedDisk
import Synchronization
import Testing
import TrustedAccess

@testable import RoleCatalog

@Suite("The cache on a bad disk")
struct CacheFaultTests {
  private let disk = SimulatedDisk()
  private let test: CatalogUnderTest

  init() throws {
    test = CatalogUnderTest(on: disk.fileSystem)
    _ = try test.catalog.refresh(key())
    test.advance(seconds: 1)
    test.source.answer("b")
  }

  /// A catalog of another process.
  private func other() -> CatalogUnderTest { CatalogUnderTest(sharing: test, on: disk.fileSystem) }

  private var path: String { test.path(key()) }

  @Test("Whichever call fails in a refresh, the fetched list serves, and the disk has the old one or the new")
  func anyCallFails() throws {
    for number in 0... {
      let name = "b\(number)"
      test.source.answer(name)
      let before = disk.bytes(of: path)
      disk.inject { _, call in call == number ? .error(5) : nil }
      let refresh = try test.catalog.refresh(key())
      let isDone = disk.calls.count <= number
      disk.heal()
      #expect(test.names(key()) == [name])
      #expect(disk.descriptorCount == 0)
      let after = disk.bytes(of: path)
      #expect(after == before || after == refreshed(name))
      if after == before { #expect(refresh.cacheProblem != nil) }
      test.advance(seconds: 1)
      if isDone { break }
    }
  }

  /// The bytes of a list with one role that was fetched now.
  private func refreshed(_ name: String) -> [UInt8] {
    CachedRoleList(key: key(), fetchedAt: test.now, roles: [role(name)]).encoded
  }

  @Test(
    "A process that dies in a refresh leaves the old list or the new one", arguments: SimulatedDisk.Restart.allCases)
  func anyDeath(restart: SimulatedDisk.Restart) throws {
    for number in 0... {
      let writer = other()
      writer.source.answer("b")
      disk.inject { _, call in call == number ? .death : nil }
      let isKept = try writer.catalog.refresh(key()).cacheProblem == nil
      let isDone = disk.calls.count <= number
      disk.restart(restart)
      let reader = other()
      reader.catalog.load(key())
      #expect(reader.catalog.status().first?.problem == nil)
      #expect(reader.names(key()) == ["b"] || !isKept && reader.names(key()) == ["a"])
      if isDone { break }
    }
  }

  @Test("A list that could not be written is not given up for the older one on disk")
  func unwritten() throws {
    disk.setReadOnly(true)
    #expect(try test.catalog.refresh(key()).cacheProblem?.contains("EROFS") == true)
    test.source.fail()
    #expect(test.catalog.status().first?.problem?.message.contains("EROFS") == true)
    #expect(test.names(key()) == ["b"])
    test.advance(seconds: 90_000)
    #expect(!test.catalog.refreshIfDue(key()))
    #expect(test.names(key()) == ["b"])
    #expect(test.catalog.clear().problems.count == 1)
    test.catalog.load(key())
    #expect(test.names(key()) == ["a"])
  }

  @Test("A new list is seen though it is as long as the old one and the disk's clock was set back")
  func diskClockSetBack() throws {
    let reader = other()
    reader.catalog.load(key())
    let old = try disk.fileSystem.identity(of: path)
    disk.setWallClock(1)
    _ = try test.catalog.refresh(key())
    #expect(try disk.fileSystem.identity(of: path) != old)
    #expect(reader.catalog.status().first?.provenance.fetchedAt == test.now)
    #expect(reader.names(key()) == ["b"])
    disk.setWallClock(1)
    _ = try test.catalog.refresh(key())
    let modifiedAt = try #require(disk.fileSystem.identity(of: path)?.modifiedAt)
    #expect(modifiedAt > old?.modifiedAt ?? .max)
  }

  @Test("A full disk leaves the old list, and nothing half written")
  func full() throws {
    disk.setCapacity(300)
    #expect(try test.catalog.refresh(key()).cacheProblem?.contains("ENOSPC") == true)
    let reader = other()
    reader.catalog.load(key())
    #expect(reader.names(key()) == ["a"])
    #expect(disk.names(in: test.folder.path).count == 2)
  }

  @Test("A damaged file that cannot be set aside is never overwritten")
  func stuck() throws {
    try disk.put(Array("{".utf8), at: path)
    disk.inject { call, _ in call == .renameWithoutReplacing ? .error(1) : nil }
    let reader = other()
    let refresh = try reader.catalog.refresh(key())
    #expect(refresh.cacheProblem?.contains("could not be set aside") == true)
    #expect(disk.bytes(of: path) == Array("{".utf8))
    #expect(reader.catalog.status().first?.problem?.message.contains("damaged") == true)
  }

  @Test("Damage is told where not even a lock can be had")
  func readOnly() throws {
    try disk.put(Array("{".utf8), at: path)
    disk.inject { call, _ in call == .openLock ? .error(30) : nil }
    let reader = other()
    reader.catalog.load(key())
    let problem = try #require(reader.catalog.status().first?.problem)
    #expect(problem.message.contains("damaged"))
    #expect(problem.message.contains("EROFS"))
    #expect(problem.remedy?.isEmpty == false)
  }

  @Test("A file that is sound when the lock is had is not set aside")
  func mendedMeanwhile() throws {
    let sound = try #require(disk.bytes(of: path))
    try disk.put(Array("{".utf8), at: path)
    var fileSystem = disk.fileSystem
    let lock = fileSystem.lock
    fileSystem.lock = { [disk, path] (descriptor, mode) throws(SystemError) in
      // Whoever held the lock before has put a sound file in place.
      try? disk.put(sound, at: path)
      try lock(descriptor, mode)
    }
    let reader = CatalogUnderTest(sharing: test, on: fileSystem)
    reader.catalog.load(key())
    #expect(reader.names(key()) == ["a"])
    #expect(disk.names(in: test.folder.path).count == 2)
  }

  @Test("A lock that another process keeps is told after two seconds, and the list is used all the same")
  func locked() throws {
    let outcome = try disk.fileSystem.withLock("\(test.folder.path)/.lock", .exclusive, timeout: 0) {
      () throws(RoleListFailure) in try test.catalog.refresh(key())
    }
    #expect(try outcome.get().cacheProblem?.contains("2000 ms") == true)
    #expect(test.names(key()) == ["b"])
  }

  @Test("What killed writers left is removed")
  func leftovers() throws {
    try disk.put([1], at: "\(test.folder.path)/.writing-1-1")
    _ = try test.catalog.refresh(key())
    #expect(disk.names(in: test.folder.path) == [".lock", String(path.split(separator: "/").last ?? "")])
  }

  @Test("A folder that cannot be listed is told by who clears it")
  func unlistable() {
    disk.inject { call, _ in call == .names ? .error(13) : nil }
    #expect(test.catalog.clear().problems.first?.contains("EACCES") == true)
  }

  @Test("Cut off anywhere, a file is damaged and nothing else")
  func truncated() throws {
    let sound = try #require(disk.bytes(of: path))
    for count in sound.indices {
      disk.setWallClock(disk.fileSystem.wallClock() + 1_000_000_000)
      try disk.put(Array(sound[..<count]), at: path)
      let reader = other()
      reader.catalog.load(key())
      #expect(reader.catalog.snapshot(for: key()).provenance.origin == .bundled)
      #expect(disk.bytes(of: path) == nil)
    }
    #expect(disk.names(in: test.folder.path).count == sound.count + 1)
  }

  @Test("With any byte changed, a file is read or set aside")
  func changed() throws {
    let sound = try #require(disk.bytes(of: path))
    for position in sound.indices {
      for byte in [0, UInt8(ascii: "\""), UInt8(ascii: "9"), UInt8(ascii: "}"), sound[position] ^ 1, 0xFF] {
        var bytes = sound
        bytes[position] = byte
        disk.setWallClock(disk.fileSystem.wallClock() + 1_000_000_000)
        try disk.put(bytes, at: path)
        let reader = other()
        reader.catalog.load(key())
        let isRead = reader.catalog.snapshot(for: key()).provenance.origin == .cached
        let isKept = disk.bytes(of: path) == bytes
        #expect(isRead == isKept || reader.catalog.status().first?.problem?.message.contains("later version") == true)
      }
    }
  }

  @Test("Roles come back as they were")
  func roundTrip() throws {
    let odd = [
      Role(name: try #require(RoleName("Contoso.App/apps/a")), rules: []),
      Role(
        name: try #require(RoleName("Contoso.App/apps/sub/\u{E9}\u{1F600}\"\\")),
        rules: [
          PolicyRule(
            verbs: ["*"], apiGroups: ["", "apps"], resources: ["pods/log"], resourceNames: ["a", "\u{0}\u{1F}"],
            nonResourceURLs: ["/healthz*"]),
          PolicyRule(verbs: [], apiGroups: [], resources: []),
        ]),
    ]
    test.source.script.withLock { $0.answer = .success(odd) }
    _ = try test.catalog.refresh(key())
    let reader = other()
    reader.catalog.load(key())
    #expect(reader.catalog.snapshot(for: key()).index.entries.map(\.role) == odd)
    #expect(reader.catalog.snapshot(for: key()).provenance.fetchedAt == test.now)
  }
}
