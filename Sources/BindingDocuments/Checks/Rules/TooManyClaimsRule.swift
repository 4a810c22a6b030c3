internal import TrustedAccess

/// What the domain's rule of the same code says of a cluster's bindings, said of those that documents make.
enum TooManyClaimsRule: ClaimRule {
  static let description = DocumentRuleDescription(
    code: "too-many-bindings", summary: "A cluster has at most 8 role bindings.", severity: .error)

  /// How many claims are looked at: a few names may stand many times before the ninth.
  private static let mostLookedAt = 1024

  static func findings(in group: ClaimGroup, of key: ClaimGroup.Key, context: ClaimContext) -> [ClaimFinding] {
    let most = RoleBinding.maximumPerCluster
    guard case .cluster(let run, _) = key, group.names.count > most, !context.hasDeletions(in: run) else { return [] }
    var first: [ClaimKey: PlacedClaim] = [:]
    var inOrder: [PlacedClaim] = []
    for claim in group.claims.prefix(mostLookedAt) where claim.claim.isCertain {
      guard let name = claim.claim.name, name.isKnown, first[name] == nil else { continue }
      first[name] = claim
      inOrder.append(claim)
      if inOrder.count > most { break }
    }
    guard inOrder.count > most, let ninth = inOrder.last else { return [] }
    // What one document says is said of it alone.
    if context.isAcrossDocuments, inOrder[0].place.document == ninth.place.document { return [] }
    return [
      finding(
        "This is one binding more than the \(most) that AKS allows in a cluster; put roles of one source into one binding,"
          + " or leave some out.", at: ninth,
        related: inOrder.dropLast().map { ($0, "A binding of the same cluster.") })
    ]
  }
}
