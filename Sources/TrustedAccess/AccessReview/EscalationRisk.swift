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

  /// Verbs on resources of one API group; a rule that allows one verb on one of them has it. `*` asks for a literal `*`,
  /// and `userextras/*` for any subresource, or the resource itself.
  struct Trigger: Hashable, Sendable {
    /// A resource as rules write it, and its parts.
    struct Resource: Hashable, Sendable {
      var text: String
      var name: String
      var subresource: String?
      var isWithAnySubresource: Bool
    }

    let verbs: [String]
    let group: String
    let resources: [Resource]

    init(verbs: [String], group: String, resources: [String]) {
      self.verbs = verbs
      self.group = group
      // Taken apart here, once, and not for every rule that is looked at.
      self.resources = resources.map { text in
        let parts = text.resourceAndSubresource
        return Resource(
          text: text, name: parts.resource, subresource: parts.subresource,
          isWithAnySubresource: parts.subresource == "*")
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
      for resource in trigger.resources {
        resource.forEachPermitted(by: rule) { text in
          let target = Permission.Target.resource(group: trigger.group, resource: text, name: nil)
          evidence.append(PermittedAccess(target: target, verbs: verbs))
        }
      }
    }
    return evidence
  }
}

extension EscalationRisk.Trigger.Resource {
  /// Calls `body` with what `rule` permits of the resource, as rules write it.
  fileprivate func forEachPermitted(by rule: PolicyRule, _ body: (String) -> Void) {
    guard isWithAnySubresource else {
      if rule.matches(resource: name, subresource: subresource) { body(text) }
      return
    }
    var seen: [String] = []
    for resource in rule.resources {
      let parts = resource.resourceAndSubresource
      guard parts.resource == "*" || parts.resource.hasSameBytes(as: name) else { continue }
      let text = parts.subresource.map { "\(name)/\($0)" } ?? name
      guard !seen.contains(where: text.hasSameBytes) else { continue }
      seen.append(text)
      body(text)
    }
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
