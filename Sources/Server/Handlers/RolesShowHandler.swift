import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roles/show`.
  static let rolesShow = Method(
    "trustedAccess/roles/show",
    "Explains one role: its rules in words, its risks, its names in the cluster, and how it has changed",
    details: "A name without its source type will do if only one role is called so.",
    lane: .immediate,
    parameters: [Parameters.role.required, Parameters.location.optional],
    result: .object(
      [
        .required("role", RoleEntry.schema, "The role."),
        .required("inWords", .texts, "Each rule in words, to stand after the role's name."),
        .required("risks", .array(of: RoleRisk.schema), "How it can be turned into more than it says."),
        .required("clusterRole", .text, "The name of its ClusterRole, with '{binding}' for the binding's name."),
        .required("clusterRoleBinding", .text, "The name of its ClusterRoleBinding."),
        .required(
          "history",
          .array(
            of: .object([
              .required("recorded", .text, "The date of the older list."),
              .required("location", .text, "The location it was recorded for."),
              .required("gained", .array(of: PermittedAccess.schema), "What the role may do since, and did not then."),
              .required("lost", .array(of: PermittedAccess.schema), "What it did then, and may no more."),
            ])), "Older rules of the role, newest first, each compared with today's."),
      ] + RoleProvenance.properties),
    faults: [.notFound]
  ) { invocation, result throws(ResponseError) in
    let roles = invocation.context.roles(in: invocation.arguments[Parameters.location])
    let entry = try roles.entry(parameter: invocation.arguments.required(Parameters.role))
    let role = entry.role
    result.object { writer in
      writer.key("role")
      entry.write(to: &writer)
      writer.member("inWords", role.rules.map(\.inWords))
      writer.key("risks")
      writer.array { writer in for risk in RoleRisk.risks(of: [role]) { risk.write(to: &writer) } }
      writer.member("clusterRole", BindingName.clusterRole(of: "{binding}", for: role.name))
      writer.member("clusterRoleBinding", BindingName.clusterRoleBinding(of: "{binding}", for: role.name))
      writer.key("history")
      writer.array { writer in
        for older in RoleBundle.recorded.olderRules(of: role.name) {
          let change = AccessDifference(from: Role(name: role.name, rules: older.rules), to: role)
          writer.object { writer in
            writer.member("recorded", older.list.recorded)
            writer.member("location", older.list.location)
            writer.key("gained")
            writer.array { writer in for access in change.gained { access.write(to: &writer) } }
            writer.key("lost")
            writer.array { writer in for access in change.lost { access.write(to: &writer) } }
          }
        }
      }
      roles.provenance.writeMembers(to: &writer)
    }
  }
}

extension RoleDirectory {
  /// The role that a parameter names, with its source type or, if that is clear, without.
  fileprivate func entry(parameter text: String) throws(ResponseError) -> RoleEntry {
    if let name = RoleName(text), let entry = entry(for: name) { return entry }
    let candidates = text.contains("/") ? [] : entries(named: text)
    if candidates.count == 1 { return candidates[0] }
    let offers = candidates.isEmpty ? nearest(to: text, limit: 3) : candidates
    let names = offers.map(\.role.name.description).joined(separator: ", ")
    throw FaultData(
      code: candidates.isEmpty ? "RoleNotFound" : "RoleAmbiguous",
      message: candidates.isEmpty
        ? "There is no role '\(text.shortened)' in the list for \(provenance.location)."
        : "Several roles are called '\(text)'.",
      target: "role",
      remedy: names.isEmpty ? nil : candidates.isEmpty ? "Nearest: \(names)." : "Name one of them: \(names)."
    ).error(.notFound)
  }
}
