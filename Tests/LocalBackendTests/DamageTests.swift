import DurableStorage
import Glibc
import LocalBackend
import SeededRandom
import SimulatedDisk
import Testing
import TrustedAccess

/// Files that are not what the program wrote: named, set aside, never overwritten.
struct DamageTests {
  private let store = TestStore()
  private let aks: ResourceID
  private let good: [UInt8]

  init() throws {
    aks = try clusterID()
    let backend = store.backend()
    _ = try backend.register(cluster())
    _ = try backend.create(specification("ml"), on: aks)
    store.clock.advance(seconds: 301)
    _ = try backend.update(name("ml"), roles: roles("inference-v1"), expecting: nil, on: aks)
    good = try #require(store.disk.bytes(of: store.path()))
  }

  private func put(_ text: String) throws { try store.disk.put(Array(text.utf8), at: store.path()) }

  /// The file with the first `old` in it replaced.
  private func file(_ old: String, _ new: String) throws -> String {
    let text = String(decoding: good, as: UTF8.self)
    let range = try #require(text.firstRange(of: old), "\(text)")
    return text.replacingCharacters(in: range, with: new)
  }

  @Test func everyHalfOfAFileIsFoundOutAndSetAside() throws {
    for length in stride(from: 0, to: good.count, by: 7) {
      store.disk.setWallClock(Int64(length) * 1_000_000_000)
      try store.disk.put(Array(good.prefix(length)), at: store.path())
      let error = failure { _ = try store.backend().bindings(on: aks) }
      #expect(error?.kind == .damaged, "\(length) bytes")
      let newPath = try #require(error?.target)
      #expect(store.disk.bytes(of: newPath) == Array(good.prefix(length)))
      #expect(store.disk.bytes(of: store.path()) == nil)
      try store.disk.erase(newPath)
    }
  }

