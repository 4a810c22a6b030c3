package import BindingDocuments
import RoleCatalog
package import SourceText
import TrustedAccess

/// Completion of what stands in bindings, and of bindings as a whole.
package struct Completion {
  /// How many proposals are made at most.
  package static let limit = 50

  let offset: Int
  let document: DocumentAnalysis
  let text: SourceText
  let knowledge: any EditorKnowledge
  let options: CompletionOptions

  /// Completes at an offset of a document.
  package init(
    at offset: Int, in document: DocumentAnalysis, _ text: SourceText, knowing knowledge: any EditorKnowledge,
    for options: CompletionOptions
  ) {
    self.offset = offset
    self.document = document
    self.text = text
    self.knowledge = knowledge
    self.options = options
  }

  /// What may be typed.
  package var proposals: CompletionProposals {
    guard let place = document.typingPlace(at: offset, in: text) else { return CompletionProposals() }
    switch place.subject {
    case .role(let index): return roleNames(place, index)
    case .source: return resourceIDs(place, knowledge.roles(in: nil).sourceTypes)
    case .cluster: return resourceIDs(place, [.cluster])
    case .bindingName: return bindingNames(place)
    case .clusterName: return clusterNames(place)
    case .group: return groupNames(place)
    case .subscription: return subscriptions(place)
    case .location: return values(place, AzureLocations.names.map { ($0, nil) })
    case .argument(let name): return argumentValues(place, name)
    case .argumentName(let index): return arguments(place, besides: index)
    case .word(let index): return words(place, index)
    case .nothing: return arguments(place, besides: nil)
    }
  }
}

extension Completion {
  /// What a proposal is compared with when more is typed, where its label does not begin with what is typed: the rest of
  /// it from where it does; where it nowhere does, both, since editors compare in different ways.
  static func filterText(_ label: String, _ typed: some StringProtocol) -> (text: String?, isLoose: Bool) {
    if label.hasPrefixIgnoringCase(typed) { return (nil, false) }
    var rest = Substring(label)
    while rest.popFirst() != nil { if rest.hasPrefixIgnoringCase(typed) { return (String(rest), false) } }
    return (typed + " " + label, true)
  }

  /// Names and other values, those that begin with what is typed first.
  func values(
    _ place: TypingPlace, _ values: [(name: String, detail: String?)],
    _ kind: CompletionProposal.Kind = .value
  ) -> CompletionProposals {
    guard place.leading.isEmpty, place.written != nil else { return CompletionProposals() }
    let typed = place.textBefore
    var proposals = CompletionProposals()
    var others: [CompletionProposal] = []
    var seen: Set<String> = []
    for value in values where value.name.containsIgnoringCase(typed) && seen.insert(value.name.lowercased()).inserted {
      var proposal = CompletionProposal(kind, value.name, at: place.range)
      guard let spelled = place.spelling(of: value.name) else { continue }
      if spelled != value.name { proposal.text = spelled }
      proposal.detail = value.detail
      proposal.filterText = Self.filterText(value.name, typed).text
      if proposal.filterText == nil { proposals.proposals.append(proposal) } else { others.append(proposal) }
    }
    proposals.proposals += others
    proposals.isIncomplete = proposals.proposals.count > Self.limit
    proposals.proposals = Array(proposals.proposals.prefix(Self.limit))
    return proposals
  }
}
