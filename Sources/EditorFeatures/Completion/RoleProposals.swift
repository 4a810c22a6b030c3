import BindingDocuments
import RoleCatalog
import TrustedAccess

extension Completion {
  /// Role names: those that the source may have before others; retired ones where nothing else begins with what is typed.
  func roleNames(_ place: TypingPlace, _ index: Int) -> CompletionProposals {
    var proposals = CompletionProposals()
    guard place.leading.isEmpty, place.written != nil else { return proposals }
    let roles = knowledge.roles(in: nil)
    let typed = place.textBefore
    // A role that the list has already is no proposal, but for the one that is being typed.
    let given = (place.site.roles ?? []).enumerated().filter { $0.offset != index }.map(\.element.text)
    let source = place.site.source.flatMap { try? ResourceID($0.text) }?.type
    let (found, fitting) = hits(typed, source, roles)
    for (rank, hit) in found.enumerated() {
      let name = hit.entry.role.name.text
      guard !given.contains(where: { $0.isEqualIgnoringCase(to: name) }),
        var proposal = proposal(name, place, isPrefixed: hit.match <= .prefix ? nil : typed, &proposals)
      else { continue }
      if source != nil, rank >= fitting { proposal.detail = "not for this source" }
      proposals.proposals.append(proposal)
    }
    if found.count >= Self.limit { proposals.isIncomplete = true }
    retired(place, typed, roles, areOthers: found.contains { $0.match <= .prefix }, &proposals)
    return proposals
  }

  private func retired(
    _ place: TypingPlace, _ typed: String, _ roles: RoleSnapshot, areOthers: Bool,
    _ proposals: inout CompletionProposals
  ) {
    guard options.retiredRoles, !typed.isEmpty else { return }
    for entry in roles.entriesNotListed {
      guard case .retired(let date) = entry.lifecycle, entry.role.name.text.containsIgnoringCase(typed) else {
        continue
      }
      // When more is typed, it may be what is left.
      if areOthers {
        proposals.isIncomplete = true
        return
      }
      guard var proposal = proposal(entry.role.name.text, place, isPrefixed: typed, &proposals) else { continue }
      proposal.isRetired = true
      proposal.detail = "retired, last listed \(date)"
      proposals.proposals.append(proposal)
    }
  }

  /// A role's proposal.
  ///
  /// - Parameter typed: what is typed, if the name may not begin with it.
  private func proposal(
    _ name: String, _ place: TypingPlace, isPrefixed typed: String?, _ proposals: inout CompletionProposals
  ) -> CompletionProposal? {
    var proposal = CompletionProposal(.role, name, at: place.range)
    if place.quoting != .none {
      guard let spelled = place.spelling(of: name) else { return nil }
      proposal.text = spelled
    }
    if let typed {
      let (text, isLoose) = Self.filterText(name, typed)
      proposal.filterText = text
      if isLoose { proposals.isIncomplete = true }
    }
    return proposal
  }

  /// The roles that a text may be the beginning of, and how many of them, which come first, a source may have.
  private func hits(
    _ text: String, _ source: ResourceType?, _ roles: RoleSnapshot
  ) -> (hits: [RoleHit], fitting: Int) {
    let all = roles.index.search(text, limit: Self.limit)
    guard let source else { return (all, 0) }
    func fits(_ hit: RoleHit) -> Bool { hit.entry.role.name.sourceType.isSameOrParent(of: source) }
    var fitting = all.filter(fits)
    // Where there are more than were asked for, those that fit may be among the others.
    if all.count == Self.limit { fitting = roles.index.search(text, forSourcesOf: source, limit: Self.limit) }
    return (fitting + all.filter { !fits($0) }, fitting.count)
  }
}
