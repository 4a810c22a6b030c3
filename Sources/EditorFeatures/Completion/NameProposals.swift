import BindingDocuments
import TrustedAccess

// Names that stand elsewhere in the document, then those of what is registered.

extension Completion {
  /// Names of bindings: of the clusters that may be meant, as far as that is known.
  func bindingNames(_ place: TypingPlace) -> CompletionProposals {
    var names: [(name: String, detail: String?)] = otherSites(than: place).compactMap { site in
      site.name.flatMap { $0.isKnown && BindingName($0.text) != nil ? ($0.text, nil) : nil }
    }
    let clusters = knowledge.knownClusters
    for known in clusters ?? [] where place.site.cluster?.mayBe(known.cluster.id) ?? true {
      names += known.bindings.map { binding in
        (
          binding.binding.name.description,
          "\(known.cluster.id.name), \(binding.effective.later(at: knowledge.time).inWords)"
        )
      }
    }
    return known(place, names, isRead: clusters != nil)
  }

  /// Names of clusters.
  func clusterNames(_ place: TypingPlace) -> CompletionProposals {
    ofClusters(place) { ($0.id.name, $0.location ?? $0.id.resourceGroup) }
  }

  /// Names of the groups that clusters are in.
  func groupNames(_ place: TypingPlace) -> CompletionProposals {
    ofClusters(place) { cluster in cluster.id.resourceGroup.map { ($0, nil) } }
  }

  /// Subscriptions that clusters are in.
  func subscriptions(_ place: TypingPlace) -> CompletionProposals {
    ofClusters(place) { cluster in cluster.id.subscriptionID.map { ($0, nil) } }
  }

  private func ofClusters(
    _ place: TypingPlace, _ name: ((id: ResourceID, location: String?)) -> (name: String, detail: String?)?
  ) -> CompletionProposals {
    let written = otherSites(than: place).compactMap { site in
      site.cluster.flatMap { try? ResourceID($0.text) }
    }
    let registered = knowledge.knownClusters
    let all: [(id: ResourceID, location: String?)] =
      written.map { ($0, nil) } + (registered ?? []).map { ($0.cluster.id, $0.cluster.location) }
    let names = all.compactMap(name).filter { !$0.name.utf8.contains(UInt8(ascii: "$")) }
    return known(place, names, isRead: registered != nil)
  }

  private func known(
    _ place: TypingPlace, _ names: [(name: String, detail: String?)], isRead: Bool
  ) -> CompletionProposals {
    // What is registered tells more of a name than the document does.
    let told = Dictionary(names.compactMap { name in name.detail.map { (name.name, $0) } }) { _, last in last }
    var proposals = values(place, names.map { ($0.name, told[$0.name]) }, .name)
    if !isRead { proposals.isIncomplete = true }
    return proposals
  }
}
