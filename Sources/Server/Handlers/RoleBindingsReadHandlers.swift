import JSON
import JSONRPC
import LocalBackend
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/list`.
  static let roleBindingsList = Method(
    "trustedAccess/roleBindings/list",
    "Lists the role bindings on a cluster, and what is still in effect of deleted ones",
    lane: .state,
    parameters: [Parameters.clusterID.required, Parameters.limit.optional, Parameters.cursor.optional],
    result: .object([
      .required("bindings", .array(of: StoredBinding.schema), "The bindings, by name."),
      Page<StoredBinding>.property,
      .required(
        "deleted",
        .array(
          of: .object([
            .required("name", .text, "The binding's name."),
            .optional("sourceResourceId", .text, "The resource that still has the roles."),
            .required("effective", EffectiveState.schema, "What is in effect."),
          ])), "Deleted bindings whose access lasts until the cluster reconciles."),
    ]),
    faults: [.notFound, .invalid, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let backend = invocation.context.backend
    let cluster = try ResourceID(parameter: arguments.required(Parameters.clusterID), named: "cluster")
    let listing = try asking { () throws(BackendError) in try backend.listing(of: cluster) }
    let page = Page(
      of: listing.bindings, after: arguments[Parameters.cursor], limit: arguments[Parameters.limit] ?? .max
    ) { $0.binding.name.description }
    result.object { writer in
      writer.members("bindings", page) { $0.write(to: &$1) }
      writer.key("deleted")
      writer.array { writer in
        for effect in listing.deleted {
          writer.object { writer in
            writer.member("name", effect.name.description)
            if let source = effect.state.source { writer.member("sourceResourceId", source.text) }
            writer.key("effective")
            effect.state.write(to: &writer)
          }
        }
      }
    }
  }

  /// `trustedAccess/roleBindings/show`.
  static let roleBindingsShow = Method(
    "trustedAccess/roleBindings/show",
    "Shows one role binding: what was asked for, and what is in effect",
    lane: .state,
    parameters: [Parameters.clusterID.required, Parameters.bindingName.required],
    result: StoredBinding.schema,
    faults: [.notFound, .invalid, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let (cluster, name) = try invocation.clusterAndName()
    let binding = try asking { () throws(BackendError) in
      try invocation.context.backend.binding(named: name, on: cluster)
    }
    binding.write(to: &result)
  }
}

extension MethodInvocation {
  /// The parameters that name a binding.
  func clusterAndName() throws(ResponseError) -> (cluster: ResourceID, name: BindingName) {
    let cluster = try ResourceID(parameter: arguments.required(Parameters.clusterID), named: "cluster")
    return (cluster, try BindingName(parameter: arguments.required(Parameters.bindingName)))
  }
}
