import JSON
import JSONRPC
import LocalBackend
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/validate`.
  static let roleBindingsValidate = Method(
    "trustedAccess/roleBindings/validate",
    "Says what is wrong with a role binding before it is deployed",
    details: """
      What is left out is not known, and nothing is said of it. On a cluster that is registered in the local store, its \
      bindings and its location count too.
      """,
    lane: .state,
    parameters: [
      Parameters.bindingName.optional, Parameters.clusterID.optional, Parameters.sourceResourceID.optional,
      Parameters.roles.optional, Parameters.location.optional,
    ],
    result: validationResult
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let draft = BindingDraft(
      name: arguments[Parameters.bindingName], cluster: arguments[Parameters.clusterID],
      source: arguments[Parameters.sourceResourceID], roles: arguments[Parameters.roles])
    let cluster = draft.cluster.flatMap { try? ResourceID($0) }
    let context = invocation.context
    write(draft, context.validationContext(cluster: cluster, location: arguments[Parameters.location]), to: &result)
  }

  /// `trustedAccess/roles/validate`.
  static let rolesValidate = Method(
    "trustedAccess/roles/validate",
    "Says what is wrong with role names, for a source if one is given",
    lane: .immediate,
    parameters: [
      Parameters.roles.required, Parameters.sourceResourceID.optional, Parameters.location.optional,
    ],
    result: validationResult
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let draft = BindingDraft(
      source: arguments[Parameters.sourceResourceID], roles: try arguments.required(Parameters.roles))
    let roles = invocation.context.roles(in: arguments[Parameters.location])
    write(draft, ValidationContext(roles: roles), to: &result)
  }

  private static let validationResult = Schema.object(
    [
      .required("valid", .boolean, "Whether no error was found."),
      .required("findings", .array(of: Finding.schema), "What was found, by field."),
    ] + RoleProvenance.properties)

  private static func write(_ draft: BindingDraft, _ context: ValidationContext, to result: inout JSONWriter) {
    let findings = Validator.validate(draft, context: context)
    result.object { writer in
      writer.member("valid", findings.allSatisfy { $0.severity != .error })
      writer.key("findings")
      writer.array { writer in
        for finding in findings { finding.write(to: &writer) }
      }
      context.roles.provenance.writeMembers(to: &writer)
    }
  }
}

extension ServerContext {
  /// What validation may look at: the roles of the location, and the bindings of the cluster if it is registered.
  ///
  /// - Parameter name: a binding that does not count, since it is what is validated.
  func validationContext(
    cluster: ResourceID?, location: String?, besides name: BindingName? = nil
  ) -> ValidationContext {
    // A cluster that cannot be read is one that nothing is known of.
    let registered = cluster.flatMap { try? backend.cluster($0) }
    let bindings = registered.flatMap { try? backend.bindings(on: $0.cluster.id) }
    return ValidationContext(
      roles: roles(in: registered?.cluster.location ?? location, of: cluster?.subscriptionID),
      existingBindings: bindings?.map(\.binding).filter { $0.name != name })
  }
}
