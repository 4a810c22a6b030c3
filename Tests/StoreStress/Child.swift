import Glibc

/// Another process of this program, whose output is read and which starts to work when it is told to.
struct Child {
  let process: pid_t
  /// What it prints comes out here.
  let output: Int32
  private let input: Int32

  /// Starts this program with other arguments.
  init(_ arguments: [String]) throws {
    let (inputEnd, input) = try Self.pipe()
    let (output, outputEnd) = try Self.pipe()
    defer {
      close(inputEnd)
      close(outputEnd)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputEnd, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
    var words: [UnsafeMutablePointer<CChar>?] = (["store-stress"] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/proc/self/exe", &actions, nil, words, environ) == 0 else {
      throw Failure("Cannot start a child process.")
    }
    (self.process, self.output, self.input) = (process, output, input)
  }

  /// Two ends of a pipe that children do not inherit.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure("Cannot make a pipe.") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Lets it begin.
  func begin() { close(input) }

  /// Kills it without warning.
  func kill() { _ = Glibc.kill(process, SIGKILL) }

  /// What it has printed since the last read; `nil` once it is gone and everything is read.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(output, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// Everything that it prints until its end.
  func readAll() -> String {
    var bytes: [UInt8] = []
    while let more = read() { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits for its end. Gives the exit status, or the number of the signal with a minus.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(output)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  // MARK: On the child's side

  /// Waits until the parent lets this process begin.
  static func waitToBegin() {
    var byte: UInt8 = 0
    _ = Glibc.read(0, &byte, 1)
  }

  /// Tells the parent something: a line, at once.
  static func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    guard write(1, bytes, bytes.count) == bytes.count else { exit(3) }
  }
}

/// A clock that all processes of the machine share, in nanoseconds.
func monotonicNanoseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
