import DurableStorage
import Glibc
import SimulatedDisk
import Testing

/// Removing, setting aside, making folders, clearing away leftovers.
struct ChangeTests {
  private let disk = SimulatedDisk()
  private var fileSystem: FileSystem { disk.fileSystem }

  init() throws {
    try fileSystem.createFolder("/store")
    try fileSystem.replace("/store/file", with: [1])
    disk.heal()
  }

  @Test func removingTellsWhetherThereWasOne() throws {
    #expect(try fileSystem.remove("/store/file"))
    #expect(try !fileSystem.remove("/store/file"))
    disk.inject { call, _ in call == .unlink ? .error(EBUSY) : nil }
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.remove("/store/file") }
    #expect(error?.message == "Cannot remove /store/file: the file or folder is in use by the system (EBUSY).")
    #expect(error?.isRetryable == true)
  }

  @Test func aFileIsSetAsideUnderAFreeName() throws {
    var paths: [String] = []
    for byte in 1...3 as ClosedRange<UInt8> {
      try disk.put([byte], at: "/store/file")
      paths.append(try fileSystem.setAside("/store/file", stamp: "17"))
    }
    #expect(paths == ["/store/file.damaged-17", "/store/file.damaged-17-2", "/store/file.damaged-17-3"])
    #expect(paths.map { disk.bytes(of: $0) } == [[1], [2], [3]])
    #expect(disk.names(in: "/store").count == 3)
  }

  @Test func settingAsideGivesUpAtAnyOtherError() throws {
    disk.inject { call, _ in call == .renameWithoutReplacing ? .error(EROFS) : nil }
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.setAside("/store/file", stamp: "17") }
    #expect(error?.message == "Cannot set aside /store/file: the file system is read-only (EROFS).")
    #expect(disk.bytes(of: "/store/file") == [1])
  }

  @Test func settingAsideGivesUpWhenNoNameIsFree() throws {
    disk.inject { call, _ in call == .renameWithoutReplacing ? .error(EEXIST) : nil }
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.setAside("/store/file", stamp: "17") }
    #expect(error?.systemError?.number == EEXIST)
    #expect(disk.calls.count == 10_000)
  }

  @Test func aFileThatIsSetAsideIsSoEvenIfItsFolderCannotBeSynchronized() throws {
    disk.inject { call, _ in call == .synchronizeFolder ? .error(EIO) : nil }
    #expect(try fileSystem.setAside("/store/file", stamp: "17") == "/store/file.damaged-17")
    #expect(disk.names(in: "/store") == ["file.damaged-17"])
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    try fileSystem.createFolder("/a/b/c")
    #expect(disk.names(in: "/a/b") == ["c"])
    try fileSystem.createFolder("/a/b/c")
    try fileSystem.createFolder("/a/b/c/")
    disk.restart(.powerLost)
    #expect(disk.names(in: "/a/b") == ["c"])
  }

  @Test func aFolderOfAKilledMakerBecomesDurable() throws {
    for call in 0..<18 {
      let path = "/made\(call)/below/below"
      disk.inject { _, number in number == call ? .death : nil }
      _ = try? fileSystem.createFolder(path)
      disk.restart(.processKilled)
      try fileSystem.createFolder(path)
      try fileSystem.replace("\(path)/file", with: [7])
      disk.restart(.powerLost)
      #expect(disk.bytes(of: "\(path)/file") == [7], "killed at call \(call)")
    }
  }

  @Test func aFolderThatIsThereNeedsNoRightToSynchronizeItsParent() throws {
    disk.inject { call, _ in call == .openFolder ? .error(EACCES) : nil }
    try fileSystem.createFolder("/store")
    let error = #expect(throws: StorageError.self) { try fileSystem.createFolder("/other") }
    #expect(error?.isChangeVisible == true)
  }

  @Test(arguments: [
    ("/store/file", "something of that name is there already (EEXIST)"),
    ("/store/file/below", "a part of the path that should be a folder is a file (ENOTDIR)"),
  ])
  func aFileInTheFoldersPlaceIsNamed(path: String, reason: String) throws {
    let error = #expect(throws: StorageError.self) { try fileSystem.createFolder(path) }
    #expect(error?.message == "Cannot create the folder \(path): \(reason).")
    #expect(error?.remedy == "Move away what stands there, or choose another folder.")
  }

  @Test func aReadOnlyDiskTakesNoFolder() throws {
    disk.setReadOnly(true)
    try fileSystem.createFolder("/store")
    let error = #expect(throws: StorageError.self) { try fileSystem.createFolder("/a/b") }
    #expect(error?.message == "Cannot create the folder /a: the file system is read-only (EROFS).")
  }

  @Test func aFolderThatVanishesAtOnceEndsTheAttempt() throws {
    disk.inject { call, number in call == .makeFolder && number != 1 ? .error(ENOENT) : nil }
    let error = #expect(throws: StorageError.self) { try fileSystem.createFolder("/a/b") }
    #expect(error?.systemError?.number == ENOENT)
  }

  @Test func leftoversAloneAreRemoved() throws {
    for name in [".writing-17-1", ".writing-18-4", ".lock", "file.damaged-17", ".writing"] {
      try disk.put([], at: "/store/\(name)")
    }
    try fileSystem.removeLeftovers(in: "/store")
    #expect(disk.names(in: "/store") == [".lock", ".writing", "file", "file.damaged-17"])
    try fileSystem.removeLeftovers(in: "/nowhere")
  }

  @Test func aLeftoverThatCannotBeRemovedStays() throws {
    try disk.put([], at: "/store/.writing-17-1")
    disk.inject { call, _ in call == .unlink ? .error(EPERM) : nil }
    try fileSystem.removeLeftovers(in: "/store")
    disk.inject { call, _ in call == .names ? .error(EACCES) : nil }
    let error = #expect(throws: StorageError.self) { try fileSystem.removeLeftovers(in: "/store") }
    #expect(error?.remedy == "Give this user the right to read there, or choose another folder.")
  }
}
