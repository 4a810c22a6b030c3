import Foundation
import Glibc
import JSON
import Testing

/// The program as a process of its own, spoken to over pipes.
///
/// Nothing waits on the clock: every wait ends when the process says or does something. Only a process that hangs is
/// given up after ``patience``.
final class ServerProcess {
  /// How messages are told apart.
  enum Framing: String, CaseIterable {
    case lines
    case headers

    /// A message as it goes over the pipe.
    func frame(_ message: String) -> [UInt8] {
      switch self {
      case .lines: Array("\(message)\n".utf8)
      case .headers: Array("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
      }
    }
  }

  /// How a process ended.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// The descriptors that the process is started with; pipes, unless a test brings something else.
  struct Streams {
    var input: CInt?
    var output: CInt?
    /// Whether what it reads from and writes to does not block.
    var areNonblocking = false
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// For how long a process that says nothing is waited for, in milliseconds.
  private static let patience: CInt = 60_000

  let process: pid_t
  let framing: Framing
  /// What it has written to standard error so far.
  private(set) var errors = ""
  /// What it has written that is not yet taken by ``receive()``.
  private(set) var arrived: [UInt8] = []

  private var input: CInt
  private var output: CInt
  private var errorOutput: CInt
  private var end: End?
  private let folder = FileManager.default.temporaryDirectory.appending(path: "server-process-\(UUID().uuidString)")

  /// The built program, beside the test bundle.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "trusted-access-server").path

  /// Starts the program with a home of its own.
  init(_ arguments: [String] = [], framing: Framing = .lines, streams: Streams = Streams()) throws {
    self.framing = framing
    let (inputEnd, input) = try Self.pipe()
    let (output, outputEnd) = try Self.pipe()
    let (errorOutput, errorEnd) = try Self.pipe()
    defer { for end in [inputEnd, outputEnd, errorEnd] { close(end) } }
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    if streams.areNonblocking {
      for end in [inputEnd, outputEnd] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }
    let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    let environment =
      ["HOME=\(folder.path)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"] + sanitizers.map { "\($0.key)=\($0.value)" }
    process = try Self.spawn(
      [Self.executable] + arguments, environment,
      [streams.input ?? inputEnd, streams.output ?? outputEnd, errorEnd])
    (self.input, self.output, self.errorOutput) = (input, output, errorOutput)
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    for descriptor in [input, output, errorOutput] where descriptor >= 0 { close(descriptor) }
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: Speaking

  /// Sends messages, each in a frame of its own, all in one write if the pipe takes it.
  func send(_ messages: String...) throws {
    try send(bytes: messages.flatMap(framing.frame))
  }

  /// Sends bytes, and gathers meanwhile what the process writes. What a process that is gone leaves unread is lost.
  func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty, input >= 0 {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        try wait(toWrite: true)
      } else {
        closeInput()
      }
    }
  }

  /// Sends as much as the pipe takes, without reading anything.
  ///
  /// - Returns: how many bytes it took.
  func sendWithoutReading(_ bytes: ArraySlice<UInt8>) -> Int {
    max(bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }, 0)
  }

  /// The next message; `nil` at the end of what the process writes.
  func receive() throws -> String? {
    while true {
      if let message = try takeMessage() { return message }
      guard output >= 0 else {
        guard arrived.isEmpty else { throw Failure(description: "the output ends within a message: \(arrivedText)") }
        return nil
      }
      try wait()
    }
  }

  /// The next message, which there must be, as JSON.
  func reply() throws -> Reply {
    guard let message = try receive() else { throw Failure(description: "no reply; standard error: \(errors)") }
    return Reply(value: try JSONValue.parse(message))
  }

  /// Every message up to the end of what the process writes.
  func replies() throws -> [Reply] {
    var replies: [Reply] = []
    while let message = try receive() { replies.append(Reply(value: try JSONValue.parse(message))) }
    return replies
  }

  /// Closes the process's standard input.
  func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// Closes the reading end of the process's standard output.
  func closeOutput() {
    guard output >= 0 else { return }
    close(output)
    output = -1
  }

  /// Sends a signal.
  func signal(_ number: CInt) {
    kill(process, number)
  }

