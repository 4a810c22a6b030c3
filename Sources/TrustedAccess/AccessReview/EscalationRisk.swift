import Synchronization

/// A way in which a permission can be turned into more than it says.
///
/// Source: Kubernetes docs, "Role Based Access Control Good Practices", "Privilege escalation risks", unless a risk names
/// another.
public struct EscalationRisk: Hashable, Sendable {
  /// The risk's stable code, `reads-secrets`.
  public let code: String

  /// What a role with the risk can do, as an addition to "the role": `reads secrets`.
  public let title: String

  /// Why that matters, in one or two sentences.
  public let why: String

  /// The permissions of which any one carries the risk.
  let triggers: [Trigger]

  /// Verbs on resources of one API group; a rule that allows one verb on one of them has it. `*` asks for a literal `*`.
  struct Trigger: Hashable, Sendable {
    /// A resource as rules write it, and its parts.
    struct Resource: Hashable, Sendable {
      var text: String
      var name: String
      var subresource: String?
    }

    let verbs: [String]
    let group: String
    let resources: [Resource]

    init(verbs: [String], group: String, resources: [String]) {
      self.verbs = verbs
      self.group = group
      // Taken apart here, once, and not for every rule that is looked at.
      self.resources = resources.map { text in
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return Resource(text: text, name: parts.first ?? text, subresource: parts.count == 2 ? parts[1] : nil)
      }
    }
  }

  /// What of `rule` carries the risk; empty if nothing does. Limits to names do not count: they make a risk smaller, and
  /// do not take it away.
  func evidence(in rule: PolicyRule) -> [PermittedAccess] {
    var evidence: [PermittedAccess] = []
    for trigger in triggers where rule.matches(apiGroup: trigger.group) {
      let verbs = trigger.verbs.filter(rule.matches(verb:))
      guard !verbs.isEmpty else { continue }
      for resource in trigger.resources
      where rule.matches(resource: resource.name, subresource: resource.subresource) {
        let target = Permission.Target.resource(group: trigger.group, resource: resource.text, name: nil)
        evidence.append(PermittedAccess(target: target, verbs: verbs))
      }
    }
    return evidence
  }
}

/// A risk that a rule of a role carries.
public struct EscalationFinding: Hashable, Sendable {
  /// The risk.
  public var risk: EscalationRisk
  /// The rule's place in the role, from 0.
  public var ruleIndex: Int
  /// What of the rule carries the risk; never empty.
  public var evidence: [PermittedAccess]
}

extension Role {
  /// The ways in which the role can be turned into more than it says, the gravest risk first, rule by rule.
  ///
  /// Cost: a comparison of every rule with every risk the first time that it is asked for, none after that.
  public var escalations: [EscalationFinding] { escalationMemo.escalations(of: rules).findings }

  /// The titles of the risks in ``escalations``, each once.
  var riskTitles: [String] { escalationMemo.escalations(of: rules).titles }
}

/// What a role's rules can be turned into, found out when it is first asked for.
final class EscalationMemo: Sendable {
  /// What there is to say of a list of rules.
  final class Escalations: Sendable {
    let findings: [EscalationFinding]
    /// The titles of the findings' risks, each once, in the findings' order.
    let titles: [String]

    init(of rules: [PolicyRule]) {
      findings = EscalationRisk.all.flatMap { risk in
        rules.enumerated().compactMap { index, rule in
          let evidence = risk.evidence(in: rule)
          return evidence.isEmpty ? nil : EscalationFinding(risk: risk, ruleIndex: index, evidence: evidence)
        }
      }
      titles = findings.reduce(into: []) { titles, finding in
        if titles.last != finding.risk.title { titles.append(finding.risk.title) }
      }
    }
  }

  private let found = AtomicLazyReference<Escalations>()

  func escalations(of rules: [PolicyRule]) -> Escalations {
    found.load() ?? found.storeIfNil(Escalations(of: rules))
  }
}
