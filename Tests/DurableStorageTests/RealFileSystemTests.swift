import DurableStorage
import Glibc
import Testing

/// The same operations on the file system of this machine.
final class RealFileSystemTests {
  private let folder: String
  private let fileSystem = FileSystem.system
  private var file: String { folder + "/file" }

  init() throws {
    var template = Array("/tmp/durable-storage-XXXXXX".utf8CString)
    let path = try #require(mkdtemp(&template))
    folder = String(cString: path)
  }

  deinit {
    Self.removeAll(folder)
  }

  private static func removeAll(_ path: String) {
    for name in (try? FileSystem.system.list(path)) ?? [] {
      if unlink("\(path)/\(name)") != 0 { removeAll("\(path)/\(name)") }
    }
    rmdir(path)
  }

  private func mode(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }

  private var names: [String] { get throws { try #require(try fileSystem.list(folder)).sorted() } }

  @Test func aFileComesBackAsItWasWritten() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let identity = try fileSystem.replace(file, with: bytes)
    let contents = try #require(try fileSystem.read(file))
    #expect(contents.bytes == bytes)
    #expect(contents.identity == identity)
    #expect(try fileSystem.identity(of: file) == identity)
    #expect(mode(of: file) == S_IFREG | 0o600)
    #expect(try names == ["file"])
    #expect(try fileSystem.remove(file))
    #expect(try fileSystem.read(file) == nil)
  }

  @Test func versionsAreTold() throws {
    var identity = try fileSystem.replace(file, with: [1])
    for _ in 0..<20 {
      let next = try fileSystem.replace(file, with: [1], after: identity)
      #expect(next != identity)
      #expect(next.modifiedAt > identity.modifiedAt)
      identity = next
    }
    let future = FileIdentity(device: 1, inode: 1, size: 1, modifiedAt: 4_000_000_000_123_456_789)
    #expect(try fileSystem.replace(file, with: [1], after: future).modifiedAt == future.modifiedAt + 1000)
  }

  @Test func timesBeforeTheEpochAreSet() throws {
    var early = fileSystem
    early.wallClock = { -1_500_000_000 }
    #expect(try early.replace(file, with: [1]).modifiedAt == -1_500_000_000)
    #expect(try early.identity(of: file)?.modifiedAt == -1_500_000_000)
  }

  @Test func aSymbolicLinkIsReplacedAndItsTargetLeft() throws {
    try fileSystem.replace(folder + "/target", with: [1])
    #expect(symlink("target", file) == 0)
    #expect(try fileSystem.read(file)?.bytes == [1])
    try fileSystem.replace(file, with: [2])
    #expect(try fileSystem.read(folder + "/target")?.bytes == [1])
    #expect(try fileSystem.read(file)?.bytes == [2])
    #expect(mode(of: file).map { $0 & S_IFMT } == S_IFREG)
  }

  @Test func aLoopOfLinksIsNamed() throws {
    #expect(symlink("file", file) == 0)
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.read(file) }
    #expect(error?.systemError?.number == ELOOP)
  }

  @Test func aLinkToAFolderServesAsOne() throws {
    try fileSystem.createFolder(folder + "/real")
    #expect(symlink("real", folder + "/link") == 0)
    try fileSystem.createFolder(folder + "/link/below")
    try fileSystem.replace(folder + "/link/below/file", with: [1])
    #expect(try fileSystem.read(folder + "/real/below/file")?.bytes == [1])
    #expect(mode(of: folder + "/real/below") == S_IFDIR | 0o700)
  }

  @Test func aDanglingLinkIsNoFolder() throws {
    #expect(symlink("nowhere", folder + "/link") == 0)
    for path in ["/link", "/link/below"] {
      let error = #expect(throws: StorageError.self) { try fileSystem.createFolder(folder + path) }
      #expect(error?.systemError?.number == EEXIST)
    }
  }

  @Test func anEmptyPathIsNoFolder() throws {
    let error = #expect(throws: StorageError.self) { try fileSystem.createFolder("") }
    #expect(error?.systemError?.number == ENOENT)
  }

