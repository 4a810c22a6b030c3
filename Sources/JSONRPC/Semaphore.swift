import Glibc

/// A counting semaphore: POSIX's, given a place in memory of its own.
///
/// Sendable without checks since the system's semaphore is made to be shared by threads, and the pointer never changes.
final class Semaphore: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  init(count: Int) {
    semaphore = .allocate(capacity: 1)
    semaphore.initialize(to: sem_t())
    sem_init(semaphore, 0, UInt32(count))
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }

  func signal() {
    sem_post(semaphore)
  }
}
