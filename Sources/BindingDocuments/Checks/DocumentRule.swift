package import TrustedAccess

/// One thing that can be wrong with what a document says of a binding, beyond what the domain's rules say of the binding
/// itself. One rule a file, in `Checks/Rules`; all of them in ``DocumentRules/all``.
protocol DocumentRule: Sendable {
  /// What the rule is, for its findings and for the documentation.
  static var description: DocumentRuleDescription { get }

  /// What the rule has to say of a site; empty if nothing.
  static func findings(in site: CheckedSite) -> [DocumentFinding]
}

/// What a rule of documents is, for the documentation.
package struct DocumentRuleDescription: Hashable, Sendable {
  /// The rule's stable code.
  package let code: String

  /// What the rule holds documents to, in one sentence.
  package let summary: String

  /// The severity of its findings, where nothing speaks for another.
  package let severity: Severity
}

extension DocumentRule {
  /// A finding of this rule.
  static func finding(
    _ message: String, at range: Range<Int>, severity: Severity? = nil, fixes: [DocumentFix] = [],
    related: [RelatedPlace] = []
  ) -> DocumentFinding {
    DocumentFinding(
      code: description.code, severity: severity ?? description.severity, message: message, range: range, fixes: fixes,
      related: related)
  }
}

extension DocumentRuleDescription {
  /// Every rule that documents are held to, by codes that differ: the domain's, those of documents and those of claims.
  package static let catalog: [DocumentRuleDescription] = {
    let domain = Validator.ruleCatalog.map {
      DocumentRuleDescription(code: $0.code, summary: $0.summary, severity: $0.severity)
    }
    let all = domain + DocumentRules.all.map { $0.description } + ClaimRules.all.map { $0.description }
    var codes: Set<String> = []
    return (all + [UnneededSilencingRule.description]).filter { codes.insert($0.code).inserted }
  }()
}

/// Every rule of documents; a new one is added here.
enum DocumentRules {
  static let all: [any DocumentRule.Type] = [
    UnknownCommandRule.self,
    UnknownOptionRule.self,
    RemovedOptionRule.self,
    MissingOptionRule.self,
    SpaceSeparatedRolesRule.self,
    UnquotedValueRule.self,
    UnexpandedVariableRule.self,
    SingleQuotesInBatchRule.self,
    QuestionMarkInVariableRule.self,
    RetiredAPIVersionRule.self,
    UnknownAPIVersionRule.self,
    HiddenFailureRule.self,
    FixedSubscriptionRule.self,
    DeletionOfEveryBindingRule.self,
  ]
}
