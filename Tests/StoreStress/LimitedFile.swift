import DurableStorage
import Glibc
import TrustedAccess

/// A process that may not write as many bytes as a file needs: a clear error, the old state, nothing left behind.
enum LimitedFile {
  private static let cluster = "limited"

  /// Tries to write more than it may, and tells what came of it.
  static func write(_ options: Options) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: 200, rlim_max: 200)
    guard setrlimit(__rlimit_resource_t(1), &limit) == 0 else { return Child.tell("no limit can be set") }
    do {
      _ = try Store(options.folder).create("b", "v", on: cluster)
      Child.tell("no error")
    } catch {
      Child.tell((error as? BackendError).map { "\($0.code): \($0.message)" } ?? "\(error)")
    }
  }

  /// Runs such a process.
  ///
  /// - Returns: what was done, in one line.
  static func check(_ options: Options) throws -> String {
    let store = Store(options.folder)
    try store.register(cluster)
    _ = try store.create("a", "v", on: cluster)
    let before = try store.list(cluster)
    let names = try FileSystem.system.list(options.folder)?.sorted()
    let child = try Child(["limited", "--folder", options.folder])
    child.begin()
    let told = child.readAll()
    let status = child.wait()
    guard status == 0, told.hasPrefix("StoreUnavailable: Cannot write "), told.hasSuffix(" (EFBIG).\n") else {
      throw Failure("A process that could not write ended with \(status) and told: \(told)")
    }
    guard try Store(options.folder).list(cluster).map(\.etag) == before.map(\.etag),
      try FileSystem.system.list(options.folder)?.sorted() == names
    else { throw Failure("A write that failed left something behind.") }
    return "limited file: the error is clear and the old state is left"
  }
}
