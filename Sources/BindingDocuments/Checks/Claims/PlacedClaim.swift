/// Where a claim stands among all that are looked at.
package struct ClaimPlace: Hashable, Comparable, Sendable {
  /// The document, as the caller names it.
  package var document: String

  /// The order of the content in its document.
  package var content: UInt64

  /// Which of the content's claims it is.
  package var index: Int

  /// By document, and in a document as its text goes.
  package static func < (left: ClaimPlace, right: ClaimPlace) -> Bool {
    if left.content != right.content || left.index != right.index, left.document == right.document {
      return (left.content, left.index) < (right.content, right.index)
    }
    return left.document < right.document
  }
}

/// A claim with where it stands. An object, so that lists of many are cheap to change.
final class PlacedClaim: Sendable {
  let place: ClaimPlace
  let claim: BindingClaim

  init(_ claim: BindingClaim, at place: ClaimPlace) {
    self.claim = claim
    self.place = place
  }
}

extension [PlacedClaim] {
  /// The index of the first that does not stand before a place. The claims are in order.
  func firstIndex(notBefore place: ClaimPlace) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a claim where its place is.
  mutating func insertInOrder(_ claim: PlacedClaim) {
    insert(claim, at: firstIndex(notBefore: claim.place))
  }

  /// Takes the claim of a place out. Whether there was one.
  @discardableResult
  mutating func removeInOrder(_ claim: PlacedClaim) -> Bool {
    let index = firstIndex(notBefore: claim.place)
    guard index < count, self[index].place == claim.place else { return false }
    remove(at: index)
    return true
  }
}
