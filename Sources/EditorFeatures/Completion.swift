package import BindingDocuments
package import RoleCatalog
import TrustedAccess

/// What may be typed at a place of a document.
package struct CompletionProposal: Hashable, Sendable {
  /// What a proposal is.
  package enum Kind: Hashable, Sendable {
    case role
    case resourceIDSegment
    case resourceID
  }

  /// What it is.
  package var kind: Kind

  /// What is put into the document, in the place of ``CompletionProposals/range`` or, if it has one, of its own.
  package var text: String

  /// What it replaces, in bytes of the document.
  package var range: Range<Int>

  /// Whether it does not fit what else the site says: a role for other sources than the one that is given.
  package var isUnlikely = false
}

/// The proposals for one place, best first.
package struct CompletionProposals: Sendable {
  /// The proposals.
  package var proposals: [CompletionProposal] = []

  /// Whether there are more.
  package var isIncomplete = false
}

/// Completion of what stands in the fields of bindings.
package enum Completion {
  /// How many proposals are made at most.
  package static let limit = 50

  /// What may be typed at an offset of a document.
  ///
  /// - Parameter roles: the roles of a location; of none in particular, for `nil`.
  package static func proposals(
    at offset: Int, in document: DocumentAnalysis, roles: (_ location: String?) -> RoleSnapshot
  ) -> CompletionProposals {
    guard let place = document.fieldPlace(at: offset) else { return CompletionProposals() }
    switch place.field {
    case .role, .roles: return roleNames(place, roles(nil))
    case .source: return resourceIDs(place, roles(nil).sourceTypes, knownIDs(in: document))
    case .cluster: return resourceIDs(place, [.cluster], knownIDs(in: document))
    case .name: return CompletionProposals()
    }
  }

  /// Role names: those that the source may have before others.
  private static func roleNames(_ place: FieldPlace, _ roles: RoleSnapshot) -> CompletionProposals {
    let given = place.site.roles?.map(\.text) ?? []
    let source = place.site.source.flatMap { try? ResourceID($0.text) }?.type
    let (found, fitting) = hits(place.textBefore, source, roles)
    var proposals = CompletionProposals()
    for (index, hit) in found.enumerated() {
      let name = hit.entry.role.name.text
      // A role that the list has already is no proposal, but for the one that is being typed.
      guard !given.contains(where: { $0.isEqualIgnoringCase(to: name) && $0 != place.textBefore }) else { continue }
      proposals.proposals.append(
        CompletionProposal(
          kind: .role, text: name, range: place.range, isUnlikely: source != nil && index >= fitting))
    }
    proposals.isIncomplete = found.count >= limit
    return proposals
  }

  /// The roles that a text may be the beginning of, and how many of them, which come first, a source may have.
  private static func hits(
    _ text: String, _ source: ResourceType?, _ roles: RoleSnapshot
  ) -> (hits: [RoleHit], fitting: Int) {
    let all = roles.index.search(text, limit: limit)
    guard let source else { return (all, 0) }
    func fits(_ hit: RoleHit) -> Bool { hit.entry.role.name.sourceType.isSameOrParent(of: source) }
    var fitting = all.filter(fits)
    // Where there are more than were asked for, those that fit may be among the others.
    if all.count == limit { fitting = roles.index.search(text, forSourcesOf: source, limit: limit) }
    return (fitting + all.filter { !fits($0) }, fitting.count)
  }

  /// Resource IDs, segment by segment and whole.
  private static func resourceIDs(
    _ place: FieldPlace, _ wanted: [ResourceType], _ known: [ResourceID]
  ) -> CompletionProposals {
    guard let text = place.writtenText else { return CompletionProposals() }
    let completion = ResourceIDCompletion(in: text, at: place.textBefore.utf8.count, known: known, wanted: wanted)
    let start = place.range.lowerBound
    let range = completion.range.lowerBound + start..<completion.range.upperBound + start
    var proposals = CompletionProposals()
    proposals.proposals = completion.proposals.prefix(limit).map {
      CompletionProposal(kind: $0.extent == .whole ? .resourceID : .resourceIDSegment, text: $0.text, range: range)
    }
    proposals.isIncomplete = completion.proposals.count > limit
    return proposals
  }

  /// How many sites of a document are looked at for IDs that are known.
  private static let sitesLookedAt = 200

  /// The IDs that the document's own sites name, each once.
  private static func knownIDs(in document: DocumentAnalysis) -> [ResourceID] {
    var seen: Set<ResourceID> = []
    return document.sites(limit: sitesLookedAt).flatMap { [$0.source, $0.cluster] }.compactMap { value in
      guard let value, value.isKnown, let id = try? ResourceID(value.text), seen.insert(id).inserted else { return nil }
      return id
    }
  }
}
