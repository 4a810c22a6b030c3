package import JSON
package import SourceText

/// LSP 3.17, "ClientCapabilities", as far as something depends on them. What a client does not say, it does not offer.
package struct ClientCapabilities: Hashable, Sendable {
  /// What the characters of positions count.
  package var positionEncoding = PositionEncoding.utf16

  /// What its completions may have.
  package var completion = CompletionCapabilities()

  /// What its diagnostics may have.
  package var diagnostics = DiagnosticCapabilities()

  /// Whether it asks for diagnostics itself, and so is never sent any.
  package var pullsDiagnostics = false

  /// Whether it knows symbols within symbols.
  package var knowsSymbolTrees = false

  /// Whether it asks for diagnostics anew when it is told to.
  package var refreshesDiagnostics = false

  /// Whether an edit may name the version of the document that it is of.
  package var takesDocumentChanges = false

  /// Whether it can be asked for its settings.
  package var answersConfiguration = false

  /// Whether it can be asked to tell when they change.
  package var registersConfiguration = false

  /// Whether it can be asked to tell when files change.
  package var registersWatchedFiles = false

  /// Whether it knows which of several actions is the one to take.
  package var knowsPreferredActions = false

  /// How what is explained at the cursor is written.
  package var hoverFormat = MarkupKind.markdown

  /// How what is told of a proposal is written.
  package var documentationFormat = MarkupKind.markdown

  /// A client that offers nothing.
  package init() {}

  /// Reads the member `capabilities` of `initialize`.
  package init(_ capabilities: JSONValue?) {
    positionEncoding = PositionEncoding(offeredBy: capabilities)
    guard let capabilities else { return }
    completion = CompletionCapabilities(capabilities["textDocument"]?["completion"])
    let (document, workspace) = (capabilities["textDocument"], capabilities["workspace"])
    let pulled = document?["diagnostic"]
    diagnostics = DiagnosticCapabilities(document?["publishDiagnostics"])
    pullsDiagnostics = pulled?.kind == .object
    // Since LSP 3.18 they may be said of both.
    if pullsDiagnostics { diagnostics.formUnion(DiagnosticCapabilities(pulled)) }
    knowsSymbolTrees = document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.boolean ?? false
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.boolean ?? false
    answersConfiguration = workspace?["configuration"]?.boolean ?? false
    registersConfiguration = workspace?["didChangeConfiguration"]?["dynamicRegistration"]?.boolean ?? false
    registersWatchedFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.boolean ?? false
    takesDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"]?.boolean ?? false
    knowsPreferredActions = document?["codeAction"]?["isPreferredSupport"]?.boolean ?? false
    hoverFormat = MarkupKind(offeredBy: document?["hover"]?["contentFormat"])
    documentationFormat = MarkupKind(
      offeredBy: document?["completion"]?["completionItem"]?["documentationFormat"])
  }
}

/// What a client makes use of in a diagnostic: LSP 3.17, "PublishDiagnosticsClientCapabilities".
package struct DiagnosticCapabilities: Hashable, Sendable {
  /// Other places that belong to it.
  package var relatedInformation = false

  /// The tags that it knows.
  package var tags: Set<DiagnosticTag> = []

  /// A link to what is written about the code.
  package var codeDescription = false

  /// Data of the server's.
  package var data = false

  /// A client that makes use of nothing.
  package init() {}

  init(_ capabilities: JSONValue?) {
    guard let capabilities else { return }
    relatedInformation = capabilities["relatedInformation"]?.boolean ?? false
    codeDescription = capabilities["codeDescriptionSupport"]?.boolean ?? false
    data = capabilities["dataSupport"]?.boolean ?? false
    let known = capabilities["tagSupport"]?["valueSet"]?.elements.compactMap(\.integer) ?? []
    tags = Set(known.compactMap(DiagnosticTag.init))
  }

  mutating func formUnion(_ other: DiagnosticCapabilities) {
    relatedInformation = relatedInformation || other.relatedInformation
    codeDescription = codeDescription || other.codeDescription
    data = data || other.data
    tags.formUnion(other.tags)
  }
}
