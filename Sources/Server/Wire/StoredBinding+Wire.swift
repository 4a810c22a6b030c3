import JSON
import TrustedAccess

extension StoredBinding {
  /// The shape of ``write(to:)``: ARM's own, with an etag and what is really in effect.
  static let schema = Schema.named(
    "RoleBinding",
    .object([
      .required("id", .text, "The binding's resource ID."),
      .required("name", .text, "The binding's name."),
      .required("type", .text, "The binding's resource type."),
      .required("etag", .text, "Changes with every change of the binding; opaque. 'ifMatch' takes it."),
      .required(
        "properties",
        .object([
          .required("provisioningState", .text, "How far the service has come with the last change, as ARM spells it."),
          .required("sourceResourceId", .text, "The resource that has the roles, as it was given."),
          .required("roles", .texts, "The roles, as they were given."),
        ]), "What was asked for."),
      .required("effective", EffectiveState.schema, "What is in effect in the cluster."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string { id in
        id.append(binding.cluster.text)
        id.append(literal: RoleBinding.pathInCluster)
        id.append(binding.name.description)
      }
      writer.member("name", binding.name.description)
      writer.member("type", ResourceType.binding.text)
      writer.member("etag", etag)
      writer.key("properties")
      writer.object { writer in
        writer.member("provisioningState", binding.provisioningState.name)
        writer.member("sourceResourceId", binding.source.text)
        writer.key("roles")
        writer.array { writer in for role in binding.roles { writer.write(role.text) } }
      }
      writer.key("effective")
      effective.write(to: &writer)
    }
  }
}

extension RoleBinding {
  /// The binding's resource ID, under its cluster's as that is written.
  var id: String { "\(cluster.text)\(Self.pathInCluster)\(name)" }

  /// What stands between the cluster's ID and the binding's name.
  fileprivate static let pathInCluster: StaticString = "/trustedAccessRoleBindings/"
}

extension EffectiveState {
  /// The shape of ``write(to:)``.
  static let schema = Schema.named(
    "EffectiveState",
    .object([
      .required(
        "state", .string(values: Phase.allCases.map(\.rawValue)),
        "pending: a change takes effect at 'effectiveAt'; effective: the cluster does what was asked for; drifted: the"
          + " cluster was seen to do something else; removed: nothing is given."),
      .required("roles", .texts, "The roles that are in effect now."),
      .optional("since", .timestamp, "Since when they are."),
      .optional("effectiveAt", .timestamp, "When that changes."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("state", phase.rawValue)
      writer.key("roles")
      writer.array { writer in for role in roles { writer.write(role.text) } }
      if let since { writer.member("since", since) }
      if let effectiveAt { writer.member("effectiveAt", effectiveAt) }
    }
  }
}
