package import TrustedAccess

/// The findings of a document that changes: those of contents that have not changed are kept, and so are those of sites
/// that belong together.
package struct FindingCache: Sendable {
  /// What the rules of one site have to say, by the order of the content, in its offsets; contents without are left out.
  private var bySite: [UInt64: [DocumentFinding]] = [:]

  /// What the sites claim.
  private var claims = ClaimIndex(isAcrossDocuments: false)

  /// What the rules of claims have to say, as at the last update.
  private var byClaim: [UInt64: [ClaimFinding]] = [:]

  /// The orders of the contents with comments that silence.
  private var silencing: Set<UInt64> = []

  /// An empty cache, for a document that has just been read.
  package init() {}

  /// The cache of a document as it is.
  package init(of analysis: DocumentAnalysis, roles: (_ location: String?) -> any RoleDirectory) {
    let orders = (0..<analysis.contentCount).compactMap { analysis.content(at: $0)?.content.order }
    take(orders, of: analysis, roles: roles)
  }

  /// What the rules have to say of the document, in its order.
  ///
  /// - Parameter analysis: the document; the same one at each call, edited between them.
  ///
  /// Cost: that of the contents that have changed since the last call, and of the findings.
  package mutating func update(
    _ analysis: inout DocumentAnalysis, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    take(analysis.takeChanges(), of: analysis, roles: roles)
    return findings(of: analysis)
  }

  /// What the rules have to say of the document, in its order; as at the last update.
  package func findings(of analysis: DocumentAnalysis) -> [DocumentFinding] {
    Set(bySite.keys).union(byClaim.keys).union(silencing).sorted().flatMap { order -> [DocumentFinding] in
      guard let place = analysis.content(ordered: order) else { return [] }
      return findings(of: place.content, startingAt: place.start, analysis)
    }
  }

  /// What the rules have to say of a stretch of the document, ends included; as at the last update.
  ///
  /// Cost: logarithmic in the document, linear in the blocks that the stretch touches.
  package func findings(touching range: Range<Int>, of analysis: DocumentAnalysis) -> [DocumentFinding] {
    analysis.contents(touching: range).flatMap { findings(of: $0.content, startingAt: $0.start, analysis) }
      .filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
  }

  private mutating func take(
    _ orders: some Sequence<UInt64>, of analysis: DocumentAnalysis, roles: (_ location: String?) -> any RoleDirectory
  ) {
    for order in orders {
      let content = analysis.content(ordered: order)?.content
      let sites = content.map(analysis.checkedSites) ?? []
      let found = sites.flatMap { SiteCheck.findings(in: $0, roles: roles) }
      bySite[order] = found.isEmpty ? nil : found
      claims.replace(analysis.claims(of: sites, inContent: order), of: "", content: order)
      if content?.reading.silencings.isEmpty == false { silencing.insert(order) } else { silencing.remove(order) }
    }
    byClaim = Dictionary(grouping: claims.currentFindings()) { $0.claim.place.content }
  }

  /// The findings in a content, silenced ones left out.
  private func findings(
    of content: SegmentContent, startingAt start: Int, _ analysis: DocumentAnalysis
  ) -> [DocumentFinding] {
    var all = bySite[content.order] ?? []
    if let claims = byClaim[content.order] {
      // Related places lie anywhere in the document; what is found in a content is moved with it.
      all += claims.map {
        $0.finding(in: "") { place in analysis.content(ordered: place.content).map { $0.start - start } }
      }
    }
    if !content.reading.silencings.isEmpty { all = SilencingCheck(all, in: content.reading).findings }
    all.sort { ($0.range.lowerBound, $0.severity, $0.code) < ($1.range.lowerBound, $1.severity, $1.code) }
    return all.map { $0.moved(by: start) }
  }
}
