import Testing

@Suite("Serving is what it does without a command")
struct ServeTests {
  let program: Program
  private static let request = #"{"jsonrpc":"2.0","id":1,"method":"trustedAccess/clusters/list"}"#
  private static let reply = #"{"jsonrpc":"2.0","id":1,"result":{"clusters":[],"problems":[]}}"#

  init() throws {
    program = try Program()
  }

  @Test(
    "Every way to start it answers",
    arguments: [
      [], ["serve"], ["--stdio"], ["serve", "--framing", "lines", "--stdio"], ["--framing=lines", "--offline"],
    ])
  func answers(arguments: [String]) throws {
    let outcome = try program.run(arguments, input: Self.request + "\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == Self.reply + "\n")
    #expect(outcome.errors == "")
  }

  @Test("Headers can be asked for")
  func headers() throws {
    let message = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#
    let outcome = try program.run(
      ["--framing", "headers"], input: "Content-Length: \(message.utf8.count)\r\n\r\n\(message)")
    #expect(outcome.output.hasPrefix("Content-Length: "))
    #expect(outcome.output.contains(#""serverInfo""#))
  }

  @Test("A message over the limit that was set is refused, and the next is answered")
  func messageLimit() throws {
    let limit = String(Self.request.utf8.count)
    let outcome = try program.run(["--message-limit", limit], input: "\(Self.request)  \n\(Self.request)\n")
    #expect(outcome.outputLines.count == 2)
    #expect(outcome.outputLines[0].contains("at most \(limit) are accepted"))
    #expect(outcome.outputLines[1] == Self.reply)
  }

  @Test("In a terminal it says what it waits for")
  func terminal() throws {
    for arguments in [[], ["--stdio"]] {
      let outcome = try program.runInTerminal(arguments, typed: Self.request + "\n\u{04}")
      #expect(outcome.status == 0)
      #expect(outcome.output == Self.reply + "\n")
      #expect(outcome.errors.contains("waiting for JSON-RPC messages"))
    }
  }
}
