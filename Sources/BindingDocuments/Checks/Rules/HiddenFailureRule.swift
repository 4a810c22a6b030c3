internal import TrustedAccess

/// Because `create` fails for a binding that exists, scripts throw its errors away; with them goes what else is wrong: a
/// role that there is not, a cluster that is not found.
enum HiddenFailureRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "hidden-failure", summary: "A script that creates a binding shows why that fails.", severity: .warning)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.hidesFailure, site.site.operation == .create else { return [] }
    return [
      finding(
        "This hides every failure, not just that the binding exists; ask with 'show' first, and create the binding if there"
          + " is none.", at: site.site.heading)
    ]
  }
}
