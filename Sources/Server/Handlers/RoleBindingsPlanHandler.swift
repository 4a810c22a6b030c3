import JSON
import JSONRPC
import LocalBackend
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/plan`.
  static let roleBindingsPlan = Method(
    "trustedAccess/roleBindings/plan",
    "Says what would change if a role binding were made as given: the steps, and the access gained and lost",
    details: """
      Nothing is changed. With the operation 'delete' neither source nor roles are needed. Access that a source has by \
      another binding on the cluster too is neither gained nor lost.
      """,
    lane: .state,
    parameters: [
      Parameters.clusterID.required, Parameters.bindingName.required, Parameters.sourceResourceID.optional,
      Parameters.roles.optional, Parameters.plannedOperation.optional,
    ],
    result: .object([
      .required(
        "action", .string(values: BindingPlan.Action.allCases.map(\.rawValue)),
        "What is to be done. replace: the source differs, which no update can change: delete, then create."),
      .optional("current", StoredBinding.schema, "The binding as it is, if there is one."),
      .required("rolesAdded", .texts, "Roles that the binding does not have yet."),
      .required("rolesRemoved", .texts, "Roles that the binding has no more."),
      .required(
        "access",
        .array(
          of: .object([
            .required("sourceResourceId", .text, "Whose access changes."),
            .required("gained", .array(of: PermittedAccess.schema), "What it may do that it could not."),
            .required("lost", .array(of: PermittedAccess.schema), "What it could do and may no more."),
            .required("disconnected", .boolean, "Whether it has no role on the cluster any more."),
          ])), "How access changes, for each source that is concerned."),
      .required("risks", .array(of: RoleRisk.schema), "How the roles that are added can be turned into more."),
      .required("unknownRoles", .texts, "Roles whose rules are not known: what they give is not in 'access'."),
      .required("findings", .array(of: Finding.schema), "What is wrong with the binding as given."),
      .optional("effectiveAt", .timestamp, "When the change would be in effect, if it were made now."),
    ]),
    faults: [.notFound, .invalid, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let context = invocation.context
    let (cluster, name) = try invocation.clusterAndName()
    let registered = try asking { () throws(BackendError) in try context.backend.cluster(cluster) }
    let bindings = try asking { () throws(BackendError) in try context.backend.bindings(on: cluster) }
    let current = bindings.first { $0.binding.name == name }
    let desired = try invocation.plannedGrant(for: current?.binding)
    let plan = BindingPlan(
      desired, for: name, among: bindings.map(\.binding), roles: context.roles(for: registered.cluster))
    result.object { writer in
      writer.member("action", plan.action.rawValue)
      if let current {
        writer.key("current")
        current.write(to: &writer)
      }
      writer.member("rolesAdded", plan.rolesAdded.map(\.description))
      writer.member("rolesRemoved", plan.rolesRemoved.map(\.description))
      writer.key("access")
      writer.array { writer in
        for change in plan.changes {
          writer.object { writer in
            writer.member("sourceResourceId", change.source.text)
            writer.key("gained")
            writer.array { writer in for access in change.difference.gained { access.write(to: &writer) } }
            writer.key("lost")
            writer.array { writer in for access in change.difference.lost { access.write(to: &writer) } }
            writer.member("disconnected", change.isDisconnected)
          }
        }
      }
      writer.key("risks")
      writer.array { writer in for risk in RoleRisk.risks(of: plan.addedRoles) { risk.write(to: &writer) } }
      writer.member("unknownRoles", plan.unknownRoles.map(\.description))
      writer.key("findings")
      writer.array { writer in
        if desired != nil {
          let draft = BindingDraft(
            name: name.description, cluster: cluster.text, source: arguments[Parameters.sourceResourceID],
            roles: arguments[Parameters.roles], operation: current == nil ? .create : .update)
          let validation = context.validationContext(
            cluster: cluster, location: nil, besides: plan.action == .update ? nil : name)
          for finding in Validator.validate(draft, context: validation) { finding.write(to: &writer) }
        }
      }
      if plan.action != .nothing {
        writer.member("effectiveAt", registered.schedule.firstTick(after: context.now()))
      }
    }
  }
}

extension MethodInvocation {
  /// What a plan is for; `nil` for a deletion. What is left out stays as `current` has it.
  fileprivate func plannedGrant(for current: RoleBinding?) throws(ResponseError) -> BindingGrant? {
    if arguments[Parameters.plannedOperation] == "delete" { return nil }
    let source = try arguments[Parameters.sourceResourceID].map { text throws(ResponseError) in
      try ResourceID(parameter: text, named: "sourceResourceId")
    }
    let roles = try arguments[Parameters.roles].map { texts throws(ResponseError) in
      try RoleName.roles(parameter: texts)
    }
    guard let source = source ?? current?.source else {
      throw Arguments.invalid("'sourceResourceId' is missing: there is no such binding yet", at: "sourceResourceId")
    }
    guard let roles = roles ?? current?.roles else {
      throw Arguments.invalid("'roles' is missing: there is no such binding yet", at: "roles")
    }
    return BindingGrant(source: source, roles: roles)
  }
}
