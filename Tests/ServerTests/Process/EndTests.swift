import Foundation
import Glibc
import Testing

@Suite("The server ends")
struct EndTests {
  /// A process that is there until it is killed.
  private struct Client {
    let process: pid_t

    init(program: String = "/usr/bin/sleep") throws {
      process = try ServerProcess.spawn([program, "infinity"], [], [])
    }

    /// Kills it; until it is waited for, it stays as a zombie.
    func kill(andWait waits: Bool) {
      _ = Glibc.kill(process, SIGKILL)
      if waits { wait() }
    }

    func wait() {
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
  }

  @Test(
    "when the process is gone that --clientProcessId names, though its input stays open",
    arguments: [true, false])
  func clientProcessID(isWaitedFor: Bool) throws {
    let client = try Client()
    let server = try ServerProcess(["--clientProcessId", "\(client.process)"])
    try server.send(Request.info)
    _ = try server.reply()
    client.kill(andWait: isWaitedFor)
    #expect(try server.waitForEnd() == .status(1))
    if !isWaitedFor { client.wait() }
  }

  @Test("when the process is gone that initialize names, though its input stays open")
  func processID() throws {
    let client = try Client()
    let server = try ServerProcess(framing: .headers)
    try server.send(Request.request(1, "initialize", #"{"processId":\#(client.process),"capabilities":{}}"#))
    _ = try server.reply()
    // It has looked once, and is to look again.
    try server.settle(threads: 2)
    client.kill(andWait: true)
    #expect(try server.waitForEnd() == .status(1))
  }

  @Test("when the process that it is to look after was never there")
  func goneBefore() throws {
    let client = try Client()
    client.kill(andWait: true)
    let server = try ServerProcess(["--clientProcessId", "\(client.process)"])
    try server.send(Request.info)
    _ = try server.reply()
    #expect(try server.waitForEnd() == .status(1))
  }

  @Test("not for a process that is there, whatever it is called")
  func nameOfAZombie() throws {
    let program = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString.prefix(4))) Z (")
    try FileManager.default.createSymbolicLink(at: program, withDestinationURL: URL(filePath: "/usr/bin/sleep"))
    defer { try? FileManager.default.removeItem(at: program) }
    let client = try Client(program: program.path)
    defer { client.kill(andWait: true) }
    let server = try ServerProcess(["--clientProcessId", "\(client.process)"])
    try server.send(Request.info)
    _ = try server.reply()
    try server.settle(threads: 2)
    try server.send(Request.info)
    #expect(try server.reply()["id"] == "1")
  }

  @Test("when the client goes while the server cannot write")
  func stuck() throws {
    let client = try Client()
    let server = try ServerProcess(["--clientProcessId", "\(client.process)"])
    try server.send(Request.info)
    _ = try server.reply()
    let requests = (1...1000).flatMap { ServerProcess.Framing.lines.frame(Request.request($0, "rpc.discover")) }
    #expect(server.sendWithoutReading(requests[...]) > 0)
    client.kill(andWait: true)
    #expect(try server.waitForEnd() == .status(1))
  }

  @Test(
    "not for a process ID that is none", arguments: ["null", "0", "-1", "1", "1.5", "\"x\"", "99999999999999999999"])
  func noProcess(id: String) throws {
    let server = try ServerProcess(framing: .headers)
    try server.send(Request.request(1, "initialize", #"{"processId":\#(id),"capabilities":{}}"#), Request.info)
    #expect(try server.reply()["id"] == "1")
    #expect(try server.reply()["result.name"] == "trusted-access-server")
  }

  @Test("at SIGTERM, SIGINT and SIGHUP", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(number: CInt) throws {
    let server = try ServerProcess()
    try server.send(Request.info)
    _ = try server.reply()
    server.signal(number)
    #expect(try server.waitForEnd() == .signal(number))
    #expect(server.errors == "")
  }

  @Test("not at SIGPIPE, which standard error may send")
  func brokenPipe() throws {
    let server = try ServerProcess()
    try server.send(Request.info)
    _ = try server.reply()
    server.signal(SIGPIPE)
    try server.send(Request.info)
    #expect(try server.reply()["id"] == "1")
  }
}
