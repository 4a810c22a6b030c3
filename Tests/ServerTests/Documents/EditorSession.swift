import JSON
import JSONRPC
import Synchronization
import Testing
import TrustedAccess

@testable import Server

/// An editor's session with one document, given with a cursor `‸` in its text.
final class EditorSession {
  let text: String
  let position: String
  private let context = ServerContext(
    ServerContext.Configuration(store: "", cache: nil), now: { Timestamp(millisecondsSinceEpoch: 0) })
  private let language: String
  static let uri = "file:///document"

  init(_ language: String, _ marked: String) throws {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count <= 2)
    text = parts.joined()
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    position = #"{"line":\#(lines.count - 1),"character":\#(lines.last?.utf16.count ?? 0)}"#
    self.language = language
  }

  /// Asks for something at the cursor.
  func ask(_ method: String) throws -> JSONValue {
    let range = #""range":{"start":\#(position),"end":\#(position)}"#
    return try ask(method, #"{"textDocument":{"uri":"\#(Self.uri)"},"position":\#(position),\#(range)}"#)
  }

  /// Asks for something.
  func ask(_ method: String, _ params: String) throws -> JSONValue {
    let messages = try exchange(["{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"\(method)\",\"params\":\(params)}"])
    let reply = try #require(messages.first { $0["id"]?.integer == 2 })
    return try #require(reply["result"], "\(reply)")
  }

  /// What is wrong with the document, a line each: the place as it is written, the code.
  func diagnostics() throws -> [String] {
    let messages = try exchange([])
    let published = try #require(messages.last { $0["method"]?.string == "textDocument/publishDiagnostics" })
    return published["params"]?["diagnostics"]?.elements.map { diagnostic in
      "\(written(diagnostic["range"])) \(diagnostic["code"]?.string ?? "")"
    } ?? []
  }

  /// The text at a range.
  func written(_ range: JSONValue?) -> String {
    guard let start = offset(range?["start"]), let end = offset(range?["end"]), start <= end else { return "NO RANGE" }
    return String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
  }

  /// The text with a `TextEdit` done.
  func applying(_ edit: JSONValue?) -> String {
    guard let start = offset(edit?["range"]?["start"]), let end = offset(edit?["range"]?["end"]), start <= end,
      let new = edit?["newText"]?.string
    else { return "NO EDIT" }
    let units = Array(text.utf16)
    return String(decoding: units[..<start] + new.utf16 + units[end...], as: UTF16.self)
  }

  private func offset(_ position: JSONValue?) -> Int? {
    guard let line = position?["line"]?.integer, let character = position?["character"]?.integer else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard line < lines.count, character <= lines[line].utf16.count else { return nil }
    return lines[..<line].reduce(0) { $0 + $1.utf16.count + 1 } + character
  }

  private func exchange(_ requests: [String]) throws -> [JSONValue] {
    var opening = JSONWriter()
    opening.object { writer in
      writer.member("jsonrpc", "2.0")
      writer.member("method", "textDocument/didOpen")
      writer.key("params")
      writer.object { writer in
        writer.key("textDocument")
        writer.object { writer in
          writer.member("uri", Self.uri)
          writer.member("languageId", language)
          writer.member("version", 1)
          writer.member("text", text)
        }
      }
    }
    let messages =
      [
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#,
        String(decoding: opening.finish(), as: UTF8.self),
      ]
      + requests
    var pieces = messages.map { $0 + "\n" }[...]
    let context = context
    let session = Session(context: { context }, parent: ParentWatch {})
    let written = Mutex<[UInt8]>([])
    let output = MessageOutput { bytes in
      written.withLock { $0.append(contentsOf: bytes) }
      return .success(bytes.count)
    }
    var connection = Connection(service: session, output: output, framing: .lines, limit: 1 << 24) { _ in }
    _ = connection.serve(reading: { room in
      guard let piece = pieces.popFirst() else { return .success(0) }
      room.copyBytes(from: piece.utf8)
      return .success(piece.utf8.count)
    })
    return try written.withLock(\.self).split(separator: UInt8(ascii: "\n")).map { try JSONValue.parse(Array($0)) }
  }
}
