import Testing

@testable import JSONRPC

/// What a reader gives for a whole stream, a line a frame: `=text` for a message, `!` or `!!` and the message for a fault
/// that is recoverable or not.
private func frames(_ stream: String, piece: Int = .max, framing: Framing? = nil, limit: Int = 1000) -> [String] {
  var reader = FrameReader(framing: framing, limit: limit)
  var rest = Array(stream.utf8)[...]
  var found: [String] = []
  func describe(_ frame: FrameReader.Frame) -> String {
    switch frame {
    case .message(let bytes): "=" + String(decoding: bytes, as: UTF8.self)
    case .fault(let fault): (fault.isRecoverable ? "! " : "!! ") + fault.message
    }
  }
  while !rest.isEmpty {
    _ = reader.fill { room in
      let count = min(piece, room.count, rest.count)
      room.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    while let frame = reader.next() { found.append(describe(frame)) }
  }
  while let frame = reader.finish() { found.append(describe(frame)) }
  return found
}

private func message(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }

@Suite struct HeaderFraming {
  @Test(arguments: [
    ("plain", "Content-Length: 2\r\n\r\n{}"),
    ("small letters", "content-length: 2\r\n\r\n{}"),
    ("capitals", "CONTENT-LENGTH:2\r\n\r\n{}"),
    ("blanks around the length", "Content-Length: \t 2 \r\n\r\n{}"),
    ("leading zeros", "Content-Length: 0002\r\n\r\n{}"),
    ("LF alone", "Content-Length: 2\n\n{}"),
    ("content type after", "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"),
    ("content type before", "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: 2\r\n\r\n{}"),
    ("quoted charset", "Content-Type: x; charset=\"UTF-8\"\r\nContent-Length: 2\r\n\r\n{}"),
    ("unknown header", "X-Trace: a:b\r\nContent-Length: 2\r\n\r\n{}"),
    ("the same length twice", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
  ])
  func accepts(_ what: String, _ stream: String) {
    #expect(frames(stream + message("[]"), framing: .headers) == ["={}", "=[]"], "\(what)")
  }

  @Test(arguments: [
    (
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
      "!! two Content-Length headers that differ, 2 and 3: expected one"
    ),
    (
      "Content-Length: -2\r\n\r\n{}",
      "!! Content-Length is '-2': expected decimal digits, the message's length in bytes"
    ),
    (
      "Content-Length: +2\r\n\r\n{}",
      "!! Content-Length is '+2': expected decimal digits, the message's length in bytes"
    ),
    (
      "Content-Length: 2.0\r\n\r\n{}",
      "!! Content-Length is '2.0': expected decimal digits, the message's length in bytes"
    ),
    ("Content-Length: \r\n\r\n{}", "!! Content-Length is '': expected decimal digits, the message's length in bytes"),
    (
      "Content-Length: 99999999999999999999\r\n\r\n{}",
      "!! Content-Length is '99999999999999999999': expected decimal digits, the message's length in bytes"
    ),
    (
      "X-A: 1\r\n\r\n{}",
      "!! headers without Content-Length: expected 'Content-Length: N' with N the message's length in bytes"
    ),
    (
      "Segmentation fault\r\n\r\n",
      "!! 'Segmentation fault' is no header: expected 'Content-Length: N', an empty line, then N bytes of JSON"
    ),
  ])
  func endsWhereTheStreamCannotBeTrusted(_ stream: String, _ fault: String) {
    #expect(frames(stream + message("[]"), framing: .headers) == [fault])
  }

  @Test func refusesOtherCharsetsAndGoesOn() {
    let stream = "Content-Length: 2\r\nContent-Type: text/plain; charset=utf-16\r\n\r\n{}" + message("[]")
    #expect(frames(stream) == ["! Content-Type names the character set 'utf-16': expected utf-8", "=[]"])
  }

  @Test func refusesLongMessagesAndGoesOn() {
    let stream = message(String(repeating: "x", count: 1001)) + message("[]")
    #expect(frames(stream) == ["! a message of 1001 bytes: at most 1000 are accepted", "=[]"])
    #expect(frames(stream, piece: 7) == ["! a message of 1001 bytes: at most 1000 are accepted", "=[]"])
  }

  @Test func refusesEndlessHeaders() {
    let line = String(repeating: "a", count: 5000)
    #expect(frames(line, framing: .headers).first?.hasPrefix("!! 'aaa") == true)
    let many = String(repeating: "X-A: 1\r\n", count: 3000)
    #expect(frames(many, framing: .headers).first?.hasPrefix("!! 'X-A") == true)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 11, 64])
  func doesNotMindHowTheStreamIsCut(piece: Int) {
    let stream = message("{\"a\":1}") + message("") + message("[1,2]") + "\r\n" + message("\"é\"")
    #expect(frames(stream, piece: piece) == ["={\"a\":1}", "=", "=[1,2]", "=\"é\""])
  }

  @Test(arguments: [65535, 65536, 65537, 200_000])
  func gathersMessagesOfAnyLength(count: Int) {
    let text = String(repeating: "0123456789", count: count / 10) + String(repeating: "x", count: count % 10)
    let stream = message("a") + message(text) + message("b")
    for piece in [1000, 65536, Int.max] {
      #expect(frames(stream, piece: piece, limit: 1 << 20) == ["=a", "=\(text)", "=b"])
    }
  }

  @Test func tellsWhereTheStreamWasCutOff() {
    #expect(frames("Content-Length: 5\r\n\r\n{}") == ["!! the stream ended after 2 of a message's 5 bytes"])
    #expect(frames("Content-Length: 5\r\n") == ["!! the stream ended within a message's headers"])
    let long = "Content-Length: 70000\r\n\r\n{}"
    #expect(frames(long, limit: 1 << 20) == ["!! the stream ended after 2 of a message's 70000 bytes"])
  }
}

@Suite struct LineFraming {
  @Test(arguments: [1, 2, 3, 1000])
  func takesAMessageALine(piece: Int) {
    #expect(frames("{}\n[]\r\n\n  \t\n1", piece: piece) == ["={}", "=[]\r", "=1"])
  }

  @Test func refusesLongLinesAndGoesOn() {
    let long = "[" + String(repeating: "1", count: 200_000)
    #expect(frames("{}\n\(long)\n[]\n").count == 3)
    for piece in [100, 4096, 65536] {
      let found = frames("{}\n\(long)\n[]\n", piece: piece)
      #expect(found.first == "={}" && found.last == "=[]" && found.count == 3)
      #expect(found[1].hasPrefix("! a message of "))
    }
  }

  @Test(arguments: [65535, 65536, 65537, 300_000])
  func gathersLinesOfAnyLength(count: Int) {
    let text = "\"" + String(repeating: "é", count: count / 2) + "\""
    for piece in [1000, 65536] {
      #expect(frames("\(text)\n{}\n", piece: piece, framing: .lines, limit: 1 << 20) == ["=\(text)", "={}"])
    }
  }
}

@Suite struct FramingChoice {
  @Test(arguments: [
    ("{", Framing.lines), ("[", .lines), (" ", .lines), ("\n", .lines), ("\t", .lines), ("C", .headers),
    ("c", .headers),
    ("X", .headers), ("1", .lines), ("\"", .lines), ("@", .lines), ("`", .lines),
  ])
  func followsTheFirstByte(_ first: String, _ expected: Framing) {
    #expect(Framing(firstByte: Array(first.utf8)[0]) == expected)
  }
}
