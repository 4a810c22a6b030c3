import JSON
import Synchronization
import Testing

@testable import JSONRPC

/// A service with a method a lane: `now`, `state`, `slow`, `settled` and `done` answer with their params, `fail` with an
/// error. The notification `ask` makes it ask the client, and note the reply.
private final class Echo: Service {
  let ended = Mutex<Int32?>(nil)
  let notes = Mutex<[String]>([])
  /// What slow requests wait for.
  let gate: Semaphore

  init(gateOpen: Bool = true) {
    gate = Semaphore(count: gateOpen ? 1_000_000 : 0)
  }

  func admit(_ request: Call, framing: Framing) throws(ResponseError) -> Lane {
    switch request.method.text {
    case "now", "fail": .immediate
    case "state": .state
    case "slow": .slow
    case "done": .carriedOut
    case "settled": .settled
    default: throw ResponseError(.methodNotFound, "no method '\(request.method)'")
    }
  }

  func answer(_ request: Call, cancellation: Cancellation, into result: inout JSONWriter) throws(ResponseError) {
    if request.method == "slow" { gate.wait() }
    if let params = request.params { result.write(params) } else { result.null() }
    if request.method == "fail" { throw ResponseError(.requestFailed, "failed") }
  }

  func receive(_ notification: Call, from client: Client) {
    notes.withLock { $0.append(notification.method.text) }
    if notification.method == "exit" { ended.withLock { $0 = 7 } }
    if notification.method == "open" { gate.signal() }
    guard notification.method == "ask" else { return }
    client.request("question", { $0.array { $0.write(true) } }) { [self] reply in
      let text: String
      switch reply {
      case .success(let result): text = String(decoding: result.sourceText, as: UTF8.self)
      case .failure(let error): text = "\(error.code.rawValue) \(error.message)"
      }
      notes.withLock { $0.append(text) }
    }
  }

  var exitStatus: Int32? { ended.withLock(\.self) }
  var statusAtEndOfInput: Int32 { 0 }
}

/// What a connection writes for the pieces of a stream, and the status it ends with.
private func exchange(
  _ pieces: [String], _ echo: Echo = Echo(), limit: Int = 10_000, threads: Threads = .system
) -> (String, Int32, [String]) {
  let written = Mutex<[UInt8]>([])
  var reports: [String] = []
  let output = MessageOutput { bytes in
    // Takes a few bytes at a time, as a full pipe does.
    let count = min(bytes.count, 13)
    written.withLock { $0.append(contentsOf: bytes.prefix(count)) }
    return .success(count)
  }
  var rest = pieces.map { Array($0.utf8) }[...]
  var connection = Connection(service: echo, output: output, framing: nil, limit: limit, threads: threads) {
    reports.append($0)
  }
  let status = connection.serve { room in
    guard var piece = rest.popFirst() else { return .success(0) }
    let count = min(piece.count, room.count)
    room.copyBytes(from: piece.prefix(count))
    piece.removeFirst(count)
    if !piece.isEmpty { rest.insert(piece, at: rest.startIndex) }
    return .success(count)
  }
  return (String(decoding: written.withLock(\.self), as: UTF8.self), status, reports)
}

/// What a connection writes for a long line, taken in one write.
private func wholeExchange(_ line: String) -> [UInt8] {
  let written = Mutex<[UInt8]>([])
  let output = MessageOutput { bytes in
    written.withLock { $0.append(contentsOf: bytes) }
    return .success(bytes.count)
  }
  var rest = Array(line.utf8)[...]
  var connection = Connection(service: Echo(), output: output, framing: .lines, limit: 1 << 26) { _ in }
  _ = connection.serve { room in
    let count = min(rest.count, room.count)
    room.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return .success(count)
  }
  return written.withLock(\.self)
}

private func reply(_ stream: String) -> String { exchange([stream]).0 }

