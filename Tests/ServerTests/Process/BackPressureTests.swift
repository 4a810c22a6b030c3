import Foundation
import Glibc
import JSON
import Testing

@Suite("A reader that does not keep up")
struct BackPressureTests {
  private static let lines = ServerProcess.Framing.lines

  /// Sends what the pipe takes, reading nothing, until the process is stuck; tells how much it took.
  private func fill(_ server: ServerProcess, with bytes: [UInt8]) throws -> Int {
    var (sent, quiet) = (0, 0)
    while sent < bytes.count, quiet < 3 {
      let count = server.sendWithoutReading(bytes[sent...])
      sent += count
      quiet = try count == 0 && server.isAsleep() ? quiet + 1 : 0
      sched_yield()
    }
    return sent
  }

  @Test("stops being answered, so that the server's memory stays bounded")
  func bounded() throws {
    let server = try ServerProcess()
    let requests = (1...6000).flatMap { Self.lines.frame(Request.request($0, "rpc.discover")) }
    let sent = try fill(server, with: requests)
    #expect(sent < requests.count, "who is not read from stops reading")
    let first = try #require(try server.receive())
    let owed = requests[..<sent].count { $0 == UInt8(ascii: "\n") }
    #expect(owed * first.utf8.count > 50_000_000)
    #expect(try isSanitized || server.memory("VmHWM") < 40 << 10)
    for id in 2...50 { #expect(try server.reply()["id"] == "\(id)") }
  }

  @Test("loses nothing, and finds nothing mixed up")
  func whole() throws {
    let server = try ServerProcess()
    let methods = ["rpc.discover", "trustedAccess/server/diagnose", "trustedAccess/clusters/list", "rpc.discover"]
    let count = 80
    let requests = (1...count).flatMap { Self.lines.frame(Request.request($0, methods[$0 % methods.count])) }
    #expect(try fill(server, with: requests) == requests.count)
    server.closeInput()
    let replies = try server.replies()
    #expect(Set(replies.compactMap { $0.value["id"]?.integer }) == Set(1...count))
    #expect(replies.count == count && replies.allSatisfy { $0.value["result"] != nil })
    #expect(try server.waitForEnd() == .status(0))
  }
}
