extension String {
  /// The one of `candidates` that this is likely meant to be: one that it begins, or that is a slip or two away; `nil` if
  /// there is none. Cost: linear in the candidates, and in the product of the lengths of each.
  package func nearest(among candidates: some Sequence<String>) -> String? {
    let candidates = Array(candidates)
    if count > 2, let longer = candidates.first(where: { $0.hasPrefix(self) }) { return longer }
    var distance = EditDistance(to: utf8)
    let ranked = candidates.compactMap { candidate in
      distance(Array(candidate.utf8)[...], limit: Swift.max(1, count / 3)).map { (distance: $0, text: candidate) }
    }
    return ranked.min { $0.distance < $1.distance }?.text
  }
}
