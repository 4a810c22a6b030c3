import BindingDocuments
import TrustedAccess

// Names that stand elsewhere in the document, then those of what is registered.

extension Completion {
  /// Names of bindings: of the cluster, where that is known.
  func bindingNames(_ place: TypingPlace) -> CompletionProposals {
    let cluster = place.site.cluster.flatMap { $0.isKnown ? try? ResourceID($0.text) : nil }
    var names: [(name: String, detail: String?)] = otherSites(than: place).compactMap { site in
      site.name.flatMap { $0.isKnown && BindingName($0.text) != nil ? ($0.text, nil) : nil }
    }
    for known in knowledge.knownClusters ?? [] where cluster.map({ $0 == known.cluster.id }) ?? true {
      names += known.bindings.map { binding in
        (
          binding.binding.name.description,
          "\(known.cluster.id.name), \(binding.effective.later(at: knowledge.time).inWords)"
        )
      }
    }
    return known(place, names)
  }

  /// Names of clusters.
  func clusterNames(_ place: TypingPlace) -> CompletionProposals {
    known(
      place,
      clusterIDs(otherThan: place).map { ($0.id.name, $0.location ?? $0.id.resourceGroup) })
  }

  /// Names of the groups that clusters are in.
  func groupNames(_ place: TypingPlace) -> CompletionProposals {
    known(place, clusterIDs(otherThan: place).compactMap { cluster in cluster.id.resourceGroup.map { ($0, nil) } })
  }

  /// Subscriptions that clusters are in.
  func subscriptions(_ place: TypingPlace) -> CompletionProposals {
    known(place, clusterIDs(otherThan: place).compactMap { cluster in cluster.id.subscriptionID.map { ($0, nil) } })
  }

  private func known(_ place: TypingPlace, _ names: [(name: String, detail: String?)]) -> CompletionProposals {
    // What is registered tells more of a name than the document does.
    let told = Dictionary(names.compactMap { name in name.detail.map { (name.name, $0) } }) { first, _ in first }
    var proposals = values(place, names.map { ($0.name, told[$0.name]) }, .name)
    if knowledge.knownClusters == nil { proposals.isIncomplete = true }
    return proposals
  }

  private func clusterIDs(otherThan place: TypingPlace) -> [(id: ResourceID, location: String?)] {
    let written = otherSites(than: place).compactMap { site in
      site.cluster.flatMap { try? ResourceID($0.text) }
    }
    return written.filter { !$0.name.utf8.contains(UInt8(ascii: "$")) }.map { ($0, nil) }
      + (knowledge.knownClusters ?? []).map { ($0.cluster.id, $0.cluster.location) }
  }
}
