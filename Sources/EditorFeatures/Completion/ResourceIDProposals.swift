import BindingDocuments
import TrustedAccess

extension Completion {
  /// Resource IDs, segment by segment and whole.
  func resourceIDs(_ place: TypingPlace, _ wanted: [ResourceType]) -> CompletionProposals {
    var proposals = CompletionProposals()
    guard let written = place.written else { return proposals }
    let start = place.leading.utf8.count
    let clusters = knowledge.knownClusters
    let completion = ResourceIDCompletion(
      in: place.leading + written, at: start + place.typed, known: knownIDs(with: clusters ?? []), wanted: wanted)
    // What comes from a variable is not the document's to change.
    guard completion.range.lowerBound >= start else { return proposals }
    let offset = place.range.lowerBound - start
    let range = completion.range.lowerBound + offset..<completion.range.upperBound + offset
    let typed = Substring(written.utf8.prefix(place.typed).dropFirst(completion.range.lowerBound - start))
    for proposal in completion.proposals.prefix(Self.limit) {
      var new = CompletionProposal(
        proposal.extent == .whole ? .resourceID : .resourceIDSegment, proposal.text, at: range)
      guard let spelled = place.spelling(of: proposal.text) else { continue }
      if spelled != proposal.text { new.text = spelled }
      new.filterText = Self.filterText(proposal.text, typed).text
      proposals.proposals.append(new)
    }
    proposals.isIncomplete = completion.proposals.count > Self.limit || clusters == nil
    return proposals
  }

  /// How many sites of a document are looked at for what it knows.
  private static var sitesLookedAt: Int { 200 }

  /// The document's sites, but for the one at the place.
  func otherSites(than place: TypingPlace) -> [DocumentSite] {
    document.sites(limit: Self.sitesLookedAt).filter { $0.range != place.site.range }
  }

  /// The IDs that are known: those of the document, each once, then those of the registered clusters and their bindings.
  private func knownIDs(with clusters: [KnownCluster]) -> [ResourceID] {
    var seen: Set<ResourceID> = []
    var known: [ResourceID] = []
    func add(_ id: ResourceID) { if seen.insert(id).inserted { known.append(id) } }
    for site in document.sites(limit: Self.sitesLookedAt) {
      for value in [site.source, site.cluster] {
        guard let value, value.isKnown, value.range.map({ !$0.contains(offset) && $0.upperBound != offset }) ?? true
        else { continue }
        if let id = try? ResourceID(value.text) { add(id) }
      }
    }
    for cluster in clusters {
      for binding in cluster.bindings { add(binding.binding.source) }
      add(cluster.cluster.id)
    }
    return known
  }
}
