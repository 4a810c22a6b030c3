import TrustedAccess

/// Holds sites to every rule: the domain's, over the binding that a site describes, and those of documents.
enum SiteCheck {
  /// What is true of a binding, and no mistake: it is said where somebody asks, not beside every line.
  private static let unasked: Set = ["escalating-role"]

  /// What explains a value that is wrong, so that nothing more is to be said of it.
  private static let explaining: Set = [SingleQuotesInBatchRule.description.code, UnquotedValueRule.description.code]

  /// What the rules have to say of a site, in the order of the document; offsets are the site's.
  ///
  /// - Parameter roles: the roles of a location; of none in particular, for `nil`.
  static func findings(
    in site: CheckedSite, roles: (_ location: String?) -> any RoleDirectory
  ) -> [DocumentFinding] {
    var findings: [DocumentFinding] = []
    if !site.site.isReference {
      let context = ValidationContext(roles: roles(nil))
      for finding in Validator.validate(site.draft, context: context) where !unasked.contains(finding.code) {
        findings.append(
          DocumentFinding(
            code: finding.code, severity: finding.severity, message: finding.message,
            range: site.place(of: finding.field, finding.range), fixes: finding.fixes.compactMap(site.documentFix)))
      }
    }
    let own = DocumentRules.all.flatMap { $0.findings(in: site) }.map { finding in
      var finding = finding
      finding.fixes = finding.fixes.filter(site.isOfWritten)
      return finding
    }
    let explained = own.filter { explaining.contains($0.code) }.map(\.range)
    findings.removeAll { finding in explained.contains { $0.overlaps(finding.range) } }
    findings += own
    return findings.sorted { ($0.range.lowerBound, $0.severity) < ($1.range.lowerBound, $1.severity) }
  }
}
