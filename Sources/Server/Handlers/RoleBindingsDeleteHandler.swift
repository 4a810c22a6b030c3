import JSON
import JSONRPC
import LocalBackend
import TrustedAccess

extension Method {
  /// `trustedAccess/roleBindings/delete`.
  static let roleBindingsDelete = Method(
    "trustedAccess/roleBindings/delete",
    "Deletes a role binding, which disconnects its source from the cluster",
    details: """
      Wants 'confirm': true; the error without it says whom the deletion disconnects. To delete a binding that is not \
      there is no error, as with 'az aks trustedaccess rolebinding delete'. Access lasts until the cluster reconciles.
      """,
    lane: .slow,
    parameters: [
      Parameters.clusterID.required, Parameters.bindingName.required, Parameters.confirm.optional,
      Parameters.ifMatch.optional, Parameters.dryRun.optional,
    ],
    result: .object([
      .required("deleted", .boolean, "Whether there was a binding to delete."),
      .required("dryRun", .boolean, "Whether nothing was changed."),
      .optional("binding", StoredBinding.schema, "The binding as it was."),
      .optional("accessEndsAt", .timestamp, "Until when the source still has the roles; absent if it has none."),
    ]),
    faults: [.notFound, .invalid, .preconditionFailed, .unavailable, .damaged, .confirmationRequired]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let context = invocation.context
    let (cluster, name) = try invocation.clusterAndName()
    func delete(_ mode: ChangeMode) throws(ResponseError) -> StoredBinding? {
      try asking { () throws(BackendError) in
        try context.backend.delete(name, expecting: arguments[Parameters.ifMatch], on: cluster, mode: mode)
      }
    }
    let isAgreed = arguments[Parameters.confirm] == true
    let deleted = try delete(isAgreed ? invocation.mode : .dryRun)
    let end = try deleted.flatMap { binding throws(ResponseError) in
      try context.endOfAccess(of: binding, on: cluster)
    }
    if !isAgreed, invocation.mode == .commit, let deleted {
      throw confirmationRequired(toDelete: deleted.binding, accessEndsAt: end)
    }
    result.object { writer in
      writer.member("deleted", deleted != nil)
      writer.member("dryRun", invocation.mode == .dryRun)
      if let deleted {
        writer.key("binding")
        deleted.write(to: &writer)
      }
      if let end { writer.member("accessEndsAt", end) }
    }
  }

  private static func confirmationRequired(
    toDelete binding: RoleBinding, accessEndsAt end: Timestamp?
  ) -> ResponseError {
    FaultData(
      code: "ConfirmationRequired",
      message: """
        Deleting the binding \(binding.name) disconnects \(binding.source) from \(binding.cluster)\
        \(end.map { ": it loses \(binding.roles.map(\.description).joined(separator: ", ")) at \($0.wireText)" } ?? "").
        """,
      target: "confirm",
      remedy: "Send the call again with 'confirm': true if that is meant.",
      details: [FaultData.Detail(code: "Disconnects", message: binding.source.text)]
    ).error(.confirmationRequired)
  }
}

extension ServerContext {
  /// When a source loses what `binding` gives it now, if the binding is deleted now; `nil` if it gives nothing.
  fileprivate func endOfAccess(of binding: StoredBinding, on cluster: ResourceID) throws(ResponseError) -> Timestamp? {
    guard !binding.effective.roles.isEmpty else { return nil }
    let registered = try asking { () throws(BackendError) in try backend.cluster(cluster) }
    return registered.schedule.firstTick(after: now())
  }
}
