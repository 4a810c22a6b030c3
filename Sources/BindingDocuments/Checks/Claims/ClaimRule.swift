internal import TrustedAccess

/// One thing that can be wrong with what several sites say of bindings, in one document or in several. One rule a file, in
/// `Checks/Rules`; all of them in ``ClaimRules/all``.
protocol ClaimRule: Sendable {
  /// What the rule is, for its findings and for the documentation.
  static var description: DocumentRuleDescription { get }

  /// What the rule has to say of claims that have something in common; empty if nothing. Looks at a bounded number of
  /// claims.
  static func findings(in group: ClaimGroup, of key: ClaimGroup.Key, context: ClaimContext) -> [ClaimFinding]
}

/// What rules may look at besides a group.
struct ClaimContext {
  /// Whether claims of several documents are held against each other; else those of one.
  let isAcrossDocuments: Bool

  /// The claims that take bindings away, by the run that they stand in, in order.
  let deletions: [String: [PlacedClaim]]

  /// Whether one of two claims' bindings may be taken away between them.
  func mayBeDeleted(_ key: ClaimKey, between first: PlacedClaim, and second: PlacedClaim) -> Bool {
    guard let deletions = deletions[first.claim.run] else { return false }
    return deletions[deletions.firstIndex(notBefore: first.place)...].prefix { $0.place < second.place }
      .contains { $0.claim.name == nil || $0.claim.name == key || !$0.claim.isCertain }
  }

  /// Whether anything is taken away in a run.
  func hasDeletions(in run: String) -> Bool { deletions[run] != nil }
}

/// A finding at a claim, with other claims that belong to it.
struct ClaimFinding: Sendable {
  var code: String
  var severity: Severity
  var message: String
  var claim: PlacedClaim
  var related: [(claim: PlacedClaim, message: String)]
}

extension ClaimRule {
  /// A finding of this rule.
  static func finding(
    _ message: String, at claim: PlacedClaim, related: [(claim: PlacedClaim, message: String)]
  ) -> ClaimFinding {
    ClaimFinding(
      code: description.code, severity: description.severity, message: message, claim: claim, related: related)
  }
}

/// Every rule of claims; a new one is added here.
enum ClaimRules {
  static let all: [any ClaimRule.Type] = [
    BindingDeclaredTwiceRule.self,
    BindingCreatedTwiceRule.self,
    SourceClaimedTwiceRule.self,
    TooManyClaimsRule.self,
  ]
}
