package import TrustedAccess

/// The findings of a document that changes: those of contents that have not changed are kept.
package struct FindingCache: Sendable {
  /// By the order of their content, in its offsets; contents without findings are left out.
  private var byContent: [UInt64: [DocumentFinding]] = [:]

  /// An empty cache, for a document that has just been read.
  package init() {}

  /// What the rules have to say of the document, in its order.
  ///
  /// - Parameter analysis: the document; the same one at each call, edited between them.
  package mutating func update(
    _ analysis: inout DocumentAnalysis, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    for order in analysis.takeChanges() {
      let found = analysis.content(ordered: order).map {
        analysis.findings(of: $0.content, startingAt: 0, roles: roles)
      }
      byContent[order] = found?.isEmpty == false ? found : nil
    }
    return byContent.keys.sorted().flatMap { order -> [DocumentFinding] in
      guard let findings = byContent[order], let place = analysis.content(ordered: order) else { return [] }
      return findings.map { $0.moved(by: place.start) }
    }
  }
}
