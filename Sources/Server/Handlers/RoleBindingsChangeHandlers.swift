import JSON
import JSONRPC
import LocalBackend
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/create`.
  static let roleBindingsCreate = Method(
    "trustedAccess/roleBindings/create",
    "Creates a role binding on a cluster",
    details: """
      Fails if a binding of that name is there, as 'az aks trustedaccess rolebinding create' does. The roles take effect \
      when the cluster next reconciles, within five minutes.
      """,
    lane: .slow,
    parameters: [
      Parameters.clusterID.required, Parameters.bindingName.required, Parameters.sourceResourceID.required,
      Parameters.roles.required, Parameters.dryRun.optional,
    ],
    result: changedBinding,
    faults: [.notFound, .alreadyExists, .invalid, .limitExceeded, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let (cluster, name) = try invocation.clusterAndName()
    let specification = BindingSpecification(
      name: name,
      source: try ResourceID(parameter: arguments.required(Parameters.sourceResourceID), named: "sourceResourceId"),
      roles: try RoleName.roles(parameter: arguments.required(Parameters.roles)))
    let binding = try asking { () throws(BackendError) in
      try invocation.context.backend.create(specification, on: cluster, mode: invocation.mode)
    }
    write(binding, .create, of: invocation, to: &result)
  }

  /// `trustedAccess/roleBindings/update`.
  static let roleBindingsUpdate = Method(
    "trustedAccess/roleBindings/update",
    "Replaces the roles of a role binding",
    details: """
      The roles given are all that the binding has afterwards; its source never changes. The old roles stay in effect \
      until the cluster reconciles, within five minutes.
      """,
    lane: .slow,
    parameters: [
      Parameters.clusterID.required, Parameters.bindingName.required, Parameters.roles.required,
      Parameters.ifMatch.optional, Parameters.dryRun.optional,
    ],
    result: changedBinding,
    faults: [.notFound, .invalid, .preconditionFailed, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let (cluster, name) = try invocation.clusterAndName()
    let roles = try RoleName.roles(parameter: arguments.required(Parameters.roles))
    let binding = try asking { () throws(BackendError) in
      try invocation.context.backend.update(
        name, roles: roles, expecting: arguments[Parameters.ifMatch], on: cluster, mode: invocation.mode)
    }
    write(binding, .update, of: invocation, to: &result)
  }

  private static let changedBinding = Schema.object([
    .required("binding", StoredBinding.schema, "The binding after the change."),
    .required("dryRun", .boolean, "Whether nothing was changed."),
    .required(
      "findings", .array(of: Finding.schema), "What there is to say of the binding, though the service accepts it."),
  ])

  private static func write(
    _ stored: StoredBinding, _ operation: BindingDraft.Operation, of invocation: MethodInvocation,
    to result: inout JSONWriter
  ) {
    let binding = stored.binding
    let draft = BindingDraft(
      name: binding.name.description, cluster: binding.cluster.text, source: binding.source.text,
      roles: binding.roles.map(\.description), operation: operation)
    let context = invocation.context.validationContext(
      cluster: binding.cluster, location: nil, besides: binding.name)
    result.object { writer in
      writer.key("binding")
      stored.write(to: &writer)
      writer.member("dryRun", invocation.mode == .dryRun)
      writer.key("findings")
      writer.array { writer in
        for finding in Validator.validate(draft, context: context) { finding.write(to: &writer) }
      }
    }
  }
}
