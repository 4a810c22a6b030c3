package import TrustedAccess

/// Roles ready to be looked up and searched; the same for seven and for 100 000. Does not change.
package final class RoleIndex: Sendable {
  /// The roles in the order of their names.
  package let entries: [RoleEntry]

  let names: NameIndex

  /// Indexes roles as current ones. Of roles with equal names the first is kept.
  ///
  /// Cost: a sort of the names, about 0.1 s for 100 000 in no order.
  package init(_ roles: [Role]) {
    let (names, order) = NameIndex.build(roles.map(\.name))
    self.names = names
    entries = order.map { RoleEntry(role: roles[$0], lifecycle: .current) }
  }

  /// The role of that name. Cost: logarithmic.
  package func entry(for name: RoleName) -> RoleEntry? {
    names.rank(of: name.description.utf8.map(\.lowercased)).map { entries[$0] }
  }

  /// The source types that roles exist for, without duplicates.
  package var sourceTypes: [ResourceType] { names.types }

  /// The roles whose source type is `type` or a type that `type` is nested in, in the order of their names.
  package func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    let wanted = wanted(forSourcesOf: type)
    guard wanted.contains(true) else { return [] }
    return entries.indices.lazy.filter { wanted[Int(self.names.typePlaces[$0])] }.map { self.entries[$0] }
  }

  /// The roles whose own name is `name`, in the order of their names.
  package func entries(named name: String) -> [RoleEntry] {
    let text = name.utf8.map(\.lowercased)
    return entries.indices.lazy.filter { rank in
      let range = self.names.range(rank)
      let start = range.lowerBound + self.names.ownNameStart(rank)
      return range.upperBound - start == text.count && self.names.bytes[start..<range.upperBound].elementsEqual(text)
    }.map { self.entries[$0] }
  }

  /// Finds roles by what someone has typed so far; ``RoleMatch`` says how and in which order.
  ///
  /// An empty text finds every role.
  /// - Parameters:
  ///   - loosest: matches of this kind and of the better kinds are found.
  ///   - source: only roles that a source of this type may be given, ``entries(forSourcesOf:)``.
  ///   - limit: how many roles at most.
  package func search(
    _ text: String, loosest: RoleMatch = .fuzzy, forSourcesOf source: ResourceType? = nil, limit: Int
  ) -> [RoleHit] {
    let wanted = source.map { self.wanted(forSourcesOf: $0) }
    return ranks(of: text.utf8.map(\.lowercased), loosest: loosest, wanted: wanted, limit: limit).map {
      RoleHit(entry: entries[$0.rank], match: $0.match)
    }
  }

  /// The best matches of `text`, which is lower-cased, best first.
  func ranks(
    of text: [UInt8], loosest: RoleMatch, wanted: [Bool]?, limit: Int
  ) -> [(rank: Int, match: RoleMatch)] {
    guard limit > 0, wanted?.contains(true) != false else { return [] }
    var found: [(rank: Int, match: RoleMatch)] = []
    let starting = names.ranks(startingWith: text)
    for rank in starting {
      if found.count == limit { break }
      if let wanted, !wanted[Int(names.typePlaces[rank])] { continue }
      let match: RoleMatch = names.range(rank).count == text.count ? .exact : .prefix
      guard match <= loosest else { break }
      found.append((rank, match))
    }
    guard found.count < limit, loosest >= .segment, !text.isEmpty else { return found }

    var hits = RankedHits(limit: limit - found.count)
    var scan = NameScan(text, isFuzzy: loosest == .fuzzy, wanted: wanted)
    scan.run(names, ranks: 0..<starting.lowerBound, into: &hits)
    scan.run(names, ranks: starting.upperBound..<names.count, into: &hits)
    return found + hits.sorted().map(RankedHits.parts)
  }

  /// For each source type, whether a source of `type` may be given its roles.
  private func wanted(forSourcesOf type: ResourceType) -> [Bool] {
    names.types.map { $0.isSameOrParent(of: type) }
  }
}
