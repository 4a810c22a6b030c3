import DurableStorage
import Glibc
import SimulatedDisk
import Testing

/// Replacing a file, with a fault or a death at every step of it.
struct ReplaceTests {
  private let disk = SimulatedDisk()
  private let old = Array("old".utf8)
  private let new = Array("new and longer".utf8)

  /// The calls of one replacement.
  private static let steps: [SimulatedDisk.Call] = [
    .create, .write, .setModificationTime, .synchronizeFile, .status, .rename, .openFolder, .synchronizeFolder,
  ]

  init() throws {
    try disk.fileSystem.createFolder("/store")
    try disk.fileSystem.replace("/store/file", with: old)
    disk.heal()
  }

  @Test func writesSynchronizesRenamesSynchronizes() throws {
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.calls == Self.steps)
    #expect(disk.bytes(of: "/store/file") == new)
    #expect(disk.names(in: "/store") == ["file"])
    #expect(disk.descriptorCount == 0)
  }

  @Test(arguments: steps.indices, [EIO, EROFS, EACCES])
  func aFaultLeavesTheOldFile(step: Int, number: Int32) throws {
    disk.inject { _, call in call == step ? .error(number) : nil }
    let error = #expect(throws: StorageError.self) { try disk.fileSystem.replace("/store/file", with: new) }
    let isRenamed = step > 5
    #expect(error?.isChangeVisible == isRenamed)
    #expect(error?.systemError?.number == number)
    #expect(error?.path == (isRenamed ? "/store" : "/store/file"))
    let operations: [StorageError.Operation] = [
      .write, .write, .write, .synchronize, .synchronize, .rename, .synchronize, .synchronize,
    ]
    #expect(error?.operation == operations[step])
    #expect(disk.bytes(of: "/store/file") == (isRenamed ? new : old))
    #expect(disk.names(in: "/store") == ["file"])
    #expect(disk.descriptorCount == 0)
    disk.heal()
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.bytes(of: "/store/file") == new)
  }

  @Test(arguments: steps.indices, SimulatedDisk.Restart.allCases)
  func aDeathLeavesOneOfBothFiles(step: Int, restart: SimulatedDisk.Restart) throws {
    disk.inject { _, call in call == step ? .death : nil }
    #expect(throws: StorageError.self) { try disk.fileSystem.replace("/store/file", with: new) }
    disk.restart(restart)
    let bytes = try disk.fileSystem.read("/store/file")?.bytes
    #expect(bytes == old || (step > 5 && bytes == new))
    // What the killed writer left is in nobody's way.
    try disk.fileSystem.replace("/store/file", with: new)
    try disk.fileSystem.removeLeftovers(in: "/store")
    #expect(disk.bytes(of: "/store/file") == new)
    #expect(disk.names(in: "/store") == ["file"])
  }

  @Test(arguments: SimulatedDisk.Restart.allCases)
  func whatIsAcknowledgedSurvives(restart: SimulatedDisk.Restart) throws {
    try disk.fileSystem.replace("/store/file", with: new)
    disk.restart(restart)
    #expect(disk.bytes(of: "/store/file") == new)
    #expect(try disk.fileSystem.remove("/store/file"))
    disk.restart(restart)
    #expect(disk.bytes(of: "/store/file") == nil)
  }

  @Test func anInterruptedCallIsRepeated() throws {
    disk.inject { _, number in number.isMultiple(of: 2) ? .error(EINTR) : nil }
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.calls == Self.steps.flatMap { [$0, $0] })
    #expect(disk.bytes(of: "/store/file") == new)
  }

  @Test func aShortWriteIsContinued() throws {
    disk.setWriteLength(5)
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.calls.count { $0 == .write } == 3)
    #expect(disk.bytes(of: "/store/file") == new)
  }

  @Test func aDiskThatFillsUpHalfwayLeavesTheOldFile() throws {
    disk.setCapacity(old.count + 4)
    let error = #expect(throws: StorageError.self) { try disk.fileSystem.replace("/store/file", with: new) }
    #expect(error?.message == "Cannot write /store/file: no space is left on the device (ENOSPC).")
    #expect(error?.remedy == "Free some space there, or choose a folder on another file system.")
    #expect(error?.isRetryable == true)
    #expect(disk.calls.count { $0 == .write } == 2)
    #expect(disk.bytes(of: "/store/file") == old)
    #expect(disk.names(in: "/store") == ["file"])
  }

  @Test func aReadOnlyDiskSaysSo() throws {
    disk.setReadOnly(true)
    let error = #expect(throws: StorageError.self) { try disk.fileSystem.replace("/store/file", with: new) }
    #expect(error?.message == "Cannot write /store/file: the file system is read-only (EROFS).")
    #expect(error?.remedy == "Choose a folder on a file system that can be written to.")
    #expect(error?.isRetryable == false)
    #expect(disk.bytes(of: "/store/file") == old)
  }

  @Test func aFolderThatCannotBeSynchronizedIsADurableOne() throws {
    disk.inject { call, _ in call == .synchronizeFolder ? .error(EINVAL) : nil }
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.bytes(of: "/store/file") == new)
  }

  @Test func anUncertainChangeSaysSo() throws {
    disk.inject { call, _ in call == .synchronizeFolder ? .error(EIO) : nil }
    let error = #expect(throws: StorageError.self) { try disk.fileSystem.replace("/store/file", with: new) }
    #expect(
      error?.message == """
        Cannot synchronize /store: the device failed to read or write (EIO). The change is in place, but a loss of \
        power may undo it.
        """)
  }

  @Test func aTemporaryNameInUseIsPassedOver() throws {
    disk.inject { call, number in call == .create && number < 3 ? .error(EEXIST) : nil }
    try disk.fileSystem.replace("/store/file", with: new)
    #expect(disk.bytes(of: "/store/file") == new)
  }

  @Test func anEmptyFileIsOne() throws {
    try disk.fileSystem.replace("/store/file", with: [])
    #expect(try disk.fileSystem.read("/store/file")?.bytes == [])
  }

  @Test(arguments: [-5_000_000_000, 0, 1, 5_000_000_000] as [Int64])
  func everyVersionIsTimedLater(clockMovesBy nanoseconds: Int64) throws {
    var seen: Set<FileIdentity> = []
    var latest: FileIdentity?
    var clock: Int64 = 1_700_000_000_000_000_000
    for _ in 0..<8 {
      disk.setWallClock(clock)
      let identity = try disk.fileSystem.replace("/store/file", with: new, after: latest)
      #expect(try disk.fileSystem.identity(of: "/store/file") == identity)
      #expect(seen.insert(identity).inserted)
      if let latest { #expect(identity.modifiedAt >= latest.modifiedAt + 1000) }
      latest = identity
      clock += nanoseconds
    }
  }

  @Test func theLastOfAllTimesDoesNotTrap() throws {
    let last = FileIdentity(device: 1, inode: 1, size: 1, modifiedAt: .max)
    try disk.fileSystem.replace("/store/file", with: new, after: last)
    #expect(disk.bytes(of: "/store/file") == new)
  }
}
