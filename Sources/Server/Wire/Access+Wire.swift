import JSON
import TrustedAccess

extension PermittedAccess {
  /// The shape of ``write(to:)``.
  static let schema = Schema.named(
    "PermittedAccess",
    .object([
      .required("verbs", .texts, "The verbs."),
      .optional("apiGroup", .text, "The API group; empty text is the core group. Absent for a path."),
      .optional("resource", .text, "The resource, with its subresource: 'pods/exec'. Absent for a path."),
      .optional("resourceName", .text, "The one name that the access is limited to."),
      .optional("nonResourceURL", .text, "The path, if it is no resource."),
      .required("inWords", .text, "The same in words."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("verbs", verbs)
      switch target {
      case .resource(let group, let resource, let name):
        writer.member("apiGroup", group)
        writer.member("resource", resource)
        if let name { writer.member("resourceName", name) }
      case .path(let path):
        writer.member("nonResourceURL", path)
      }
      writer.member("inWords", inWords)
    }
  }
}

extension PolicyRule {
  /// The shape of ``write(to:)``: Kubernetes' own.
  static let schema = Schema.named(
    "PolicyRule",
    .object([
      .required("verbs", .texts, "Verbs."),
      .required("apiGroups", .texts, "API groups; empty text is the core group."),
      .required("resources", .texts, "Resources."),
      .required("resourceNames", .texts, "Names the rule is limited to."),
      .required("nonResourceURLs", .texts, "Paths that are no resources."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("verbs", verbs)
      writer.member("apiGroups", apiGroups)
      writer.member("resources", resources)
      writer.member("resourceNames", resourceNames)
      writer.member("nonResourceURLs", nonResourceURLs)
    }
  }
}

/// A way in which one rule of a role can be turned into more than it says, as the wire has it.
struct RoleRisk {
  /// The role.
  var role: RoleName
  /// The risk and the rule that carries it.
  var finding: EscalationFinding

  /// The risks of `roles`, role by role.
  static func risks(of roles: [Role]) -> [RoleRisk] {
    roles.flatMap { role in role.escalations.map { RoleRisk(role: role.name, finding: $0) } }
  }

  /// The shape of ``write(to:)``.
  static let schema = Schema.named(
    "RoleRisk",
    .object([
      .required("role", .text, "The role."),
      .required("code", .text, "The risk's stable code."),
      .required("title", .text, "What the role can do, to stand after its name."),
      .required("why", .text, "Why that matters."),
      .required("ruleIndex", .count, "The rule's place in the role, from 0."),
      .required("evidence", .array(of: PermittedAccess.schema), "What of the rule carries the risk."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("role", "\(role)")
      writer.member("code", finding.risk.code)
      writer.member("title", finding.risk.title)
      writer.member("why", finding.risk.why)
      writer.member("ruleIndex", finding.ruleIndex)
      writer.key("evidence")
      writer.array { writer in for access in finding.evidence { access.write(to: &writer) } }
    }
  }
}
