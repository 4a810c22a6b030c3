import Foundation
import Glibc
import JSON
import Testing

@Suite("The process's streams")
struct StreamTests {
  @Test("carry nothing but messages: descriptor 1 is standard error's")
  func guarded() throws {
    let server = try ServerProcess()
    try server.send(Request.info)
    _ = try server.reply()
    let descriptors = try server.descriptors()
    #expect(descriptors.errors == [1, 2])
    #expect(descriptors.messages.count == 1 && descriptors.messages.allSatisfy { $0 > 2 })
  }

  @Test("whose reader has gone end the process with 1, not by a signal")
  func closedOutput() throws {
    let server = try ServerProcess()
    try server.send(Request.info)
    _ = try server.reply()
    server.closeOutput()
    try server.send(Request.info)
    #expect(try server.waitForEnd() == .status(1))
    #expect(server.errors == "trusted-access-server: the client has closed its end: write: Broken pipe\n")
  }

  @Test("whose reader goes in the middle of much output end the process with 1")
  func closedInTheMiddle() throws {
    let server = try ServerProcess()
    let requests = ServerProcess.Framing.lines.frame(Request.request(1, "rpc.discover"))
    _ = server.sendWithoutReading((0..<300).flatMap { _ in requests }[...])
    server.closeOutput()
    #expect(try server.waitForEnd() == .status(1))
  }

  @Test("whose device is full end the process with 1 and say so")
  func full() throws {
    let device = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(device) }
    let server = try ServerProcess(streams: ServerProcess.Streams(output: device))
    try server.send(Request.info)
    #expect(try server.waitForEnd() == .status(1))
    #expect(server.errors.contains("No space left on device"))
  }

  @Test("that are closed from the start end the process with 1 and say so")
  func closedFromTheStart() throws {
    let output = try ServerProcess(streams: ServerProcess.Streams(output: -1))
    #expect(try output.waitForEnd() == .status(1))
    #expect(output.errors.contains("standard output: Bad file descriptor"))
    let input = try ServerProcess(streams: ServerProcess.Streams(input: -1))
    #expect(try input.waitForEnd() == .status(1))
    #expect(input.errors.contains("read: Bad file descriptor"))
  }

  @Test("that are one for both ways are not read in the place of a closed one")
  func socketAsOutput() throws {
    var ends: [CInt] = [0, 0]
    try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
    defer { for end in ends { close(end) } }
    let server = try ServerProcess(streams: ServerProcess.Streams(input: -1, output: ends[1]))
    #expect(try server.waitForEnd() == .status(1))
    #expect(server.errors.contains("read: Bad file descriptor"))
  }

  @Test("that can't be read end the process with 1 and say so")
  func folderAsInput() throws {
    let folder = open("/", O_RDONLY | O_CLOEXEC)
    defer { close(folder) }
    let server = try ServerProcess(streams: ServerProcess.Streams(input: folder))
    #expect(try server.waitForEnd() == .status(1))
    #expect(server.errors.contains("read: Is a directory"))
  }

  @Test("may be ones that do not block")
  func nonblocking() throws {
    let server = try ServerProcess(streams: ServerProcess.Streams(areNonblocking: true))
    for id in 1...20 { try server.send(Request.request(id, "rpc.discover")) }
    server.closeInput()
    #expect(try server.replies().compactMap { $0["id"] } == (1...20).map(String.init))
    #expect(try server.waitForEnd() == .status(0))
  }
}
