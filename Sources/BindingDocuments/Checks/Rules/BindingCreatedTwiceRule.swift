internal import TrustedAccess

/// `create` is refused for a binding that is there. Source: azure-cli, `aks_trustedaccess_role_binding_create`.
enum BindingCreatedTwiceRule: ClaimRule {
  static let description = DocumentRuleDescription(
    code: "binding-created-twice", summary: "A script creates a binding once, unless it deletes it before.",
    severity: .warning)

  static func findings(in group: ClaimGroup, of key: ClaimGroup.Key, context: ClaimContext) -> [ClaimFinding] {
    guard case .binding(_, _, let name) = key, !context.isAcrossDocuments else { return [] }
    let claims = group.claims.prefix(ClaimGroup.mostLookedAt).filter {
      $0.claim.operation == .create && $0.claim.isCertain
    }
    return zip(claims, claims.dropFirst()).compactMap { first, second in
      guard !context.mayBeDeleted(name, between: first, and: second) else { return nil }
      return finding(
        "The script has created the binding '\(name.written)' already, and 'create' fails for one that exists; change its"
          + " roles with 'update'.", at: second, related: [(first, "It is created here.")])
    }
  }
}
