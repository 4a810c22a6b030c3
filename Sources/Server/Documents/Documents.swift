import BindingDocuments
import DurableStorage
import JSON
import LanguageServerProtocol
import SourceText
import TrustedAccess

/// The documents that a client has open. A value that the reading thread alone touches.
struct Documents: Sendable {
  /// What the client offers.
  var client = ClientCapabilities()

  /// What is wanted of the checks.
  var settings = EditorSettings()

  /// What the characters of positions count, as agreed with the client.
  var encoding: PositionEncoding { client.positionEncoding }

  private var open: [String: OpenDocument] = [:]
  /// The documents whose findings have not been published since they were opened, changed or closed, in that order.
  private var unpublished: [String] = []

  /// The documents of which something has been published since they were opened.
  private var published: Set<String> = []

  /// Whether a document that awaits publication was opened or closed, not only edited.
  private var isPublicationUrgent = false

  /// For how many milliseconds the client may be silent before its documents are looked at; `nil` if nothing is to be
  /// published, as nothing ever is to a client that asks for diagnostics itself.
  ///
  /// An edit is seldom the last: what belongs to the same keystroke follows it closely, such as the request for a completion,
  /// and need not wait for a look at a state that the next edit makes stale.
  var settlingTime: Int? {
    unpublished.isEmpty ? nil : isPublicationUrgent ? 0 : 20
  }

  /// The URIs of the documents that are open, in no particular order.
  var openURIs: [String] { Array(open.keys) }

  /// Takes a document that was opened. One that is open already is replaced.
  mutating func didOpen(_ params: DidOpenTextDocumentParams, settingsFrom disk: FileSystem) {
    open[params.uri] = OpenDocument(params, settings.settings(of: params.uri, from: disk))
    note(params.uri)
    isPublicationUrgent = true
  }

  /// Follows edits. Of a document that is not open nothing is known, and nothing becomes of them.
  ///
  /// - Throws: what is wrong with them, to be told to the person who looks after the client.
  mutating func didChange(_ params: DidChangeTextDocumentParams) throws(TextChangeError) {
    note(params.uri)
    // Taken out, so that the document is the only one that holds its text, and is edited in place.
    guard var document = open.removeValue(forKey: params.uri) else { return }
    defer { open[params.uri] = document }
    try document.apply(params, in: encoding)
  }

  /// Forgets a document.
  mutating func didClose(_ params: DidCloseTextDocumentParams) {
    open[params.uri] = nil
    note(params.uri)
    isPublicationUrgent = true
  }

  /// Gives each document the settings that are its now.
  ///
  /// - Returns: whether one of them has others than before.
  mutating func renewSettings(from disk: FileSystem) -> Bool {
    var isChanged = false
    for uri in open.keys {
      let settings = settings.settings(of: uri, from: disk)
      guard open[uri]?.settings != settings else { continue }
      open[uri]?.settings = settings
      note(uri)
      isPublicationUrgent = true
      isChanged = true
    }
    return isChanged
  }

  /// Holds every document to the roles that there are now.
  mutating func renewRoles() {
    for uri in open.keys {
      open[uri]?.forgetFindings()
      note(uri)
    }
  }

  private mutating func note(_ uri: String) {
    if !client.pullsDiagnostics, !unpublished.contains(uri) { unpublished.append(uri) }
  }

  /// Looks at a place of an open document; not at all if the document is not open, not read or out of step.
  func withPlace(
    _ place: TextDocumentPositionParams,
    _ body: (_ analysis: DocumentAnalysis, _ offset: Int, _ text: SourceText) -> Void
  ) {
    guard let document = open[place.uri], let analysis = document.analysis, !document.isOutOfStep else { return }
    body(analysis, document.text.offset(of: place.position, in: encoding), document.text)
  }

  /// Looks at an open document; not at all if it is not open, not read or out of step.
  func withDocument(_ uri: String, _ body: (_ analysis: DocumentAnalysis, _ text: SourceText) -> Void) {
    guard let document = open[uri], let analysis = document.analysis, !document.isOutOfStep else { return }
    body(analysis, document.text)
  }

  /// What mends an open document without anyone being asked, with its text; `nil` if the document is not open, not read or
  /// out of step.
  func mending(
    of uri: String, roles: (_ location: String?) -> any RoleDirectory
  ) -> (text: SourceText, mending: Mending)? {
    guard let document = open[uri], let mending = document.mending(roles: roles) else { return nil }
    return (document.text, mending)
  }

  /// Gives what is wrong with the next document whose findings are to be published, and forgets that they are. A document
  /// that is closed has none.
  mutating func nextToPublish(roles: (_ location: String?) -> any RoleDirectory) -> PublishDiagnosticsParams? {
    while !unpublished.isEmpty {
      let uri = unpublished.removeFirst()
      // Of what is not read nothing is said; but what has been said is taken back.
      if open[uri]?.isRead == true { published.insert(uri) } else if published.remove(uri) == nil { continue }
      return PublishDiagnosticsParams(
        uri: uri, version: version(of: uri), diagnostics: diagnostics(of: uri, roles: roles))
    }
    isPublicationUrgent = false
    return nil
  }

  /// The version of a document; `nil` if it is not open.
  func version(of uri: String) -> Int? { open[uri]?.version }

  /// What is wrong with a document; nothing if it is not open or not read.
  ///
  /// Cost: that of the blocks that have changed since the last call, and of the findings.
  mutating func diagnostics(of uri: String, roles: (_ location: String?) -> any RoleDirectory) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let client = client
    withFindings(of: uri, roles: roles) { findings, text in
      diagnostics = findings.map { Diagnostic($0, in: uri, text, for: client) }
    }
    return diagnostics
  }

  /// Looks at what is wrong with a document; not at all if it is not open.
  ///
  /// Cost: that of the blocks that have changed since the last call, and of the findings.
  mutating func withFindings(
    of uri: String, roles: (_ location: String?) -> any RoleDirectory,
    _ body: (_ findings: [DocumentFinding], _ text: SourceText) -> Void
  ) {
    // Taken out, so that it is changed in place.
    guard var document = open.removeValue(forKey: uri) else { return }
    defer { open[uri] = document }
    body(document.currentFindings(roles: roles), document.text)
  }
}
