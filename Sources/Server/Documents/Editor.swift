import JSON
import JSONRPC
import LanguageServerProtocol
import Synchronization
import TrustedAccess

/// The editor at the other end of a session: the documents that it has open, and what it wants of them.
final class Editor: Sendable {
  /// The documents. Locked for what is done in memory alone.
  let documents = Mutex(Documents())

  private let deferredContext: DeferredContext

  /// How often the client has been asked for its settings: an answer counts if it is to the last time.
  private let configurationRequests = Atomic(0)

  init(_ context: DeferredContext) {
    deferredContext = context
  }

  /// What the session works with.
  var context: ServerContext { deferredContext.value }

  /// Takes what `initialize` says.
  func initialize(_ params: InitializeParams) {
    documents.withLock { documents in
      documents.client = params.capabilities
      documents.settings.take(params)
    }
  }

  /// Answers a request about documents.
  func answer(
    _ feature: DocumentFeature, _ params: JSONValue?, into result: inout JSONWriter
  ) throws(ResponseError) {
    let context = context
    try documents.withLock { documents throws(ResponseError) in
      try feature.answer(&documents, params, context, &result)
    }
  }

  /// For how many milliseconds the client may be silent before it is told what is wrong; `nil` if there is nothing to tell.
  var settlingTime: Int? { documents.withLock(\.settlingTime) }

  /// Tells what is wrong with the documents that have changed.
  func publish(to client: Client) {
    let context = context
    documents.withLock { documents in
      while let params = documents.nextToPublish(roles: { context.roles(in: $0) }) {
        client.notify("textDocument/publishDiagnostics") { params.write(to: &$0) }
      }
    }
  }
}

// MARK: Settings

extension Editor {
  /// Asks the client to tell what changes, as far as it offers that.
  func register(with client: Client) {
    let offers = documents.withLock(\.client)
    var registrations: [Registration] = []
    if offers.registersConfiguration { registrations.append(.configuration(section: EditorSettings.section)) }
    if offers.registersWatchedFiles { registrations.append(.watchedFiles(pattern: EditorSettings.filePattern)) }
    guard !registrations.isEmpty else { return }
    client.request("client/registerCapability", { Registration.write(registrations, to: &$0) }) { _ in
      // A client that refuses what it has offered tells its user; without it, the settings are those of the start.
    }
  }

  /// Asks the client for its settings, if it offers to answer. What it answers is followed when it comes.
  func askForSettings(_ client: Client) {
    let (isOffered, scopes) = documents.withLock { ($0.client.answersConfiguration, $0.settings.scopes) }
    guard isOffered else { return }
    let number = configurationRequests.add(1, ordering: .relaxed).newValue
    let params = ConfigurationParams(section: EditorSettings.section, scopes: scopes)
    client.request("workspace/configuration", { params.write(to: &$0) }) { [self] reply in
      guard number == configurationRequests.load(ordering: .relaxed), case .success(let values) = reply else { return }
      changeSettings(client) { settings in
        settings.take(zip(scopes, values.elements).map { ($0, $1) })
        return true
      }
    }
  }

  /// Changes what is wanted of the checks, and sees to it that what they say is renewed.
  ///
  /// - Parameter change: makes the change, and gives whether it may be one.
  func changeSettings(_ client: Client, _ change: (inout EditorSettings) -> Bool) {
    let disk = context.fileSystem
    let isChanged = documents.withLock { documents in
      change(&documents.settings) && documents.renewSettings(from: disk)
    }
    if isChanged { askToPull(client) }
    tellComplaints(to: client)
  }

  /// Asks a client that pulls diagnostics to do so anew, if it offers that.
  private func askToPull(_ client: Client) {
    let offers = documents.withLock(\.client)
    guard offers.pullsDiagnostics, offers.refreshesDiagnostics else { return }
    client.request("workspace/diagnostic/refresh") { _ in }
  }

  /// Sees to it that what is wrong with documents is told anew whenever a role list has changed, by whichever thread that
  /// finds out.
  func followRoleLists(for client: Client) {
    context.roleLists.observe { [weak self] in
      guard let self else { return }
      documents.withLock { $0.renewRoles() }
      publish(to: client)
      askToPull(client)
      client.flush()
    }
  }

  /// Tells the person at the editor what is wrong with the settings.
  func tellComplaints(to client: Client) {
    for complaint in documents.withLock({ $0.settings.takeComplaints() }) {
      client.notify("window/showMessage") { ShowMessageParams(.warning, complaint).write(to: &$0) }
    }
  }
}
