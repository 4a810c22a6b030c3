import JSON
import Testing

@Suite("However much of a session arrives")
struct TruncationTests {
  private static let session = [
    Request.request(1, "initialize"), Request.notification("initialized"), Request.request(2, "rpc.none"),
    Request.request(3, "shutdown"), Request.notification("exit"),
  ]

  /// What is answered when so many messages have arrived whole, and the status that the process ends with.
  private static let course: [(ids: [String], status: Int32)] = [
    ([], 0), (["1"], 1), (["1"], 1), (["1", "2"], 1), (["1", "2", "3"], 0), (["1", "2", "3"], 0),
  ]

  @Test("the server answers what is whole, and ends", arguments: ServerProcess.Framing.allCases)
  func truncated(framing: ServerProcess.Framing) throws {
    let frames = Self.session.map(framing.frame)
    let stream = frames.flatMap(\.self)
    for length in 0...stream.count {
      let server = try ServerProcess(framing: framing)
      try server.send(bytes: Array(stream.prefix(length)))
      server.closeInput()
      let replies = try server.replies()
      let end = try server.waitForEnd()
      var (whole, rest) = (0, length)
      while whole < frames.count, rest >= frames[whole].count - (framing == .lines ? 1 : 0) {
        rest -= frames[whole].count  // a last line without its line break is whole
        whole += 1
      }
      let expected = Self.course[whole]
      let answered = replies.filter { $0["id"] != "null" }
      #expect(answered.compactMap { $0["id"] } == expected.ids, "\(length) bytes")
      let isCutOff = rest > 0
      let refusals = replies.filter { $0["error.code"] == "-32700" && $0["id"] == "null" }
      #expect(refusals.count == (isCutOff ? 1 : 0), "\(length) bytes")
      #expect(end == .status(isCutOff && framing == .headers ? 1 : expected.status), "\(length) bytes")
    }
  }
}
