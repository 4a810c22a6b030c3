import DurableStorage
import Glibc
import SimulatedDisk
import Synchronization
import Testing

/// Advisory locks: who excludes whom, for how long, and what ends them.
struct LockTests {
  private let disk = SimulatedDisk()
  private var fileSystem: FileSystem { disk.fileSystem }

  init() throws {
    try fileSystem.createFolder("/store")
  }

  private func tryLock(_ mode: LockMode, timeout: Int64 = 0) throws(StorageError) -> Bool {
    try fileSystem.withLock("/store/.lock", mode, timeout: timeout) { true }.get()
  }

  @Test(
    arguments: [
      (.exclusive, .exclusive, false), (.exclusive, .shared, false), (.shared, .exclusive, false),
      (.shared, .shared, true),
    ] as [(LockMode, LockMode, Bool)])
  func onlySharedLocksGoTogether(held: LockMode, wanted: LockMode, isHad: Bool) throws {
    let answer = try fileSystem.withLock("/store/.lock", held, timeout: 0) { () -> Result<Bool, any Error> in
      Result { try tryLock(wanted) }
    }.get()
    if isHad {
      #expect(try answer.get())
    } else {
      let error = #expect(throws: StorageError.self) { _ = try answer.get() }
      #expect(error?.cause == .timeout(milliseconds: 0))
      #expect(error?.isRetryable == true)
    }
    // Given back, both times.
    #expect(try tryLock(.exclusive))
    #expect(disk.descriptorCount == 0)
  }

  @Test func waitingEndsWithTheTimeAndNotBefore() throws {
    let rests = Mutex<[Int64]>([])
    disk.whileResting { nanoseconds in rests.withLock { $0.append(nanoseconds) } }
    let error = try fileSystem.withLock("/store/.lock", .exclusive, timeout: 0) { () -> StorageError? in
      #expect(throws: StorageError.self) { _ = try tryLock(.exclusive, timeout: 30) }
    }.get()
    #expect(
      error?.message
        == "Cannot lock /store/.lock: another process or thread has held it for more than 30 ms.")
    #expect(error?.remedy == "Try again; if it lasts, look for a process that hangs with the file open.")
    let taken = rests.withLock { $0 }
    #expect(taken.reduce(0, +) == 30_000_000)
    #expect(taken.prefix(3) == [50_000, 100_000, 200_000])
    #expect(taken.max() == 4_000_000)
  }

  @Test func whoWaitsIsNextWhenTheLockIsGivenBack() throws {
    let descriptor = try fileSystem.open("/store/.lock", .lock)
    try fileSystem.lock(descriptor, .exclusive)
    let rests = Mutex(0)
    disk.whileResting { [weak disk] _ in
      if rests.withLock({
        $0 += 1
        return $0 == 3
      }) {
        disk?.fileSystem.close(descriptor)
      }
    }
    #expect(try tryLock(.exclusive, timeout: 1000))
    #expect(rests.withLock { $0 } == 3)
  }

  @Test func theWaitDoesNotOverflow() throws {
    let answer = try fileSystem.withLock("/store/.lock", .shared, timeout: .max) { 7 }
    #expect(answer == .success(7))
  }

  @Test func aLockEndsWithItsHolder() throws {
    _ = try fileSystem.withLock("/store/.lock", .exclusive, timeout: 0) { () -> Void in
      disk.restart(.processKilled)
      #expect(throws: Never.self) { _ = try tryLock(.exclusive) }
    }
  }

  @Test func whatTheBodyThrowsComesBack() throws {
    let answer = try fileSystem.withLock("/store/.lock", .exclusive, timeout: 0) { () throws(SystemError) -> Void in
      throw SystemError(number: EDOM)
    }
    #expect(throws: SystemError(number: EDOM)) { try answer.get() }
    #expect(disk.descriptorCount == 0)
  }

  /// A lock on a file that was removed and made anew excludes nobody, so it must not be taken for one.
  @Test(arguments: [false, true])
  func aLockOfARemovedFileIsNotHeld(isMadeAnew: Bool) throws {
    let wasErased = Mutex<Set<Int>>([])
    var fileSystem = fileSystem
    fileSystem.lock = { [disk, fileSystem] (descriptor, mode) throws(SystemError) in
      try fileSystem.lock(descriptor, mode)
      guard wasErased.withLock({ $0.insert(0).inserted }) else { return }
      try? disk.erase("/store/.lock")
      if isMadeAnew { try? disk.put([], at: "/store/.lock") }
    }
    let answer = try fileSystem.withLock("/store/.lock", .exclusive, timeout: 100) {
      () -> Result<Bool, any Error> in Result { try tryLock(.exclusive) }
    }.get()
    #expect(throws: StorageError.self) { try answer.get() }
  }

  @Test(arguments: [(0, ENOENT), (0, EACCES), (1, ENOLCK), (1, EBADF), (2, EIO), (3, EIO)] as [(Int, Int32)])
  func aRefusedCallIsNamed(step: Int, number: Int32) throws {
    disk.inject { _, call in call == step ? .error(number) : nil }
    let error = #expect(throws: StorageError.self) { _ = try tryLock(.exclusive, timeout: 1000) }
    #expect(error?.operation == .lock)
    #expect(error?.systemError?.number == number)
    #expect(disk.descriptorCount == 0)
  }

  @Test func interruptedCallsAreRepeated() throws {
    disk.inject { _, number in number.isMultiple(of: 2) ? .error(EINTR) : nil }
    #expect(try tryLock(.exclusive))
    #expect(disk.calls.count == 8)
  }
}
