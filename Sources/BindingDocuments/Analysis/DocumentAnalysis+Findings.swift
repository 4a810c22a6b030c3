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
