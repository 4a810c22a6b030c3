import Glibc

/// A program that runs with both of its standard streams in our hands. Its stderr goes nowhere.
final class Child {
  /// Its process.
  let pid: pid_t
  /// The time directly before it was started.
  let start: UInt64
  /// Where what we write goes in.
  let input: Int32
  /// Where what it writes comes out.
  let output: Int32
  /// When its last reply had been read.
  var lastReply: UInt64 = 0
  private let name: String
  private var hasEnded = false

  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  /// The bytes of the buffer that were read and not yet taken.
  private var held = 0..<0

  /// Starts a program.
  init(_ command: Command) throws(Failure) {
    let (theirInput, ourInput) = try pipe()
    let (ourOutput, theirOutput) = try pipe()
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { for descriptor in [theirInput, theirOutput, nowhere] { close(descriptor) } }
    (pid, start) = try command.spawn([
      (theirInput, STDIN_FILENO), (theirOutput, STDOUT_FILENO), (nowhere, STDERR_FILENO),
    ])
    (input, output) = (ourInput, ourOutput)
    name = String(command.executable.split(separator: "/").last ?? "")
  }

  deinit {
    if !hasEnded {
      kill(pid, SIGKILL)
      end()
    }
    buffer.deallocate()
  }

  /// Closes its streams and waits for its end.
  func end() {
    close(input)
    close(output)
    waitForEnd(of: pid)
    hasEnded = true
  }

  /// Writes bytes, waiting for room.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure("\(name) takes no more input: \(errorText())") }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads what there is into `room`, waiting for some.
  ///
  /// - Returns: how many bytes were read, at least one.
  func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let count = Glibc.read(output, room.baseAddress, room.count)
    guard count > 0 else { throw Failure("\(name) has ended its output") }
    return count
  }

  /// Reads that many numbers of 64 bits.
  func numbers(_ count: Int) throws(Failure) -> [UInt64] {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count * 8, alignment: 8)
    defer { room.deallocate() }
    var filled = 0
    while filled < room.count { filled += try read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...])) }
    return Array(room.bindMemory(to: UInt64.self))
  }

  /// Takes the next message.
  ///
  /// - Returns: its body, in memory that the next call uses again, and the time when its last byte had been read.
  func message() throws(Failure) -> (body: UnsafeRawBufferPointer, time: UInt64) {
    var time: UInt64 = 0
    while true {
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[held])
      if let body = Frame.body(in: bytes), body.upperBound <= bytes.count {
        held = held.lowerBound + body.upperBound..<held.upperBound
        return (UnsafeRawBufferPointer(rebasing: bytes[body]), time == 0 ? now() : time)
      }
      makeRoom()
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[held.upperBound...])
      let count = try read(into: room)
      time = now()
      held = held.lowerBound..<held.upperBound + count
    }
  }

  private func makeRoom() {
    if held.isEmpty {
      held = 0..<0
    } else if held.upperBound == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[held]))
      buffer.deallocate()
      buffer = larger
      held = 0..<held.count
    }
  }
}

/// A pipe whose ends are not inherited.
private func pipe() throws(Failure) -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [0, 0]
  guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure("cannot make a pipe: \(errorText())") }
  return (ends[0], ends[1])
}