  /// Waits until the process has ended, and tells how.
  func waitForEnd() throws -> End {
    if let end { return end }
    // Held by the process alone, so that its end is the process's.
    while errorOutput >= 0 { try wait() }
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "waitpid: \(String(cString: strerror(errno)))") }
    }
    let end = status & 0x7F == 0 ? End.status((status >> 8) & 0xFF) : .signal(status & 0x7F)
    self.end = end
    return end
  }

  // MARK: Looking at it

  /// A line of `/proc/PID/status` in kilobytes: `VmHWM`, the most memory that it ever had.
  func memory(_ name: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    guard let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(description: "no \(name) in /proc/\(process)/status")
    }
    return kilobytes
  }

  /// Which of the process's descriptors are open on the pipe that its messages come out of, and which on the one of
  /// its standard error.
  func descriptors() throws -> (messages: [Int], errors: [Int]) {
    let files = FileManager.default
    let folder = "/proc/\(process)/fd"
    let pipes = try files.contentsOfDirectory(atPath: folder).compactMap { name in
      let pipe = try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      return Int(name).flatMap { number in pipe.map { (number, $0) } }
    }
    func open(on end: CInt) throws -> [Int] {
      let pipe = try files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(end)")
      return pipes.filter { $0.1 == pipe }.map(\.0).sorted()
    }
    return (try open(on: output), try open(on: errorOutput))
  }

  /// Waits until the process has read all that was sent, has so many threads, and each of them waits for something.
  func settle(threads: Int) throws {
    // With the second comes one of the thread sanitizer's own.
    let threads = dlsym(nil, "__tsan_init") != nil && threads > 1 ? threads + 1 : threads
    for _ in 0..<1_000_000 {
      var unread: CInt = 0
      _ = ioctl(input, UInt(FIONREAD), &unread)
      let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
      if unread == 0, tasks.count == threads, try isAsleep() { return }
      sched_yield()
    }
    throw Failure(description: "the process does not settle; standard error: \(errors)")
  }

  /// Whether every thread of the process waits for something.
  func isAsleep() throws -> Bool {
    let folder = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { thread in
      // A thread may end while the others are looked at.
      let stat = try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)
      return stat?.split(separator: ")").last?.dropFirst().first == "S"
    }
  }

  // MARK: The pipes

  /// Waits until the process has written something or is gone and, if asked, until it takes something.
  private func wait(toWrite: Bool = false) throws {
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errorOutput, events: Int16(POLLIN), revents: 0),
      pollfd(fd: toWrite ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let count = poll(&polled, nfds_t(polled.count), Self.patience)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      throw Failure(description: "the process hangs; it wrote: \(arrivedText); standard error: \(errors)")
    }
    if polled[0].revents != 0 { readOutput() }
    if polled[1].revents != 0 { readErrors() }
  }

  private func readOutput() {
    let bytes = Self.read(output)
    arrived += bytes
    if bytes.isEmpty { closeOutput() }
  }

  private func readErrors() {
    let bytes = Self.read(errorOutput)
    errors += String(decoding: bytes, as: UTF8.self)
    if bytes.isEmpty {
      close(errorOutput)
      errorOutput = -1
    }
  }

  private static func read(_ descriptor: CInt) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65536) { room, count in
      count = max(Glibc.read(descriptor, room.baseAddress, room.count), 0)
    }
  }

  private var arrivedText: String { "'\(String(decoding: arrived.prefix(400), as: UTF8.self))'" }

  private func takeMessage() throws -> String? {
    switch framing {
    case .lines:
      guard let end = arrived.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      return take(0..<end, upTo: end + 1)
    case .headers:
      guard let end = arrived.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
      let header = String(decoding: arrived[..<end.lowerBound], as: UTF8.self)
      guard header.hasPrefix("Content-Length: "), let length = Int(header.dropFirst(16)) else {
        throw Failure(description: "no header: \(arrivedText)")
      }
      guard arrived.count >= end.upperBound + length else { return nil }
      return take(end.upperBound..<end.upperBound + length, upTo: end.upperBound + length)
    }
  }

  private func take(_ range: Range<Int>, upTo end: Int) -> String {
    defer { arrived.removeFirst(end) }
    return String(decoding: arrived[range], as: UTF8.self)
  }

  /// A pipe whose ends no process inherits: not one that another test is just starting either.
  private static func pipe() throws -> (reading: CInt, writing: CInt) {
    var ends: [CInt] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure(description: "pipe2: \(String(cString: strerror(errno)))") }
    return (ends[0], ends[1])
  }

  /// Starts a program with these three descriptors as its standard streams (-1 for a closed one) and no others.
  static func spawn(_ words: [String], _ environment: [String], _ streams: [CInt]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in streams.enumerated() {
      if descriptor < 0 {
        posix_spawn_file_actions_addclose(&actions, CInt(number))
      } else {
        posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(number))
      }
    }
    // The tests ignore a broken pipe, and who runs them may ignore or block more: both would be inherited.
    Glibc.signal(SIGPIPE, SIG_IGN)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGHUP, SIGINT, SIGPIPE, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let argv = words.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], &actions, &attributes, argv, envp)
    guard failure == 0 else { throw Failure(description: "\(words[0]): \(String(cString: strerror(failure)))") }
    return process
  }
}

/// Requests as the tests send them.
enum Request {
  static let info = request(1, "trustedAccess/server/info")

  static func request(_ id: Int, _ method: String, _ params: String? = nil) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"\#(params.map { ",\"params\":\($0)" } ?? "")}"#
  }

  static func notification(_ method: String, _ params: String? = nil) -> String {
    #"{"jsonrpc":"2.0","method":"\#(method)"\#(params.map { ",\"params\":\($0)" } ?? "")}"#
  }
}

/// Whether this process, and with it the program, is built with the address or the thread sanitizer, which take memory
/// of their own.
let isSanitized = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
