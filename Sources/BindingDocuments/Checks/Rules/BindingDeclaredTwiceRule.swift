internal import TrustedAccess

/// Two resources for one binding: Azure Resource Manager refuses a template that has both, and where two deployments have
/// one each, the one that runs last takes the roles of the other away.
enum BindingDeclaredTwiceRule: ClaimRule {
  static let description = DocumentRuleDescription(
    code: "binding-declared-twice", summary: "A binding is declared in one place.", severity: .warning)

  static func findings(in group: ClaimGroup, of key: ClaimGroup.Key, context: ClaimContext) -> [ClaimFinding] {
    guard case .binding(_, _, let name) = key else { return [] }
    let claims = group.claims.prefix(ClaimGroup.mostLookedAt).filter {
      $0.claim.operation == .declare && $0.claim.isCertain
    }
    return claims.compactMap { claim in
      let other = claims.first { other in
        other.claim.form.language == claim.claim.form.language
          && (context.isAcrossDocuments
            ? other.place.document != claim.place.document : other.place < claim.place)
      }
      guard let other else { return nil }
      let message =
        context.isAcrossDocuments
        ? "Another document declares the binding '\(name.written)' of this cluster too, and the one that is deployed last"
          + " replaces its roles; keep one of them."
        : "The binding '\(name.written)' of this cluster is declared already; put all of its roles into one resource."
      return finding(message, at: claim, related: [(other, "It is declared here, too.")])
    }
  }
}

extension BindingSite.Form {
  /// Forms that are read together: what Bicep declares, and the ARM template that it was compiled to, are one.
  fileprivate var language: BindingSite.Form { self == .terraformAzAPI ? .terraformAzureRM : self }
}
