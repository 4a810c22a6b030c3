import BindingDocuments
import LanguageServerProtocol
import SourceText
import TrustedAccess
import Workspace

/// A document that the client has open: its text, what it says of bindings, and what the rules have to say of that.
struct OpenDocument: Sendable {
  /// The number of the version that the text is of.
  private(set) var version: Int

  /// The text.
  private(set) var text: SourceText

  /// What it says; `nil` if its language is none that is read.
  private(set) var analysis: DocumentAnalysis?

  /// Whether an edit could not be followed, so that the text is another than the client's.
  private(set) var isOutOfStep = false

  /// What is wanted of its checks.
  var settings: DocumentSettings {
    didSet { follow(oldValue) }
  }

  /// The findings, kept from one publication to the next; `nil` if they are to be looked for anew.
  private var findings: FindingCache? = FindingCache()

  /// Whether it is a file of settings, which is held to what settings there are.
  private let hasSettings: Bool

  /// The language that the client and the document's name tell.
  private let toldDialect: DialectName?

  /// Takes a document that the client has opened.
  init(_ params: DidOpenTextDocumentParams, _ settings: DocumentSettings) {
    version = params.version
    text = SourceText(params.text)
    self.settings = settings
    hasSettings = params.uri.hasSuffix("/\(Settings.fileName)")
    toldDialect = DialectName(languageID: params.languageId, fileName: params.uri)
    analysis = (settings.dialect ?? toldDialect).flatMap { DocumentAnalysis(params.text, as: $0) }
  }

  /// Looks for findings anew, since there are other roles.
  mutating func forgetFindings() {
    findings = nil
  }

  private mutating func follow(_ old: DocumentSettings) {
    if settings.location != old.location { forgetFindings() }
    let dialect = settings.dialect ?? toldDialect
    guard dialect != analysis?.dialectName else { return }
    analysis = dialect.flatMap { DocumentAnalysis(text.bytes(in: 0..<text.byteCount), as: $0) }
    findings = FindingCache()
  }

  /// Whether its language is read.
  var isRead: Bool { analysis != nil }

  /// Follows the client's edits. From one that cannot be followed on, the document is out of step, and nothing is said of
  /// it until the client sends its whole text.
  ///
  /// - Throws: what is wrong with them.
  mutating func apply(
    _ params: DidChangeTextDocumentParams, in encoding: PositionEncoding
  ) throws(TextChangeError) {
    version = params.version
    var changes = params.contentChanges[...]
    // What comes before a whole text does not count.
    if let whole = changes.lastIndex(where: { $0.range == nil }) {
      replace(with: changes[whole].text)
      changes = changes[(whole + 1)...]
    }
    guard !isOutOfStep else { return }
    for change in changes {
      do {
        // In place: a copy to go back to would make every edit copy what it touches.
        for edit in try text.apply([change], in: encoding) { analysis?.apply(edit, to: text) }
      } catch {
        isOutOfStep = true
        throw error
      }
    }
  }

  private mutating func replace(with bytes: [UInt8]) {
    isOutOfStep = false
    text = SourceText(bytes)
    if let name = analysis?.dialectName { analysis = DocumentAnalysis(bytes, as: name) }
    findings = FindingCache()
  }

  /// What the rules have to say of the document now.
  ///
  /// Cost: that of the blocks that have changed since the last call, and of the findings.
  mutating func currentFindings(roles: (_ location: String?) -> any RoleDirectory) -> [DocumentFinding] {
    guard !isOutOfStep, var current = analysis else { return [] }
    if hasSettings { return SettingsReading(text.bytes(in: 0..<text.byteCount)).problems.map(DocumentFinding.init) }
    // Taken out, so that it is changed in place.
    analysis = nil
    defer { analysis = current }
    let location = settings.location
    func localRoles(_ told: String?) -> any RoleDirectory { roles(told ?? location) }
    var findings = findings.take() ?? FindingCache(of: current, roles: localRoles)
    defer { self.findings = findings }
    return settings.applied(to: findings.update(&current, roles: localRoles))
  }

  /// What mends the document without anyone being asked.
  func mending(roles: (_ location: String?) -> any RoleDirectory) -> Mending? {
    guard !isOutOfStep, let analysis else { return nil }
    return Mending(text, analysis) { analysis, _ in
      settings.applied(to: analysis.findings { roles($0 ?? settings.location) })
    }
  }
}
