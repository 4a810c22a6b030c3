import SourceText
package import TrustedAccess

extension DocumentAnalysis {
  /// What the rules have to say of the document, in its order; silenced findings are left out.
  ///
  /// Cost: linear in what was found in the document, not in its text.
  package func findings(roles: (_ location: String?) -> any RoleDirectory) -> [DocumentFinding] {
    (0..<contentCount).flatMap { index in
      content(at: index).map { findings(of: $0.content, startingAt: $0.start, roles: roles) } ?? []
    }
  }

  /// What the rules have to say of a stretch of the document, ends included.
  ///
  /// Cost: logarithmic in the document, linear in the blocks that the stretch touches.
  package func findings(
    touching range: Range<Int>, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    guard let first = segments.place(where: { $0.bytes > range.lowerBound - 1 }) else { return [] }
    var found: [DocumentFinding] = []
    var index = first.before.contents
    while let (content, start) = content(at: index), start <= range.upperBound {
      found += findings(of: content, startingAt: start, roles: roles)
      index += 1
    }
    return found.filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
  }

  /// What the rules have to say of one content, which starts at a place of the document.
  func findings(
    of content: SegmentContent, startingAt start: Int, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    let resolution = definitions.resolution
    return content.reading.sites.flatMap { site in
      let place = DefinitionIndex.Place(order: content.order, offset: site.range.lowerBound)
      return SiteCheck.findings(in: CheckedSite(resolution.resolve(site, at: place), dialect), roles: roles)
    }.filter { finding in
      !content.reading.silencings.contains { silencing in
        silencing.scope.contains(finding.range.lowerBound)
          && (silencing.codes.isEmpty || silencing.codes.contains(finding.code))
      }
    }.map { $0.moved(by: start) }
  }
}
