import JSON
import Testing

@Suite("Over real pipes, frames")
struct FramingTests {
  @Test("are told by the first byte", arguments: ServerProcess.Framing.allCases)
  func firstByte(framing: ServerProcess.Framing) throws {
    let server = try ServerProcess(framing: framing)
    try server.send(Request.request(7, "initialize", "{}"))
    #expect(try server.reply()["id"] == "7")
  }

  @Test("can be forced, so that what is of the other kind is none")
  func forced() throws {
    let lines = try ServerProcess(["--framing", "lines"])
    try lines.send(bytes: ServerProcess.Framing.headers.frame("{}"))
    #expect(try lines.reply()["error.code"] == "-32700")

    let headers = try ServerProcess(["--framing", "headers"], framing: .headers)
    try headers.send(bytes: Array("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}\n".utf8))
    headers.closeInput()
    #expect(try headers.reply()["error.code"] == "-32700")
    #expect(try headers.waitForEnd() == .status(1))
  }

  @Test("may be cut everywhere", arguments: ServerProcess.Framing.allCases)
  func cutAtEveryByte(framing: ServerProcess.Framing) throws {
    let server = try ServerProcess(framing: framing)
    for byte in framing.frame(Request.request(1, "initialize", "{}")) + framing.frame(Request.info) {
      try server.send(bytes: [byte])
    }
    #expect(try server.reply()["result.serverInfo.name"] == "trusted-access-server")
    #expect(try server.reply()["result.name"] == "trusted-access-server")
  }

  private static let digits = "99999999999999999999999999"

  @Test(
    "whose length is no length end the process, and say why",
    arguments: [
      "Content-Length: -5\r\n\r\n", "Content-Length: +5\r\n\r\n", "Content-Length: \(digits)\r\n\r\n",
      "Content-Length: five\r\n\r\n", "Content-Length: 5, 5\r\n\r\n", "Content-Length: 0x5\r\n\r\n",
      "Content-Length:\r\n\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "Content-Type: text/plain\r\n\r\n",
      "Content-Length 5\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
    ])
  func hostile(header: String) throws {
    let server = try ServerProcess(framing: .headers)
    try server.send(Request.request(1, "initialize", "{}"))
    try server.send(bytes: Array(header.utf8))
    try server.send(Request.info)
    #expect(try server.reply()["id"] == "1")
    let refusal = try server.reply()
    #expect(refusal["error.code"] == "-32700" && refusal["id"] == "null")
    #expect(try server.receive() == nil, "nothing behind it is trusted")
    #expect(try server.waitForEnd() == .status(1))
    #expect(server.errors.contains(refusal["error.message"] ?? "a message"))
  }

  @Test(
    "that are no JSON are refused, and the next is answered",
    arguments: ServerProcess.Framing.allCases,
    ["{", "nul", "\u{FEFF}{}", "{\"jsonrpc\":\"2.0\",\"id\":01}", "\"\u{1}\"", "[1,]", "{} {}"])
  func noJSON(framing: ServerProcess.Framing, text: String) throws {
    let server = try ServerProcess(["--framing", framing.rawValue], framing: framing)
    try server.send(text, Request.request(2, "initialize", "{}"))
    let refusal = try server.reply()
    #expect(refusal["error.code"] == "-32700" && refusal["id"] == "null")
    #expect(try server.reply()["id"] == "2")
  }

  @Test(
    "that nest 100 000 levels deep are refused, and the next is answered", arguments: ServerProcess.Framing.allCases)
  func nesting(framing: ServerProcess.Framing) throws {
    let server = try ServerProcess(framing: framing)
    try server.send(Request.request(1, "initialize", "{}"))
    #expect(try server.reply()["id"] == "1")
    let depth = 100_000
    let arrays = String(repeating: "[", count: depth)
    let objects = String(repeating: #"{"a":"#, count: depth)
    for text in [
      arrays, arrays + String(repeating: "]", count: depth), objects,
      objects + "1" + String(repeating: "}", count: depth),
      Request.request(2, "trustedAccess/server/info", objects + "1" + String(repeating: "}", count: depth)),
    ] {
      try server.send(text, Request.info)
      let refusal = try server.reply()
      #expect(refusal["error.code"] == "-32700" && refusal["error.message"]?.contains("512") == true)
      #expect(try server.reply()["result.name"] == "trusted-access-server")
    }
  }

  @Test(
    "over the limit are refused without being held, and the next is answered", arguments: ServerProcess.Framing.allCases
  )
  func limit(framing: ServerProcess.Framing) throws {
    let server = try ServerProcess(framing: framing)
    try server.send(Request.request(1, "initialize", "{}"))
    #expect(try server.reply()["id"] == "1")
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let count = 200
    if framing == .headers { try server.send(bytes: Array("Content-Length: \(count << 20)\r\n\r\n".utf8)) }
    for _ in 0..<count { try server.send(bytes: filler) }
    if framing == .lines { try server.send(bytes: [UInt8(ascii: "\n")]) }
    try server.send(Request.info)
    let refusal = try server.reply()
    #expect(refusal["error.code"] == "-32600" && refusal["error.message"]?.contains("67108864") == true)
    #expect(try server.reply()["result.name"] == "trusted-access-server")
    guard !isSanitized else { return }
    // Whether a line is too long shows only once the limit is reached; a window that grows by doubling is copied.
    #expect(try server.memory("VmHWM") < (framing == .headers ? 40 << 10 : 240 << 10))
  }

  @Test("that are announced and do not come take no memory")
  func announced() throws {
    let server = try ServerProcess(framing: .headers)
    try server.send(Request.request(1, "initialize", "{}"))
    #expect(try server.reply()["id"] == "1")
    try server.send(bytes: Array("Content-Length: 67108864\r\n\r\n{".utf8))
    try server.settle(threads: 1)
    #expect(try isSanitized || server.memory("VmHWM") < 40 << 10)
    server.closeInput()
    #expect(try server.reply()["error.message"] == "the stream ended after 1 of a message's 67108864 bytes")
    #expect(try server.waitForEnd() == .status(1))
  }
}