  @Test func everyChangedByteIsReadOrRefused() throws {
    var random = SplitMix64(seed: 5)
    for second in 0..<150 as Range<Int64> {
      store.disk.setWallClock(second * 1_000_000_000)
      var bytes = good
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        bytes[index] = Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0x39
      }
      try store.disk.put(bytes, at: store.path())
      let backend = store.backend()
      do {
        _ = try backend.bindings(on: aks)
        // Whatever was taken for good can be worked with.
        _ = try backend.delete(name("ml"), expecting: nil, on: aks)
        _ = try backend.create(specification("new"), on: aks)
        _ = try store.backend().effects(on: aks, at: store.clock.now)
      } catch let error as BackendError {
        #expect([.damaged, .unavailable].contains(error.kind), "\(error.message)")
        if let target = error.target { try? store.disk.erase(target) }
      }
    }
  }

  @Test(arguments: [
    ("{", "[", "it is no JSON"),
    ("\"formatVersion\":1", "\"formatVersion\":0", "formatVersion is missing or no positive integer"),
    ("\"formatVersion\":1", "\"formatVersion\":1e400", "formatVersion is missing or no positive integer"),
    ("\"formatVersion\":1,", "", "formatVersion is missing or no positive integer"),
    ("\"formatVersion\":1", "\"formatVersion\":1,\"more\":2", "the file has an unknown member 'more'"),
    ("\"private\":false", "\"private\":0", "cluster.private is no boolean"),
    ("\"private\":false,", "", "cluster.private is no boolean"),
    ("\"location\":\"eastus\"", "\"location\":null", "cluster.location is no string"),
    ("\"authorizedIPRanges\":[]", "\"authorizedIPRanges\":[1]", "cluster.authorizedIPRanges holds something else"),
    ("\"authorizedIPRanges\":[]", "\"authorizedIPRanges\":{}", "cluster.authorizedIPRanges is no array"),
    ("\"incarnation\":\"1\"", "\"incarnation\":\"?\"", "incarnation is no number in base 36"),
    ("\"revision\":2", "\"revision\":-2", "revision is out of range"),
    ("\"revision\":2", "\"revision\":9223372036854775807", "revision is out of range"),
    ("\"revision\":2", "\"revision\":1", "the binding 'ml' has a revision that the cluster never had"),
    ("\"revision\":2", "\"revision\":2.5", "the file.revision is no integer"),
    ("\"name\":\"ml\"", "\"name\":\"m l\"", "'m l' is no name of a binding"),
    ("\"name\":\"ml\"", "\"name\":\"ml\",\"name\":\"ml\"", "bindings[] has the member 'name' twice"),
    ("workspaces/mlworkload", "x", "'Microsoft.MachineLearningServices/x' is no name of a role"),
    ("managedClusters/aks", "managedClusters/other", "it holds another cluster than its name says"),
    ("/subscriptions/", "subscriptions/", "is no resource ID"),
  ])
  func whatIsWrongIsNamed(old: String, new: String, reason: String) throws {
    try put(file(old, new))
    let error = try #require(failure { _ = try store.backend().bindings(on: aks) })
    let newPath = "\(store.path()).damaged-1700000000"
    #expect(error.code == "StoreDamaged")
    #expect(error.message.hasPrefix("The store's file \(store.path()) is damaged: "), "\(error.message)")
    #expect(error.message.contains(reason), "\(error.message)")
    #expect(error.message.hasSuffix(". It was set aside as \(newPath)."))
    #expect(error.target == newPath)
    #expect(error.remedy == "Mend the file and give it its name back, or register the cluster anew.")
  }

  @Test func aBindingThatIsThereTwiceIsDamage() throws {
    let text = String(decoding: good, as: UTF8.self)
    let start = try #require(text.firstRange(of: "\"bindings\":[")).upperBound
    let record = text[start...].dropLast(2)
    try put(text[..<start] + record + "," + record + "]}")
    #expect(failure { _ = try store.backend().bindings(on: aks) }?.message.contains("'ml' is there twice") == true)
  }

  @Test func afterDamageTheClusterIsRegisteredAnewOrTheFileMended() throws {
    try put("{")
    let backend = store.backend()
    let newPath = try #require(failure { _ = try backend.create(specification("x"), on: aks) }?.target)
    #expect(failure { _ = try backend.create(specification("x"), on: aks) }?.kind == .notFound)
    _ = try backend.register(cluster())
    #expect(try backend.bindings(on: aks) == [])
    #expect(store.disk.bytes(of: newPath) == Array("{".utf8))
    // Mended.
    try store.disk.put(good, at: store.path())
    #expect(try backend.bindings(on: aks).count == 1)
  }

  @Test func registeringDoesNotOverwriteADamagedFile() throws {
    try put("{")
    let backend = store.backend()
    let newPath = try #require(failure { _ = try backend.register(cluster()) }?.target)
    #expect(store.disk.bytes(of: newPath) == Array("{".utf8))
    _ = try backend.register(cluster())
    #expect(store.disk.bytes(of: newPath) == Array("{".utf8))
  }

  @Test func aFileMendedUnderTheLockIsRead() throws {
    try put("{")
    // Whoever holds the lock replaces the file between the first look and the second.
    var fileSystem = store.disk.fileSystem
    let lock = fileSystem.lock
    fileSystem.lock = { [disk = store.disk, path = store.path(), good] (descriptor, mode) throws(SystemError) in
      try lock(descriptor, mode)
      try? disk.put(good, at: path)
    }
    let backend = LocalBackend(
      .init(folder: store.folder), fileSystem: fileSystem, roles: { TestRoles(location: $0.location) },
      now: { [clock = store.clock] in clock.now })
    #expect(try backend.bindings(on: aks).count == 1)
    #expect(store.disk.names(in: store.folder).allSatisfy { !$0.contains("damaged") })
  }

  @Test func aDamagedFileOnAReadOnlyDiskIsNamedAndLeft() throws {
    try put("{")
    store.disk.setReadOnly(true)
    let error = failure { _ = try store.backend().bindings(on: aks) }
    #expect(error?.kind == .damaged)
    #expect(error?.target == store.path())
    #expect(
      error?.message.hasSuffix(
        "It is left as it is. Cannot lock \(store.folder)/.lock: the file system is read-only (EROFS).") == true)
    store.disk.setReadOnly(false)
    store.disk.inject { call, _ in call == .renameWithoutReplacing ? .error(EACCES) : nil }
    let other = failure { _ = try store.backend().bindings(on: aks) }
    #expect(other?.message.contains("It is left as it is. Cannot set aside") == true)
    #expect(store.disk.bytes(of: store.path()) == Array("{".utf8))
  }

  @Test func aLaterFormatIsLeftAsItIs() throws {
    try put("{\"formatVersion\":7,\"anything\":[]}")
    let before = store.disk.bytes(of: store.path())
    let backend = store.backend()
    for body in [
      { _ = try backend.bindings(on: aks) }, { _ = try backend.register(cluster()) },
      { _ = try backend.create(specification("x"), on: aks) }, { _ = try backend.unregister(aks, force: true) },
    ] as [() throws -> Void] {
      let error = failure(body)
      #expect(error?.kind == .unavailable)
      #expect(error?.code == "StoreTooNew")
      #expect(
        error?.message == """
          The store's file \(store.path()) has the format version 7; this program knows versions up to 1. The file is \
          left as it is.
          """)
      #expect(error?.remedy == "Use the later version of the program that wrote it, or another store.")
    }
    #expect(store.disk.bytes(of: store.path()) == before)
    #expect(try backend.clusters().problems.map(\.code) == ["StoreTooNew"])
  }

  @Test func aListingNamesTheDamagedAndListsTheRest() throws {
    let backend = store.backend()
    for name in ["a", "z"] { _ = try backend.register(cluster(name)) }
    try put("")
    try store.disk.put(Array("[]".utf8), at: store.path("b"))
    let listing = try backend.clusters()
    #expect(listing.clusters.map(\.cluster.id.name) == ["a", "z"])
    #expect(listing.problems.map(\.code) == ["StoreDamaged", "StoreDamaged"])
    #expect(try backend.clusters().problems == [])
  }

  @Test func aFolderInAFilesPlaceIsNamed() throws {
    try store.disk.erase(store.path())
    try store.disk.fileSystem.createFolder(store.path())
    let error = failure { _ = try store.backend().register(cluster()) }
    #expect(error?.code == "StoreUnavailable")
    #expect(error?.message == "Cannot read \(store.path()): it is no regular file.")
  }

  @Test func bindingsOutOfOrderAreListedInOrder() throws {
    let backend = store.backend()
    _ = try backend.create(specification("a"), on: aks)
    let text = String(decoding: try #require(store.disk.bytes(of: store.path())), as: UTF8.self)
    try put(text.replacing("\"name\":\"a\"", with: "\"name\":\"z\""))
    #expect(try store.backend().bindings(on: aks).map(\.binding.name.description) == ["ml", "z"])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
