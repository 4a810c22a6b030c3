/// Claims that have something in common, in the order of the documents.
struct ClaimGroup: Sendable {
  /// What they have in common.
  enum Key: Hashable, Sendable {
    /// One binding of one cluster.
    case binding(run: String, cluster: ClaimKey, name: ClaimKey)
    /// One source of one cluster.
    case source(run: String, cluster: ClaimKey, source: ClaimKey)
    /// One cluster.
    case cluster(run: String, cluster: ClaimKey)
  }

  /// The claims that make bindings, in order.
  private(set) var claims: [PlacedClaim] = []

  /// How many of them have a name, for each name.
  private(set) var names: [ClaimKey: Int] = [:]

  /// Rules look at the first so many claims: a document of thousands that say the same has said enough.
  static let mostLookedAt = 64

  var isEmpty: Bool { claims.isEmpty }

  /// Takes in a claim. Cost: logarithmic, and a move of the references behind it.
  mutating func insert(_ claim: PlacedClaim) {
    claims.insertInOrder(claim)
    if let name = claim.claim.name { names[name, default: 0] += 1 }
  }

  /// Takes out the claim of a place.
  mutating func remove(_ claim: PlacedClaim) {
    guard claims.removeInOrder(claim), let name = claim.claim.name, let count = names[name] else { return }
    names[name] = count > 1 ? count - 1 : nil
  }
}
