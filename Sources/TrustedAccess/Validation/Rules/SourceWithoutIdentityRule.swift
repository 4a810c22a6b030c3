/// The source's system-assigned managed identity is what a binding gives the roles to (Azure docs, "Get secure resource
/// access to AKS using Trusted Access", prerequisites), so a source must be able to have one.
enum SourceWithoutIdentityRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "source-without-identity", summary: "The source is a resource that can have a system-assigned identity.",
    severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let id = draft.source?.shape else { return [] }
    if id.type.description.isEqualIgnoringCase(to: "Microsoft.Security/pricings") {
      return Placeholder.all(in: id.name).isEmpty ? [plan(id)] : []
    }
    guard hasNoIdentity(id.type) else { return [] }
    return [
      finding(
        "A \(id.type) has no system-assigned identity that a role could be given to; name the resource that reaches the"
          + " cluster, such as a workspace or a Backup vault.", at: .source)
    ]
  }

  /// Whether resources of `type` never have a system-assigned identity of their own.
  static func hasNoIdentity(_ type: ResourceType) -> Bool {
    withoutIdentity.contains { type.text.isEqualIgnoringCase(to: $0) }
      || type.text.hasPrefixIgnoringCase("Microsoft.Resources/")
      || type.text.hasPrefixIgnoringCase("Microsoft.Authorization/")
        && !type.text.isEqualIgnoringCase(to: "Microsoft.Authorization/policyAssignments")
  }

  /// Types that are mistaken for a source. Source: their ARM API has no `identity`, or the type is an identity itself.
  private static let withoutIdentity = [
    "Microsoft.ContainerService/managedClusters/agentPools",
    "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
    "Microsoft.DataProtection/backupVaults/backupInstances",
    "Microsoft.DataProtection/backupVaults/backupPolicies",
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    "Microsoft.Network/networkSecurityGroups",
    "Microsoft.Network/privateEndpoints",
    "Microsoft.Network/virtualNetworks",
    "Microsoft.Network/virtualNetworks/subnets",
  ]

  /// A Defender plan is not what has the identity; its security operator is. Source: ARM `Microsoft.Security/pricings`
  /// has no `identity` and `pricings/securityOperators` has.
  private static func plan(_ id: ResourceID) -> Finding {
    let known = SecurityOperator.known.first { $0.plan.isEqualIgnoringCase(to: id.name) }
    let fixes = known.map { [Fix.use("\(id.canonical)/securityOperators/\($0.name)", at: .source)] } ?? []
    return finding(
      "A Defender plan has no identity of its own; its operator has: '…/pricings/\(id.name)/securityOperators/{name}'.",
      at: .source, severity: .warning, fixes: fixes)
  }
}