@Suite struct Messages {
  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"now"}"#, #"{"jsonrpc":"2.0","id":1,"result":null}"#),
    (#"{"jsonrpc":"2.0","id":"a\"é","method":"now","params":[1]}"#, #"{"jsonrpc":"2.0","id":"a\"é","result":[1]}"#),
    (#"{"jsonrpc":"2.0","id":1.50,"method":"now","params":{}}"#, #"{"jsonrpc":"2.0","id":1.50,"result":{}}"#),
    (
      #"{"jsonrpc":"2.0","id":90071992547409931234,"method":"now"}"#,
      #"{"jsonrpc":"2.0","id":90071992547409931234,"result":null}"#
    ),
    (#"{"jsonrpc":"2.0","id":null,"method":"now"}"#, #"{"jsonrpc":"2.0","id":null,"result":null}"#),
    (#"{"method":"now","params":null,"id":2,"jsonrpc":"2.0","x":0}"#, #"{"jsonrpc":"2.0","id":2,"result":null}"#),
    // Names are compared by what they mean: an escape is one more way to write a character, and U+0000 is one more.
    (#"{"jsonrpc":"2.0","\u0069d":3,"m\u0065thod":"now"}"#, #"{"jsonrpc":"2.0","id":3,"result":null}"#),
    (
      #"{"jsonrpc":"2.0","id":4,"id\u0000":5,"methods":"x","params\u0000":7,"method":"now"}"#,
      #"{"jsonrpc":"2.0","id":4,"result":null}"#
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"fail","params":[1]}"#,
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32803,"message":"failed"}}"#
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"what"}"#,
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no method 'what'"}}"#
    ),
  ])
  func areAnswered(_ request: String, _ response: String) {
    #expect(reply(request + "\n") == response + "\n")
    #expect(reply(request) == response + "\n", "a last line without a line break")
    let framed = exchange(["Content-Length: \(request.utf8.count)\r\n\r\n\(request)"]).0
    #expect(framed == "Content-Length: \(response.utf8.count)\r\n\r\n\(response)")
  }

  @Test(arguments: [
    (#"7"#, "null", "a message is a number: expected an object"),
    (#"{"id":1,"method":"now"}"#, "1", "'jsonrpc' is missing: expected \"jsonrpc\":\"2.0\""),
    (#"{"jsonrpc":2.0,"id":1,"method":"now"}"#, "1", "'jsonrpc' is not \"2.0\": expected \"jsonrpc\":\"2.0\""),
    (#"{"jsonrpc":"2.0","id":"a"}"#, "\"a\"", "'method' is missing: expected a string"),
    (#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, "null", "'method' is a number: expected a string"),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"now","params":"bar"}"#, "1",
      "'params' is a string: expected an array or an object"
    ),
    (#"{"jsonrpc":"2.0","id":{},"method":"now"}"#, "null", "'id' is an object: expected a string, a number or null"),
    (#"{"jsonrpc":"2.0","id":true,"method":"now"}"#, "null", "'id' is a boolean: expected a string, a number or null"),
  ])
  func thatAreNoneAreRefused(_ message: String, _ id: String, _ error: String) {
    var writer = JSONWriter()
    writer.write(error)
    let quoted = String(decoding: writer.finish(), as: UTF8.self)
    #expect(
      reply(message + "\n") == "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"error\":{\"code\":-32600,\"message\":\(quoted)}}\n")
  }

  @Test func thatAreNoJSONAreRefusedAndTheNextIsAnswered() {
    let (written, status, _) = exchange(["{\"jsonrpc\"\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"now\"}\n"])
    #expect(written.hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"#))
    #expect(written.hasSuffix("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}\n"))
    #expect(status == 0)
  }

  @Test func thatAreNotificationsOrResponsesAreNeverAnswered() {
    let echo = Echo()
    let (written, _, _) = exchange(
      [
        #"{"jsonrpc":"2.0","method":"note"}"# + "\n" + #"{"jsonrpc":"2.0","method":"fail","params":[1]}"# + "\n"
          + #"{"jsonrpc":"2.0","id":1,"result":null}"# + "\n" + #"{"jsonrpc":"2.0","id":1,"error":{}}"# + "\n"
      ], echo)
    #expect(written.isEmpty)
    #expect(echo.notes.withLock(\.self) == ["note", "fail"])
  }

  @Test func afterWhichTheServiceEndsAreNotRead() {
    let (written, status, _) = exchange([
      #"{"jsonrpc":"2.0","method":"exit"}"# + "\n" + #"{"jsonrpc":"2.0","id":1,"method":"now"}"# + "\n"
    ])
    #expect(written.isEmpty && status == 7)
  }

  @Test func theLastOfWhichCanNotBeWrittenEndWithStatusOne() {
    let echo = Echo(gateOpen: false)
    let output = MessageOutput { _ in .failure(SystemError(code: 32, operation: "write")) }
    var reports: [String] = []
    var connection = Connection(service: echo, output: output, framing: .lines, limit: 10_000) { reports.append($0) }
    var request: [UInt8]? = Array(#"{"jsonrpc":"2.0","id":1,"method":"slow"}"#.utf8) + [UInt8(ascii: "\n")]
    let status = connection.serve { room in
      guard let bytes = request.take() else {
        // All is read, and the one reply is still to come.
        echo.gate.signal()
        return .success(0)
      }
      room.copyBytes(from: bytes)
      return .success(bytes.count)
    }
    #expect(status == 1 && reports.count == 1)
  }

  @Test func streamsThatBreakEndWithStatusOne() {
    let (written, status, reports) = exchange(["Content-Length: x\r\n\r\n"])
    #expect(written.contains("-32700") && written.contains("Content-Length is 'x'"))
    #expect(status == 1 && reports.count == 1)
  }
}

@Suite struct Batches {
  @Test(arguments: [
    (
      "[]",
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"an empty batch: expected at least one message"}}"#
    ),
    (
      "[1]",
      #"[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message is a number: expected an object"}}]"#
    ),
    (
      "[[]]",
      #"[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message is an array: expected an object"}}]"#
    ),
    (
      #"[{"jsonrpc":"2.0","id":1,"method":"now"},{"jsonrpc":"2.0","method":"x"},{"jsonrpc":"2.0","id":2,"method":"slow"}]"#,
      #"[{"jsonrpc":"2.0","id":1,"result":null},{"jsonrpc":"2.0","id":2,"result":null}]"#
    ),
  ])
  func areAnsweredWithOneArray(_ batch: String, _ response: String) {
    #expect(reply(batch + "\n") == response + "\n")
  }

  @Test func ofNotificationsAreNotAnswered() {
    #expect(reply(#"[{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","method":"b"}]"# + "\n") == "")
  }

  @Test func ofTooManyMessagesAreRefusedWhole() {
    let request = #"{"jsonrpc":"2.0","id":1,"method":"now"}"#
    func batch(_ count: Int) -> String {
      exchange(["[" + Array(repeating: request, count: count).joined(separator: ",") + "]"], limit: 1 << 20).0
    }
    #expect(batch(1000).count { $0 == "{" } == 1000)
    let refusal = #"{"code":-32600,"message":"a batch of 1001 messages: at most 1000 are accepted"}"#
    #expect(batch(1001) == #"{"jsonrpc":"2.0","id":null,"error":\#(refusal)}"# + "\n")
  }

  @Test func whoseResponsesGrowTooLongAreAnsweredInPart() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let requests = (1...20).map { #"{"jsonrpc":"2.0","id":\#($0),"method":"now","params":["\#(text)"]}"# }
    let written = wholeExchange("[" + requests.joined(separator: ",") + "]")
    let responses = Array(try JSONValue.parse(written).elements)
    #expect(responses.compactMap { $0["id"]?.integer } == Array(1...20))
    #expect(responses.prefix(16).allSatisfy { $0["result"] != nil })
    #expect(responses.dropFirst(16).allSatisfy { $0["error"]?["code"]?.integer == -32803 })
  }

  @Test func whoseResponsesGrowTooLongSayWhatIsCarriedOut() throws {
    let text = String(repeating: "x", count: 1 << 20)
    var requests = (1...17).map { #"{"jsonrpc":"2.0","id":\#($0),"method":"now","params":["\#(text)"]}"# }
    requests.append(#"{"jsonrpc":"2.0","id":18,"method":"done"}"#)
    let written = wholeExchange("[" + requests.joined(separator: ",") + "]")
    let last = try #require(Array(try JSONValue.parse(written).elements).last)
    #expect(last["id"]?.integer == 18 && last["result"] != nil)
  }

  @Test func areNotOfLSP() {
    let written = exchange(["Content-Length: 2\r\n\r\n[]"]).0
    #expect(written.contains("-32600") && written.contains("a message is an array"))
  }
}

@Suite struct Lanes {
  private func request(_ id: Int, _ method: String) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"}"# + "\n"
  }

  private func ids(_ written: String) -> [Int] {
    written.split(separator: "\n").compactMap { line in
      try? JSONValue.parse(Array(line.utf8))["id"]?.integer
    }
  }

  // spec: RQ-6, RQ-7
  @Test func keepTheOrderOfWhatDependsOnEachOther() {
    // The slow one waits until all is read, so that the order of the replies is that of the law, not of chance.
    let echo = Echo(gateOpen: false)
    let (written, _, _) = exchange(
      [
        request(1, "slow") + request(2, "state") + request(3, "now") + request(4, "now"),
        #"{"jsonrpc":"2.0","method":"open"}"#,
      ],
      echo)
    #expect(ids(written) == [3, 4, 1, 2])
  }

  @Test func answerAtOnceWhereNothingIsSlow() {
    #expect(
      ids(reply((1...100).map { request($0, $0.isMultiple(of: 2) ? "state" : "now") }.joined())) == Array(1...100))
  }

  // spec: RQ-1
  @Test func answerEverythingOnce() {
    let methods = ["now", "state", "slow"]
    let written = reply((1...3000).map { request($0, methods[$0 % 3]) }.joined())
    #expect(ids(written).sorted() == Array(1...3000))
  }

  // spec: RQ-8
  @Test func cancelWhatHasNotBegun() {
    let echo = Echo(gateOpen: false)
    let (written, _, _) = exchange(
      [
        request(1, "slow") + request(2, "slow"),
        #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}"# + "\n",
        #"{"jsonrpc":"2.0","method":"open"}"# + "\n" + #"{"jsonrpc":"2.0","method":"open"}"#,
      ], echo)
    #expect(written.contains(#"{"jsonrpc":"2.0","id":1,"result":null}"#))
    #expect(written.contains(#"{"jsonrpc":"2.0","id":2,"error":{"code":-32800,"#))
  }

  /// The ids of requests that wait at once, and for each the ways to write it in a cancellation.
  private static let waiting: [(id: String, spellings: [String])] = [
    ("1", ["1"]), ("1.0", ["1.0"]), ("1e0", ["1e0"]), (#""1""#, [#""1""#, #""\u0031""#]),
    ("9007199254740993", ["9007199254740993"]), ("9007199254740992", ["9007199254740992"]),
    ("\"caf\u{E9}\"", ["\"caf\u{E9}\"", #""caf\u00E9""#, #""caf\u00e9""#]),
    ("\"cafe\u{301}\"", ["\"cafe\u{301}\"", #""cafe\u0301""#]),
    (#""a/b""#, [#""a/b""#, #""a\/b""#]), (#""a\u0000""#, [#""a\u0000""#]), (#""a""#, [#""a""#]), ("null", ["null"]),
  ]

  @Test(arguments: waiting.indices) func cancelByWhatAnIDMeans(_ place: Int) {
    for spelling in Self.waiting[place].spellings {
      let echo = Echo(gateOpen: false)
      let requests = Self.waiting.map { #"{"jsonrpc":"2.0","id":\#($0.id),"method":"slow"}"# + "\n" }
      let (written, _, _) = exchange(
        [
          // One that is under way while the others wait.
          request(0, "slow") + requests.joined(),
          #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(spelling)}}"# + "\n",
          String(repeating: #"{"jsonrpc":"2.0","method":"open"}"# + "\n", count: requests.count + 1),
        ], echo)
      let replies = written.split(separator: "\n").dropFirst()
      let expected = Self.waiting.indices.map { index in
        #"{"jsonrpc":"2.0","id":\#(Self.waiting[index].id),"#
          + (index == place ? #""error":{"code":-32800,"message":"the request was cancelled"}}"# : #""result":null}"#)
      }
      #expect(replies.map(String.init) == expected, "\(spelling)")
    }
  }

  // spec: RQ-8
  @Test func neverCancelWhatIsCarriedOut() {
    let echo = Echo(gateOpen: false)
    let (written, _, _) = exchange(
      [
        request(1, "slow") + request(2, "done") + request(3, "now"),
        #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}"# + "\n",
        #"{"jsonrpc":"2.0","method":"open"}"#,
      ], echo)
    #expect(ids(written) == [3, 1, 2] && !written.contains("error"))
  }

  @Test func cancelNothingElseWhereNothingCanBeCancelled() {
    let echo = Echo(gateOpen: false)
    func batch(_ first: Int, _ second: Int) -> String {
      "[" + request(first, "now").dropLast() + "," + request(second, "slow").dropLast() + "]\n"
    }
    let (written, _, _) = exchange(
      [
        batch(1, 2), #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"# + "\n", batch(3, 4),
        #"{"jsonrpc":"2.0","method":"open"}"# + "\n" + #"{"jsonrpc":"2.0","method":"open"}"#,
      ], echo)
    #expect(written.split(separator: "\n").count == 2 && !written.contains("error"))
  }

  // spec: RQ-1
  @Test func answerInOrderWhereNoThreadCanBeHad() {
    let requests = (1...6).map { request($0, $0.isMultiple(of: 2) ? "state" : "slow") }.joined()
    let batch = "[" + request(7, "slow").dropLast() + "," + request(8, "now").dropLast() + "]\n"
    let asked = Atomic(0)
    let none = Threads { _ in
      asked.add(1, ordering: .relaxed)
      return false
    }
    let (written, status, _) = exchange([requests + batch], threads: none)
    #expect(ids(written) == Array(1...6) && status == 0)
    #expect(asked.load(ordering: .relaxed) == 4)
    #expect(
      written.hasSuffix(#"[{"jsonrpc":"2.0","id":7,"result":null},{"jsonrpc":"2.0","id":8,"result":null}]"# + "\n"))
  }
}

extension Lanes {
  @Test func settleRequestsWhenNothingMoreArrives() {
    let (written, _, _) = exchange([
      request(1, "settled") + request(2, "now") + request(3, "settled") + request(4, "now"),
      request(5, "settled") + request(6, "done"), request(7, "settled"),
    ])
    #expect(ids(written) == [2, 4, 1, 3, 5, 6, 7])
    #expect(ids(exchange([(1...600).map { request($0, "settled") }.joined() + request(601, "now")]).0).count == 601)
  }

  @Test func settleNoRequestThatIsCancelledMeanwhile() {
    let (written, _, _) = exchange([
      request(1, "settled") + #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"# + "\n"
        + request(1, "settled")
    ])
    // Both of the name are answered, and what the second asks is not what was cancelled.
    #expect(written.split(separator: "\n").map { $0.contains("-32800") } == [true, false])
  }
}

@Suite struct RequestsOfTheServer {
  private func ask(_ count: Int, then replies: String...) -> (written: String, notes: [String]) {
    let echo = Echo()
    let asking = String(repeating: #"{"jsonrpc":"2.0","method":"ask"}"# + "\n", count: count)
    let written = exchange([asking] + replies.map { $0 + "\n" }, echo).0
    return (written, echo.notes.withLock { $0.filter { $0 != "ask" } })
  }

  @Test func haveNumbersAndFindTheirReplies() {
    let (written, notes) = ask(
      2, then: #"{"jsonrpc":"2.0","id":2,"result":{"a":1}}"#,
      #"[{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}]"#)
    #expect(
      written == #"{"jsonrpc":"2.0","id":1,"method":"question","params":[true]}"# + "\n"
        + #"{"jsonrpc":"2.0","id":2,"method":"question","params":[true]}"# + "\n")
    #expect(notes == [#"{"a":1}"#, "-32601 no"])
  }

  @Test(arguments: [
    #"{"jsonrpc":"2.0","id":2,"result":1}"#, #"{"jsonrpc":"2.0","id":"1","result":1}"#,
    #"{"jsonrpc":"2.0","id":null,"result":1}"#,
  ])
  func dropRepliesThatNobodyWaitsFor(reply: String) {
    let (written, notes) = ask(1, then: reply)
    #expect(notes == [] && written.split(separator: "\n").count == 1)
  }

  @Test func takeEachReplyOnce() {
    let reply = #"{"jsonrpc":"2.0","id":1,"result":null}"#
    #expect(ask(1, then: reply, reply).notes == ["null"])
  }

  @Test func areForgottenWhereNoneIsAnswered() {
    let replies = [1, 6, 7, 70].map { #"{"jsonrpc":"2.0","id":\#($0),"result":\#($0)}"# }.joined(separator: "\n")
    #expect(ask(70, then: replies).notes == ["7", "70"])
  }
}
