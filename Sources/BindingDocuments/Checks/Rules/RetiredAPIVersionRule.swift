internal import TrustedAccess

/// Azure Resource Manager answers a retired version with `NoRegisteredProviderFound`. Source: ``ARMAPIVersions``.
enum RetiredAPIVersionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "retired-api-version", summary: "The version of the ARM API is not retired.", severity: .warning)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard let version = WrittenAPIVersion(of: site.site), let date = ARMAPIVersions.retirement(of: version.text) else {
      return []
    }
    return [
      finding(
        "Version \(version.text) of the API is retired since \(date); the newest stable one that is known is"
          + " \(ARMAPIVersions.newest).", at: version.range, fixes: version.fixes)
    ]
  }
}
