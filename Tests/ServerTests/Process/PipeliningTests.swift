import JSON
import Testing

@Suite("Every request is answered once")
struct PipeliningTests {
  @Test("and in order, where thousands are sent at once", arguments: ServerProcess.Framing.allCases)
  func inOrder(framing: ServerProcess.Framing) throws {
    let server = try ServerProcess(framing: framing)
    try server.send(Request.request(0, "initialize", "{}"))
    _ = try server.reply()
    let count = 5000
    let kinds: [(Int) -> String] = [
      { Request.request($0, "trustedAccess/server/info") },
      { Request.request($0, "trustedAccess/resourceIds/parse", #"{"id":"\#(Sample.cluster)"}"#) },
      { Request.request($0, "trustedAccess/no/such") },
      { Request.request($0, "trustedAccess/roles/show", "[]") },
      { #"{"jsonrpc":"1.0","id":\#($0),"method":"x"}"# },
      { Request.request($0, "trustedAccess/clusters/list") },
      { _ in Request.notification("$/setTrace", #"{"value":"verbose"}"#) },
      { _ in Request.notification("no/such") },
      { #"{"jsonrpc":"2.0","id":\#($0),"result":null}"# },
    ]
    let isAnswered = [true, true, true, true, true, true, false, false, false]
    try server.send(bytes: (1...count).flatMap { framing.frame(kinds[$0 % kinds.count]($0)) })
    try server.send(Request.request(count + 1, "shutdown"), Request.notification("exit"))
    let expected = (1...count).filter { isAnswered[$0 % kinds.count] } + [count + 1]
    #expect(try server.replies().compactMap { $0.value["id"]?.integer } == expected)
    #expect(try server.waitForEnd() == .status(0))
  }

  @Test("also the slow ones, and those that are cancelled")
  func cancelled() throws {
    let server = try ServerProcess()
    let count = 200
    for id in 1...count {
      try server.send(
        Request.request(id, id.isMultiple(of: 3) ? "trustedAccess/server/info" : "trustedAccess/server/diagnose"),
        Request.notification("$/cancelRequest", #"{"id":\#(id)}"#),
        Request.notification("$/cancelRequest", #"{"id":"\#(id)"}"#))
    }
    for params in [nil, "[]", "{}", #"{"id":{}}"#, #"{"id":null}"#, #"{"id":99999}"#] {
      try server.send(Request.notification("$/cancelRequest", params))
    }
    server.closeInput()
    var ids: [Int] = []
    for reply in try server.replies() {
      ids.append(try #require(reply.value["id"]?.integer))
      #expect((reply["error.code"] ?? "-32800") == "-32800")
    }
    #expect(ids.sorted() == Array(1...count))
    #expect(try server.waitForEnd() == .status(0))
  }

  @Test("in batches as well")
  func batches() throws {
    let server = try ServerProcess()
    let info = Request.info
    try server.send(
      "[\(info),\(Request.notification("x")),1,\(Request.request(2, "no")),[],\(Request.request(3, "trustedAccess/clusters/list"))]",
      "[]", "[\(Request.notification("x"))]", "[\(Request.request(4, "trustedAccess/server/diagnose")),\(info)]", info)
    server.closeInput()
    let replies = try server.replies()
    #expect(replies.count == 4)
    let first = replies.first { $0["0.id"] == "1" }
    #expect(
      (0..<5).map { first?["\($0).error.code"] ?? first?["\($0).id"] } == ["1", "-32600", "-32601", "-32600", "3"])
    #expect(replies.contains { $0["error.code"] == "-32600" })
    #expect(replies.contains { $0["0.id"] == "4" && $0["1.id"] == "1" && $0["count"] == "2" })
    #expect(replies.contains { $0["id"] == "1" })
  }

  @Test("and a write is seen by the read that follows it")
  func readYourWrites() throws {
    let server = try ServerProcess()
    let count = 60
    for number in 1...count {
      let id = "\(Sample.cluster)\(number)"
      try server.send(
        Request.request(2 * number, "trustedAccess/clusters/register", #"{"id":"\#(id)","location":"eastus"}"#),
        Request.request(2 * number + 1, "trustedAccess/clusters/list"))
    }
    server.closeInput()
    let replies = try server.replies()
    #expect(replies.compactMap { $0.value["id"]?.integer } == Array(2...(2 * count + 1)))
    let seen = replies.filter { $0.value["id"]?.integer?.isMultiple(of: 2) == false }
    #expect(seen.compactMap { $0["result.clusters.count"] } == (1...count).map(String.init))
  }
}
