internal import TrustedAccess

/// Azure Resource Manager has no role bindings in a version that is older than they are, or that never was one of AKS's.
/// Source: ``ARMAPIVersions``. Of versions newer than those that are known nothing is said.
enum UnknownAPIVersionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "unknown-api-version", summary: "The version of the ARM API has role bindings.", severity: .warning)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    // Operators and providers have names of their own for versions.
    guard site.site.form != .serviceOperator, site.site.form != .pulumi,
      let version = WrittenAPIVersion(of: site.site), ARMAPIVersions.isUnknown(version.text)
    else { return [] }
    let reason =
      version.text < ARMAPIVersions.first
      ? "role bindings came with \(ARMAPIVersions.first), and are stable since 2023-09-01"
      : "the newest stable one that is known is \(ARMAPIVersions.newest)"
    return [
      finding(
        "There are no role bindings in version \(version.text) of the API; \(reason).", at: version.range,
        fixes: version.fixes)
    ]
  }
}
