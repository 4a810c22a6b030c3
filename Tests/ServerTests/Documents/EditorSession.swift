import JSON
import Testing

@testable import Server

/// An editor's session with one document, given with a cursor `‸` in its text.
final class EditorSession {
  let text: String
  let position: String
  private let language: String
  private let capabilities: String
  private let context: (@Sendable () -> ServerContext)?
  static let uri = "file:///document"

  /// - Parameter context: what the server works with, if not an empty one.
  init(
    _ language: String, _ marked: String, capabilities: String = "{}",
    context: (@Sendable () -> ServerContext)? = nil
  ) throws {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count <= 2)
    text = parts.joined()
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    position = #"{"line":\#(lines.count - 1),"character":\#(lines.last?.utf16.count ?? 0)}"#
    self.language = language
    self.capabilities = capabilities
    self.context = context
  }

  /// Asks for something at the cursor.
  func ask(_ method: String) throws -> JSONValue {
    let range = #""range":{"start":\#(position),"end":\#(position)}"#
    return try ask(method, #"{"textDocument":{"uri":"\#(Self.uri)"},"position":\#(position),\#(range)}"#)
  }

  /// Asks for something.
  func ask(_ method: String, _ params: String) throws -> JSONValue {
    try exchange((method, params)).reply()
  }

  /// What is wrong with the document, a line each: the place as it is written, the code.
  func diagnostics() throws -> [String] {
    try published().map { "\(written($0["range"])) \($0["code"]?.string ?? "")" }
  }

  /// The diagnostics that are published.
  func published() throws -> [JSONValue] {
    let published = try #require(try exchange().calls(of: "textDocument/publishDiagnostics").last)
    return published["diagnostics"]?.elements.map(\.self) ?? []
  }

  /// The text at a range.
  func written(_ range: JSONValue?) -> String {
    guard let start = offset(range?["start"]), let end = offset(range?["end"]), start <= end else { return "NO RANGE" }
    return String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
  }

  /// The text with a `TextEdit` done.
  func applying(_ edit: JSONValue?) -> String {
    applying(edit.map { [$0] } ?? [])
  }

  /// The text with edits done that are all of it, in any order.
  func applying(_ edits: [JSONValue]) -> String {
    var units = Array(text.utf16)
    var end = units.count
    let placed = edits.map { (offset($0["range"]?["start"]), offset($0["range"]?["end"]), $0["newText"]?.string) }
    guard !edits.isEmpty else { return "NO EDIT" }
    for edit in placed.sorted(by: { $0.0 ?? 0 > $1.0 ?? 0 }) {
      guard let start = edit.0, let stop = edit.1, let new = edit.2, start <= stop, stop <= end else {
        return "NO EDIT"
      }
      units.replaceSubrange(start..<stop, with: new.utf16)
      end = start
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func offset(_ position: JSONValue?) -> Int? {
    guard let line = position?["line"]?.integer, let character = position?["character"]?.integer else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard line < lines.count, character <= lines[line].utf16.count else { return nil }
    return lines[..<line].reduce(0) { $0 + $1.utf16.count + 1 } + character
  }

  private func exchange(_ request: (method: String, params: String)? = nil) throws -> [JSONValue] {
    let conversation =
      if let context { Conversation(capabilities: capabilities, context: context) } else {
        Conversation(capabilities: capabilities)
      }
    conversation.open(Self.uri, language, text)
    if let request { conversation.request(request.method, request.params) }
    return try conversation.messages()
  }
}