  @Test func aPipeIsNeitherWaitedForNorRead() throws {
    #expect(mkfifo(file, 0o600) == 0)
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.read(file) }
    #expect(error?.cause == .notAFile)
    #expect(throws: StorageError.self) { _ = try fileSystem.identity(of: file) }
  }

  @Test func aFolderInTheFilesPlaceIsNotReplaced() throws {
    try fileSystem.createFolder(file)
    let error = #expect(throws: StorageError.self) { try fileSystem.replace(file, with: [1]) }
    #expect(error?.operation == .rename)
    #expect(error?.systemError?.number == EISDIR)
    #expect(try names == ["file"])
  }

  @Test func aFileInTheFoldersPlaceIsNamed() throws {
    try fileSystem.replace(file, with: [1])
    for path in [file, file + "/a/b"] {
      let error = #expect(throws: StorageError.self) { try fileSystem.createFolder(path) }
      #expect(error?.systemError.map { [EEXIST, ENOTDIR].contains($0.number) } == true)
    }
    let error = #expect(throws: StorageError.self) { try fileSystem.replace(file + "/a", with: [1]) }
    #expect(error?.systemError?.number == ENOTDIR)
  }

  @Test func settingAsideOverwritesNothing() throws {
    try fileSystem.replace(file, with: [1])
    try fileSystem.replace(file + ".damaged-9", with: [9])
    #expect(symlink("nowhere", file + ".damaged-9-2") == 0)
    #expect(try fileSystem.setAside(file, stamp: "9") == file + ".damaged-9-3")
    #expect(try fileSystem.read(file) == nil)
    #expect(try fileSystem.read(file + ".damaged-9")?.bytes == [9])
    #expect(try fileSystem.read(file + ".damaged-9-3")?.bytes == [1])
    let error = #expect(throws: StorageError.self) { _ = try fileSystem.setAside(file, stamp: "9") }
    #expect(error?.systemError?.number == ENOENT)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "the machine has no /dev/full"))
  func aFullDeviceIsNamedAndLeavesTheOldFile() throws {
    try fileSystem.replace(file, with: [1])
    var full = fileSystem
    full.open = { (path, access) throws(SystemError) in
      guard case .create = access else { return try FileSystem.system.open(path, access) }
      let descriptor = open("/dev/full", O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError(number: errno) }
      return descriptor
    }
    let error = #expect(throws: StorageError.self) { try full.replace(file, with: [2]) }
    #expect(error?.systemError?.number == ENOSPC)
    #expect(try fileSystem.read(file)?.bytes == [1])
    #expect(try names == ["file"])
  }

  /// Rights do not bind root, but a folder that is immutable does.
  @Test(.enabled(if: Immutable.isPossible, "no right to make folders immutable here, or no such file system"))
  func aFolderThatTakesNoChangeIsNamedAndLeavesTheOldFile() throws {
    try fileSystem.replace(file, with: [1])
    try #require(Immutable.set(folder, true))
    defer { _ = Immutable.set(folder, false) }
    let failures: [() throws -> Void] = [
      { _ = try self.fileSystem.replace(self.file, with: [2]) },
      { _ = try self.fileSystem.remove(self.file) },
      { _ = try self.fileSystem.setAside(self.file, stamp: "1") },
      { try self.fileSystem.createFolder(self.folder + "/below") },
      { _ = try self.fileSystem.withLock(self.folder + "/.lock", .exclusive, timeout: 0) {} },
    ]
    for failing in failures {
      let error = #expect(throws: StorageError.self, performing: failing)
      #expect(error?.systemError.map { [EPERM, EACCES].contains($0.number) } == true)
      #expect(error?.remedy == "Give this user the right to write there, or choose another folder.")
    }
    #expect(try fileSystem.read(file)?.bytes == [1])
    #expect(try names == ["file"])
  }

  @Test func aLockExcludesOtherDescriptorsOfThisProcess() throws {
    let path = folder + "/.lock"
    let held = try fileSystem.withLock(path, .exclusive, timeout: 0) { () -> StorageError? in
      #expect(throws: StorageError.self) {
        _ = try self.fileSystem.withLock(path, .shared, timeout: 1) {}
      }
    }.get()
    #expect(held?.cause == .timeout(milliseconds: 1))
    #expect(try fileSystem.withLock(path, .exclusive, timeout: 0) { 7 } == .success(7))
    #expect(try fileSystem.read(path)?.bytes == [])
    #expect(mode(of: path) == S_IFREG | 0o600)
  }

  @Test func descriptorsAreNotInherited() throws {
    for access in [.create, .lock, .read, .folder] as [FileSystem.Access] {
      let path: String = if case .folder = access { folder } else { file }
      let descriptor = try fileSystem.open(path, access)
      defer { fileSystem.close(descriptor) }
      #expect(fcntl(descriptor, F_GETFD) == FD_CLOEXEC)
    }
  }
}

/// The attribute that bars every change of a folder, for root too (`chattr +i`).
private enum Immutable {
  static let isPossible: Bool = {
    var template = Array("/tmp/immutable-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template).map({ String(cString: $0) }) else { return false }
    defer { rmdir(path) }
    return set(path, true) && set(path, false)
  }()

  static func set(_ folder: String, _ isImmutable: Bool) -> Bool {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_IMMUTABLE_FL of linux/fs.h.
    var flags: Int = 0
    guard ioctl(descriptor, 0x8008_6601, &flags) == 0 else { return false }
    flags = isImmutable ? flags | 0x10 : flags & ~0x10
    return ioctl(descriptor, 0x4008_6602, &flags) == 0
  }
}
