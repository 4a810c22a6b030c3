import BindingDocuments
import EditorFeatures
import JSON
import JSONRPC
import LanguageServerProtocol
import RoleCatalog
import SourceText
import TrustedAccess

extension DocumentFeature {
  /// `textDocument/completion`.
  static let completion = DocumentFeature(
    method: "textDocument/completion", capability: "completionProvider",
    writeCapability: { writer in
      writer.object { writer in
        // What role names and resource IDs are made of besides letters, which ask by themselves.
        writer.member("triggerCharacters", ["/", ".", "\"", "'", ",", "=", "-", "@"])
        writer.member("resolveProvider", true)
      }
    }
  ) { (documents, params, context, result) throws(ResponseError) in
    let place = try TextDocumentPositionParams.required(params)
    documents.withPlace(place) { analysis, offset, text in
      let client = documents.client.completion
      var options = CompletionOptions()
      options.snippets = client.snippets
      options.retiredRoles = client.deprecatedTag
      let found = Completion(at: offset, in: analysis, text, knowing: context, for: options).proposals
      // Nearly always they all replace the same.
      var last: (bytes: Range<Int>, range: CompletionRange)?
      let items = found.proposals.map { proposal in
        if let last, last.bytes == proposal.range { return CompletionItem(proposal, at: last.range) }
        let replace = text.positions(of: proposal.range, in: documents.encoding)
        let insert =
          proposal.range.upperBound == offset
          ? replace : text.positions(of: proposal.range.lowerBound..<offset, in: documents.encoding)
        let range = CompletionRange(insert: insert, replace: replace)
        last = (proposal.range, range)
        return CompletionItem(proposal, at: range)
      }
      CompletionList(isIncomplete: found.isIncomplete, items: items).write(to: &result, for: client)
    }
    result.null()
  }
}

extension DocumentFeature {
  /// `completionItem/resolve`: what a role permits, for the item that is looked at.
  static let completionResolve = DocumentFeature(method: "completionItem/resolve", capability: nil) {
    (documents, item, context, result) throws(ResponseError) in
    guard let item, let label = item["label"]?.string else {
      throw ResponseError(.invalidParams, "expected an item of a completion, with its 'label'")
    }
    let roles = context.roles(in: nil)
    result.object { writer in
      for (name, value) in item.members where name != "documentation" {
        writer.key(named: name)
        writer.write(value)
      }
      guard let name = RoleName(label), let entry = roles.entry(for: name) else { return }
      writer.key("documentation")
      let description = RoleDescription.markdown(of: entry, provenance: roles.provenance)
      writer.markup(description, as: documents.client.documentationFormat)
    }
  }
}

extension CompletionItem {
  /// A proposal as LSP has it.
  fileprivate init(_ proposal: CompletionProposal, at range: CompletionRange) {
    self.init(label: proposal.label, kind: proposal.kind.wireValue, range: range)
    newText = proposal.text
    isSnippet = proposal.isSnippet
    filterText = proposal.filterText
    detail = proposal.detail
    isDeprecated = proposal.isRetired
  }
}

extension CompletionProposal.Kind {
  /// LSP 3.17, "CompletionItemKind".
  fileprivate var wireValue: Int {
    switch self {
    case .role, .value: 20  // EnumMember: one of what a list names.
    case .resourceIDSegment: 19  // Folder
    case .resourceID: 18  // Reference
    case .name: 12  // Value
    case .commandWord: 14  // Keyword
    case .argument: 10  // Property
    }
  }
}
