import DurableStorage
import Glibc
import SimulatedDisk
import Testing

/// Reading files, their identities and folders.
struct ReadTests {
  private let disk = SimulatedDisk()
  private var fileSystem: FileSystem { disk.fileSystem }

  init() throws {
    try fileSystem.createFolder("/store")
    try fileSystem.replace("/store/file", with: Array(1...10))
    disk.heal()
  }

  @Test func nothingIsNil() throws {
    #expect(try fileSystem.read("/store/none") == nil)
    #expect(try fileSystem.identity(of: "/store/none") == nil)
    #expect(try fileSystem.list("/none") == nil)
    #expect(try fileSystem.list("/store") == ["file"])
  }

  @Test(arguments: [(9, false), (10, true), (11, true), (0, false)])
  func aLimitIsKept(limit: Int, isRead: Bool) throws {
    if isRead {
      #expect(try fileSystem.read("/store/file", limit: limit)?.bytes == Array(1...10))
    } else {
      let error = #expect(throws: StorageError.self) { _ = try fileSystem.read("/store/file", limit: limit) }
      #expect(error?.message == "Cannot read /store/file: it is larger than \(limit) bytes.")
      #expect(error?.remedy == "Move it away; it is no file that this program wrote.")
    }
    #expect(disk.descriptorCount == 0)
  }

  @Test func aFileThatGrowsMeanwhileIsReadToItsEnd() throws {
    var growing = fileSystem
    growing.status = { (_) throws(SystemError) in
      FileStatus(kind: .file, identity: FileIdentity(device: 1, inode: 3, size: 2, modifiedAt: 1))
    }
    #expect(try growing.read("/store/file")?.bytes == Array(1...10))
    let error = #expect(throws: StorageError.self) { _ = try growing.read("/store/file", limit: 4) }
    #expect(error?.cause == .tooLarge(limit: 4))
  }

  @Test func aFolderIsNoFile() throws {
    for read in [{ _ = try fileSystem.read("/store") }, { _ = try fileSystem.identity(of: "/store") }] {
      let error = #expect(throws: StorageError.self, performing: read)
      #expect(error?.message == "Cannot read /store: it is no regular file.")
      #expect(error?.remedy == "Move it away, or choose another place.")
    }
    #expect(disk.descriptorCount == 0)
  }

  @Test(arguments: 0..<4) func aFaultIsNamed(step: Int) throws {
    disk.inject { _, number in number == step ? .error(EIO) : nil }
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.read("/store/file") }
    #expect(error?.message == "Cannot read /store/file: the device failed to read or write (EIO).")
    #expect(error?.remedy == "Check the device; its log (dmesg) says more.")
    #expect(disk.descriptorCount == 0)
  }

  @Test func anInterruptedReadIsRepeated() throws {
    disk.inject { _, number in number.isMultiple(of: 2) ? .error(EINTR) : nil }
    #expect(try fileSystem.read("/store/file")?.bytes == Array(1...10))
    #expect(try fileSystem.identity(of: "/store/file")?.size == 10)
    #expect(try fileSystem.list("/store")?.count == 1)
  }

  @Test(arguments: [(1, true), (1_000_000, false), (0, false), (-1, true), (1_500_000, true)] as [(Int64, Bool)])
  func onlyFineTimesTellVersionsApart(nanoseconds: Int64, isDistinctive: Bool) {
    let identity = FileIdentity(device: 1, inode: 1, size: 1, modifiedAt: nanoseconds)
    #expect(identity.isDistinctive == isDistinctive)
  }
}
