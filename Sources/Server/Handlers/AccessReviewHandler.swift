import JSON
import JSONRPC
import LocalBackend
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/access/review`.
  static let accessReview = Method(
    "trustedAccess/access/review",
    "Says whether a source may do something on a cluster, by which rule, and how it gets there",
    details: """
      Kubernetes' RBAC evaluation over the roles that are in effect at 'time'; now if left out. Give the binding's 'name', \
      or 'sourceResourceId' for all bindings of a source. Either 'resource' or 'nonResourceURL' says what is asked for.
      """,
    lane: .state,
    parameters: [
      Parameters.clusterID.required, Parameters.verb.required, Parameters.resource.optional,
      Parameters.apiGroup.optional, Parameters.resourceName.optional, Parameters.nonResourceURL.optional,
      Parameters.bindingName.optional, Parameters.sourceResourceID.optional, Parameters.time.optional,
    ],
    result: .object([
      .required("allowed", .boolean, "Whether the request is allowed."),
      .required("request", .text, "What was asked for, in words."),
      .required("time", .timestamp, "The time that the answer is for."),
      .optional("allowedBy", .object(ruleReference), "The first rule that allows it."),
      .optional(
        "nearest",
        .object(
          ruleReference + [
            .required(
              "lacks", .array(of: .string(values: AccessGap.allCases.map(\.rawValue))), "What keeps it from allowing.")
          ]), "If the request is denied: the rule that almost allows it."),
      .required("unknownRoles", .texts, "Effective roles whose rules are not known: they may allow it all the same."),
      .required(
        "bindings",
        .array(
          of: .object([
            .required("name", .text, "The binding's name."),
            .required("deleted", .boolean, "Whether it is deleted and only its access is left."),
            .required("effective", EffectiveState.schema, "What it gives at that time."),
          ])), "The bindings that were looked at."),
      .required("reachability", .texts, "How the source reaches the cluster, in words."),
    ]),
    faults: [.notFound, .invalid, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let context = invocation.context
    let cluster = try ResourceID(parameter: arguments.required(Parameters.clusterID), named: "cluster")
    let request = try invocation.accessRequest()
    let time = try invocation.time() ?? context.now()
    let registered = try asking { () throws(BackendError) in try context.backend.cluster(cluster) }
    let effects = try invocation.effectsAskedFor(on: cluster, at: time)
    let roles = context.roles(for: registered.cluster)
    let effective = effects.flatMap(\.state.roles)
    let review = AccessReview(
      of: request, against: effective.compactMap { roles.entry(for: $0)?.role },
      unknownRoles: effective.filter { roles.entry(for: $0) == nil })
    func write(_ reference: RuleReference, to writer: inout JSONWriter) {
      let binding = effects.first { $0.state.roles.contains(reference.role) }?.name
      writer.member("role", "\(reference.role)")
      writer.member("ruleIndex", reference.index)
      writer.key("rule")
      reference.rule.write(to: &writer)
      writer.member("inWords", "\(reference.role.name) \(reference.rule.inWords)")
      if let binding {
        writer.member("binding", "\(binding)")
        writer.member("clusterRole", binding.clusterRole(for: reference.role))
        writer.member("clusterRoleBinding", binding.clusterRoleBinding(for: reference.role))
      }
    }
    result.object { writer in
      writer.member("allowed", review.isAllowed)
      writer.member("request", "\(request)")
      writer.member("time", time)
      if let reference = review.allowedBy {
        writer.key("allowedBy")
        writer.object { write(reference, to: &$0) }
      }
      if let nearest = review.nearest {
        writer.key("nearest")
        writer.object { writer in
          write(nearest.reference, to: &writer)
          writer.member("lacks", nearest.lacks.map(\.rawValue))
        }
      }
      writer.member("unknownRoles", review.unknownRoles.map(\.description))
      writer.key("bindings")
      writer.array { writer in
        for effect in effects {
          writer.object { writer in
            writer.member("name", "\(effect.name)")
            writer.member("deleted", effect.isDeleted)
            writer.key("effective")
            effect.state.write(to: &writer)
          }
        }
      }
      writer.member("reachability", registered.cluster.reachability)
    }
  }

  private static let ruleReference: [Schema.Property] = [
    .required("role", .text, "The role."),
    .required("ruleIndex", .count, "The rule's place in the role, from 0."),
    .required("rule", PolicyRule.schema, "The rule."),
    .required("inWords", .text, "The rule in words."),
    .optional("binding", .text, "The binding that gives the role."),
    .optional("clusterRole", .text, "The name of the ClusterRole that stands for it in the cluster."),
    .optional("clusterRoleBinding", .text, "The name of the ClusterRoleBinding."),
  ]
}

extension MethodInvocation {
  /// The request that is to be reviewed.
  fileprivate func accessRequest() throws(ResponseError) -> AccessRequest {
    let verb = try arguments.required(Parameters.verb)
    switch (arguments[Parameters.resource], arguments[Parameters.nonResourceURL]) {
    case (let resource?, nil):
      // A slash is a byte here, as in the cluster: a mark that follows it makes no other Character of it.
      let parts = resource.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { String(Substring($0)) }
      guard let first = parts.first else {
        throw Arguments.invalid("'resource' is empty: expected a resource, 'pods' or 'pods/log'", at: "resource")
      }
      return AccessRequest(
        verb: verb, group: arguments[Parameters.apiGroup] ?? "", resource: first,
        subresource: parts.count == 2 ? parts[1] : nil, name: arguments[Parameters.resourceName])
    case (nil, let path?):
      return AccessRequest(verb: verb, path: path)
    case (nil, nil):
      throw Arguments.invalid("'resource' is missing: expected it or 'nonResourceURL'", at: "resource")
    case (.some, .some):
      throw Arguments.invalid("'resource' and 'nonResourceURL' are given: expected one of them", at: "nonResourceURL")
    }
  }

  /// The time in the parameter of that name.
  fileprivate func time() throws(ResponseError) -> Timestamp? {
    guard let text = arguments[Parameters.time] else { return nil }
    guard let time = Timestamp(wireText: text) else {
      throw Arguments.invalid(
        "'time' is '\(text.shortened)': expected a time as RFC 3339 has it, '2026-11-24T10:00:00Z'", at: "time")
    }
    return time
  }

  /// What the binding, or every binding of the source, gives at `time`.
  fileprivate func effectsAskedFor(
    on cluster: ResourceID, at time: Timestamp
  ) throws(ResponseError) -> [BindingEffect] {
    let effects = try asking { () throws(BackendError) in try context.backend.effects(on: cluster, at: time) }
    switch (arguments[Parameters.bindingName], arguments[Parameters.sourceResourceID]) {
    case (let text?, nil):
      let name = try BindingName(parameter: text)
      guard let effect = effects.first(where: { $0.name == name }) else {
        throw BackendError.bindingNotFound(name, on: cluster).response
      }
      return [effect]
    case (nil, let text?):
      let source = try ResourceID(parameter: text, named: "sourceResourceId")
      return effects.filter { ($0.state.source ?? $0.state.upcoming?.source) == source }
    case (nil, nil):
      throw Arguments.invalid("'name' is missing: expected a binding's name or 'sourceResourceId'", at: "name")
    case (.some, .some):
      throw Arguments.invalid("'name' and 'sourceResourceId' are given: expected one of them", at: "sourceResourceId")
    }
  }
}
