/// Holds bindings to every rule.
public enum Validator {
  /// Every rule; a new one is added here and nowhere else.
  package static let rules: [any ValidationRule.Type] = [
    BindingNameRule.self,
    MalformedClusterRule.self,
    ClusterTypeRule.self,
    ClusterNameRule.self,
    ResourceGroupNameRule.self,
    TooManyBindingsRule.self,
    MalformedSourceRule.self,
    SourceWithoutIdentityRule.self,
    SourceTypeWithoutRolesRule.self,
    OtherSubscriptionRule.self,
    ChangedSourceRule.self,
    SourceBoundTwiceRule.self,
    EmptyRolesRule.self,
    RoleSeparatorsRule.self,
    MalformedRoleNameRule.self,
    UnknownRoleRule.self,
    RetiredRoleRule.self,
    InternalRoleRule.self,
    PlaceholderRoleRule.self,
    OtherSourceTypeRule.self,
    DuplicateRoleRule.self,
    IncludedRoleRule.self,
    EscalatingRoleRule.self,
  ]

  /// Every rule's code, summary and usual severity.
  public static var ruleCatalog: [ValidationRuleDescription] { rules.map { $0.description } }

  /// What the rules have to say of `draft`: by field in the order name, cluster, source, roles; the gravest first within
  /// a field.
  public static func validate(_ draft: BindingDraft, context: ValidationContext) -> [Finding] {
    let reading = DraftReading(draft, roles: context.roles)
    let findings = rules.flatMap { $0.findings(in: reading, context: context) }
    guard findings.count > 1 else { return findings }
    return findings.enumerated()
      .sorted { left, right in
        let leftKey = (left.element.field.order, left.element.severity.rawValue, left.offset)
        let rightKey = (right.element.field.order, right.element.severity.rawValue, right.offset)
        return leftKey < rightKey
      }
      .map(\.element)
  }
}

extension BindingField {
  /// The field's place among all fields of a binding.
  fileprivate var order: Int {
    switch self {
    case .name: 0
    case .cluster: 1
    case .source: 2
    case .roles: 3
    case .role(let place): place > Int.max - 4 ? Int.max : place + 4
    }
  }
}
