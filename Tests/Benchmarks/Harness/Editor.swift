/// An editor with one document open.
final class Editor {
  private let child: Child
  private var document = 0
  private var version = 1
  private var script: SampleScript?
  private var nextID = 1_000_000
  private var isTyped = false

  /// Starts a server, and a session with it.
  init(_ command: Command) throws(Failure) {
    child = try Child(command)
    try child.initialize()
    try child.write(Frame.of(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#))
  }

  /// Closes what is open, and opens a script as a document that the server has not seen.
  ///
  /// - Returns: how long it took from before the message is written to after the diagnostics are read.
  @discardableResult
  func open(_ script: SampleScript) throws(Failure) -> UInt64 {
    if self.script != nil {
      try child.write(Frame.of(notification("didClose", #""textDocument":{"uri":"\#(uri)"}"#)))
      try ask("benchmarks/unknown", "{}")
    }
    document += 1
    self.script = script
    (version, isTyped) = (1, false)
    let item = #"{"uri":"\#(uri)","languageId":"shellscript","version":1,"text":"\#(script.escaped)"}"#
    let frame = Frame.of(notification("didOpen", #""textDocument":\#(item)"#))
    let start = now()
    try child.write(frame)
    while true {
      let (body, time) = try child.message()
      if body.contains("publishDiagnostics"), body.contains(uri) { return time - start }
    }
  }

  /// Asks for a completion at the cursor.
  ///
  /// - Returns: how long it took.
  func complete() throws(Failure) -> UInt64 { try exchange([]) }

  /// Types a letter at the cursor, or takes it away again, and asks for a completion, in one write.
  ///
  /// - Returns: how long it took from before that to after the completion is read.
  func type() throws(Failure) -> UInt64 {
    guard let script else { throw Failure("nothing is open") }
    version += 1
    let end = script.character + (isTyped ? 1 : 0)
    let change =
      #"{"range":{"start":{"line":\#(script.line),"character":\#(script.character)},"#
      + #""end":{"line":\#(script.line),"character":\#(end)}},"text":"\#(isTyped ? "" : "i")"}"#
    isTyped.toggle()
    return try exchange(
      Frame.of(
        notification(
          "didChange", #""textDocument":{"uri":"\#(uri)","version":\#(version)},"contentChanges":[\#(change)]"#)))
  }

  /// What the server has in memory.
  func residentBytes() throws(Failure) -> Double { try child.residentBytes() }

  /// Ends the session.
  func end() throws(Failure) {
    try ask("shutdown", nil)
    try child.write(Frame.of(#"{"jsonrpc":"2.0","method":"exit"}"#))
    child.end()
  }

  private var uri: String { "file:///benchmarks/document-\(document).sh" }

  private func notification(_ method: String, _ params: String) -> String {
    #"{"jsonrpc":"2.0","method":"textDocument/\#(method)","params":{\#(params)}}"#
  }

  private func exchange(_ before: [UInt8]) throws(Failure) -> UInt64 {
    guard let script else { throw Failure("nothing is open") }
    let place = #"{"line":\#(script.line),"character":\#(script.character + (isTyped ? 1 : 0))}"#
    return try ask(
      "textDocument/completion", #"{"textDocument":{"uri":"\#(uri)"},"position":\#(place)}"#, behind: before)
  }

  /// Asks once; what comes before the reply is passed over.
  @discardableResult
  private func ask(_ method: String, _ params: String?, behind before: [UInt8] = []) throws(Failure) -> UInt64 {
    nextID += 1
    let id = #""id":\#(nextID)"#
    let request = Frame.of(
      #"{"jsonrpc":"2.0",\#(id),"method":"\#(method)"\#(params.map { #","params":\#($0)"# } ?? "")}"#)
    let bytes = before + request
    let start = now()
    try child.write(bytes)
    while true {
      let (body, time) = try child.message()
      if body.contains(id) { return time - start }
    }
  }
}
