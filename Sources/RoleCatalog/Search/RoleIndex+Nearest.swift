package import TrustedAccess

extension RoleIndex {
  /// The roles that `text` was probably meant to name, nearest first, at most `limit`.
  ///
  /// First those within a few typing slips, at most one for every three letters of the own name and three at the least
  /// for a name of nine. A text with a source type is compared part by part: the own name counts in full, the type with
  /// at most four slips however wrong it is, because the right role under another service's type is the commonest
  /// mistake (Recovery Services against Data Protection vaults, azure-cli issue 27174). Then what ``search`` finds for
  /// the text or, if that is nothing, for its own name. Cost: proportional to the names' bytes.
  package func nearest(to text: String, limit: Int) -> [RoleEntry] {
    guard limit > 0, !text.isEmpty else { return [] }
    let lowered = text.utf8.map(\.lowercased)
    // Slashes and dots alone stand in every name: they tell nothing.
    guard lowered.contains(where: { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }) else { return [] }
    var found = misspelt(lowered, limit: limit)
    let ownName = lowered.lastIndex(of: UInt8(ascii: "/")).map { Array(lowered[($0 + 1)...]) } ?? lowered
    for text in [lowered, ownName] where found.count < limit && !text.isEmpty {
      let more = ranks(of: text, loosest: .fuzzy, wanted: nil, limit: limit + found.count).map(\.rank)
      for rank in more where found.count < limit && !found.contains(rank) { found.append(rank) }
    }
    return found.map { entries[$0] }
  }

  /// The ranks of the names within a few slips of `text`, nearest first.
  private func misspelt(_ text: [UInt8], limit: Int) -> [Int] {
    let slash = text.lastIndex(of: UInt8(ascii: "/"))
    let ownName = text[(slash.map { $0 + 1 } ?? 0)...]
    let allowed = max(1, ownName.count / 3)
    let typeDistances = slash.map { distances(toType: text[..<$0]) }
    var distance = EditDistance(to: ownName)

    var hits: [(slips: Int, rank: Int)] = []
    for rank in 0..<names.count {
      let name = names.range(rank)
      let own = names.bytes[(name.lowerBound + names.ownNameStart(rank))..<name.upperBound]
      guard let slips = distance(own, limit: allowed) else { continue }
      hits.append((slips + (typeDistances?[Int(names.typePlaces[rank])] ?? 0), rank))
    }
    hits.sort { ($0.slips, $0.rank) < ($1.slips, $1.rank) }
    return hits.prefix(limit).map(\.rank)
  }

  /// For each source type, how many slips `text` is away from it, at most four.
  private func distances(toType text: ArraySlice<UInt8>) -> [Int] {
    var distance = EditDistance(to: text)
    return names.types.map { distance(ArraySlice($0.description.utf8.map(\.lowercased)), limit: 3) ?? 4 }
  }
}
