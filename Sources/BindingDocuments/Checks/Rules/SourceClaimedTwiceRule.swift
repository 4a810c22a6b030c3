internal import TrustedAccess

/// What the domain's rule of the same code says of a cluster's bindings, said of those that documents make.
enum SourceClaimedTwiceRule: ClaimRule {
  static let description = DocumentRuleDescription(
    code: "source-bound-twice", summary: "One binding of a cluster holds all roles of a source.",
    severity: .information)

  static func findings(in group: ClaimGroup, of key: ClaimGroup.Key, context: ClaimContext) -> [ClaimFinding] {
    guard case .source(let run, _, _) = key, group.names.count > 1, !context.hasDeletions(in: run) else { return [] }
    let claims = group.claims.prefix(ClaimGroup.mostLookedAt).filter {
      $0.claim.isCertain && $0.claim.name?.isKnown == true
    }
    var told: Set<ClaimKey> = []
    return claims.compactMap { claim in
      guard let name = claim.claim.name, !told.contains(name) else { return nil }
      let other = claims.first { other in
        other.claim.name != name && other.claim.form == claim.claim.form
          && (context.isAcrossDocuments
            ? other.place.document != claim.place.document : other.place < claim.place)
      }
      guard let other, let otherName = other.claim.name else { return nil }
      told.insert(name)
      return finding(
        "The binding '\(otherName.written)' of this cluster is for the same source; one binding can hold all of its roles.",
        at: claim, related: [(other, "'\(otherName.written)' is for the same source.")])
    }
  }
}
