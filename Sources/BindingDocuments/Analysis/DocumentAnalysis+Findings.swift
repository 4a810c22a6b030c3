import SourceText
package import TrustedAccess

extension DocumentAnalysis {
  /// What the rules have to say of the document, in its order; silenced findings are left out.
  ///
  /// Cost: linear in what was found in the document, not in its text.
  package func findings(roles: (_ location: String?) -> any RoleDirectory) -> [DocumentFinding] {
    FindingCache(of: self, roles: roles).findings(of: self)
  }

  /// What the rules of one site have to say of a stretch of the document, ends included. What several sites have to do
  /// with each other is told by ``FindingCache/findings(touching:of:)`` alone, and which comments silence nothing.
  ///
  /// Cost: logarithmic in the document, linear in the blocks that the stretch touches.
  package func findings(
    touching range: Range<Int>, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    contents(touching: range).flatMap { content, start in
      checkedSites(of: content).flatMap { SiteCheck.findings(in: $0, roles: roles) }
        .filter { finding in !content.reading.silencings.contains { $0.silences(finding) } }
        .map { $0.moved(by: start) }
    }.filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
  }

  /// What the document's sites claim, in its order, with ranges in bytes of the document: to be held against what other
  /// documents do, in a ``ClaimIndex``. A page claims nothing: what stands on it are examples.
  ///
  /// Cost: linear in what was found in the document, not in its text.
  package func claims() -> [BindingClaim] {
    (0..<contentCount).flatMap { index -> [BindingClaim] in
      guard let (content, start) = content(at: index) else { return [] }
      return claims(of: checkedSites(of: content), inContent: content.order).map { claim in
        var claim = claim
        claim.take(content.reading.silencings)
        claim.range = claim.range.lowerBound + start..<claim.range.upperBound + start
        return claim
      }
    }
  }

  /// What sites of a content claim, in its offsets.
  func claims(of sites: [CheckedSite], inContent order: UInt64) -> [BindingClaim] {
    dialectName == .markdown ? [] : sites.compactMap { BindingClaim($0, inContent: order) }
  }

  /// The sites of a content, references followed.
  func checkedSites(of content: SegmentContent) -> [CheckedSite] {
    let resolution = definitions.resolution
    return content.reading.sites.map { site in
      let place = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
      return CheckedSite(resolution.resolve(site, at: place), dialect)
    }
  }

  /// The contents that a stretch of the document touches, with where they start.
  func contents(touching range: Range<Int>) -> [(content: SegmentContent, start: Int)] {
    guard let first = segments.place(where: { $0.bytes > range.lowerBound - 1 }) else { return [] }
    var found: [(content: SegmentContent, start: Int)] = []
    var index = first.before.contents
    while let place = content(at: index), place.start <= range.upperBound {
      found.append(place)
      index += 1
    }
    return found
  }
}
