import Glibc

/// A request as the bytes of its frame, built ahead of the clock. Its id always has seven digits, so that the next
/// request is made by changing them in place.
struct Request {
  /// The frame.
  private(set) var frame: [UInt8]
  /// The id, in the frame.
  private(set) var id = 1_000_000
  private let idRange: Range<Int>

  /// Creates a request.
  ///
  /// - Parameter params: JSON, or `nil` for a request without any.
  init(_ method: String, _ params: String? = "{}") {
    let body = #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"\#(params.map { #","params":\#($0)"# } ?? "")}"#
    frame = Frame.of(body)
    let idStart = frame.count - body.utf8.count + #"{"jsonrpc":"2.0","id":"#.utf8.count
    idRange = idStart..<idStart + 7
  }

  /// Makes this the next request: the same with the next id.
  mutating func advance() {
    id += 1
    var rest = id
    for index in idRange.reversed() {
      frame[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  /// A request that no server knows a method for: it costs what any request costs.
  static let trivial = Request("benchmarks/unknown")
}

/// A message between its headers and its end.
enum Frame {
  /// The frame of a body.
  static func of(_ body: String) -> [UInt8] {
    Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  /// Where the body of the first frame is, or is going to be, if its headers are there as a whole.
  static func body(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    let name = "Content-Length: ".utf8.count
    guard bytes.count > name, let end = bytes.firstIndex(of: "\r\n\r\n") else { return nil }
    var length = 0
    for byte in bytes[name...] {
      guard byte >= 0x30, byte <= 0x39, length < 1 << 30 else { break }
      length = length * 10 + Int(byte - 0x30)
    }
    return end + 4..<end + 4 + length
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the text, not an empty one, occurs in these bytes.
  func contains(_ text: String) -> Bool { firstIndex(of: text) != nil }

  /// Where the text, not an empty one, first occurs in these bytes.
  func firstIndex(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { text in
      guard let base = baseAddress, let start = text.baseAddress, let first = text.first else { return nil }
      var index = 0
      while index + text.count <= count {
        guard let found = memchr(base + index, Int32(first), count - index - text.count + 1) else { return nil }
        index = UnsafeRawPointer(found) - base
        if memcmp(found, start, text.count) == 0 { return index }
        index += 1
      }
      return nil
    }
  }
}

extension Child {
  /// Asks once.
  ///
  /// - Returns: how long it took from before the request is written to after the reply is read.
  /// - Throws: if the reply is another than expected: one with `outcome` in it.
  @discardableResult
  func ask(_ request: inout Request, expecting outcome: String = #""result":"#) throws(Failure) -> UInt64 {
    let start = now()
    try write(request.frame)
    let (body, time) = try message()
    guard body.contains(#""id":\#(request.id)"#), body.contains(outcome) else {
      throw Failure("unexpected reply: \(String(decoding: body, as: UTF8.self))")
    }
    request.advance()
    lastReply = time
    return time - start
  }

  /// Asks once for something that nobody measures.
  func ask(_ method: String, _ params: String? = "{}") throws(Failure) {
    var request = Request(method, params)
    try ask(&request)
  }

  /// Asks `initialize`.
  ///
  /// - Returns: the time from before the process was started to after the reply is read.
  @discardableResult
  func initialize() throws(Failure) -> UInt64 {
    var request = Request("initialize", #"{"processId":\#(getpid()),"rootUri":null,"capabilities":{}}"#)
    try ask(&request)
    return lastReply - start
  }

  /// Ends the session as the protocol has it.
  func shutDown() throws(Failure) {
    try ask("shutdown", nil)
    try write(Frame.of(#"{"jsonrpc":"2.0","method":"exit"}"#))
    end()
  }
}
