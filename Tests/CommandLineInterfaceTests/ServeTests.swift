import Foundation
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

  @Test(
    "For how long a role list counts as fresh can be set; a day if it is not",
    arguments: [
      (age: 2.0, option: "1h", isFresh: false), (2, "119m", false), (2, "121m", true), (2, "7500s", true),
      (2, "1d", true), (2, "0s", false), (23, nil, true), (25, nil, false), (25, "2d", true),
    ])
  func timeToLive(age: Double, option: String?, isFresh: Bool) throws {
    let cache = program.home.appending(path: "caches")
    let folder = cache.appending(path: "trusted-access-server/roles")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fetchedAt = Int64((Date().timeIntervalSince1970 - age * 3600) * 1000)
    let list = #"{"formatVersion":1,"cloud":"AzureCloud","location":"eastus","fetchedAt":\#(fetchedAt),"roles":[]}"#
    try Data(list.utf8).write(to: folder.appending(path: "azurecloud..eastus.json"))

    let options = option.map { ["--role-list-ttl", $0] } ?? []
    let environment = ["XDG_CACHE_HOME": cache.path]
    let request = #"{"jsonrpc":"2.0","id":1,"method":"trustedAccess/catalog/status"}"#
    for outcome in [
      try program.run(["serve"] + options, input: request + "\n", environment: environment),
      try program.run(["catalog", "status"] + options, environment: environment),
    ] {
      #expect(outcome.status == 0)
      let text = outcome.output.filter { !$0.isWhitespace }
      #expect(text.contains(#""location":"eastus","roleCount":0,"fresh":\#(isFresh),"#), "\(outcome)")
      #expect(text.contains(#""origin":"cached""#))
    }
  }
}
