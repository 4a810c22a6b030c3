import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/validate`.
  static let roleBindingsValidate = Method(
    "trustedAccess/roleBindings/validate",
    "Says what is wrong with a role binding before it is deployed",
    details: "What is left out is not known, and nothing is said of it.",
    lane: .immediate,
    parameters: [
      Parameters.bindingName.optional, Parameters.clusterID.optional, Parameters.sourceResourceID.optional,
      Parameters.roles.optional,
    ],
    result: validationResult
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let draft = BindingDraft(
      name: arguments[Parameters.bindingName], cluster: arguments[Parameters.clusterID],
      source: arguments[Parameters.sourceResourceID], roles: arguments[Parameters.roles])
    write(draft, to: &result)
  }

  /// `trustedAccess/roles/validate`.
  static let rolesValidate = Method(
    "trustedAccess/roles/validate",
    "Says what is wrong with role names, for a source if one is given",
    lane: .immediate,
    parameters: [Parameters.roles.required, Parameters.sourceResourceID.optional],
    result: validationResult
  ) { invocation, result throws(ResponseError) in
    let draft = BindingDraft(
      source: invocation.arguments[Parameters.sourceResourceID],
      roles: try invocation.arguments.required(Parameters.roles))
    write(draft, to: &result)
  }

  private static let validationResult = Schema.object(
    [
      .required("valid", .boolean, "Whether no error was found."),
      .required("findings", .array(of: Finding.schema), "What was found, by field."),
    ] + RoleProvenance.properties)

  private static func write(_ draft: BindingDraft, to result: inout JSONWriter) {
    let roles = RoleSnapshot.bundled
    let findings = Validator.validate(draft, context: ValidationContext(roles: roles))
    result.object { writer in
      writer.member("valid", findings.allSatisfy { $0.severity != .error })
      writer.key("findings")
      writer.array { writer in
        for finding in findings { finding.write(to: &writer) }
      }
      roles.provenance.writeMembers(to: &writer)
    }
  }
}
