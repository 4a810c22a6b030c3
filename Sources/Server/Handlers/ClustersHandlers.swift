import JSON
import JSONRPC
import LocalBackend
import TrustedAccess

extension Method {
  /// `trustedAccess/clusters/list`.
  static let clustersList = Method(
    "trustedAccess/clusters/list",
    "Lists the clusters that are registered in the local store",
    details: "A file of the store that cannot be read does not hide the other clusters: 'problems' names it.",
    lane: .state,
    parameters: [Parameters.clusterName.optional, Parameters.limit.optional, Parameters.cursor.optional],
    result: .object([
      .required("clusters", .array(of: RegisteredCluster.schema), "The clusters, by name, group and subscription."),
      Page<RegisteredCluster>.property,
      .required("problems", .array(of: FaultData.schema), "What could not be read; empty if all could."),
    ]),
    faults: [.unavailable]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let listing = try asking { () throws(BackendError) in
      try invocation.context.backend.clusters(named: arguments[Parameters.clusterName])
    }
    let page = Page(
      of: listing.clusters, after: arguments[Parameters.cursor], limit: arguments[Parameters.limit] ?? .max
    ) { "\($0.cluster.id.name).\($0.cluster.id.resourceGroup ?? "").\($0.cluster.id.subscriptionID ?? "")" }
    let time = invocation.context.now()
    result.object { writer in
      writer.members("clusters", page) { $0.write(at: time, to: &$1) }
      writer.key("problems")
      writer.array { writer in
        for problem in listing.problems { problem.faultData.write(to: &writer) }
      }
    }
  }

  /// `trustedAccess/clusters/register`.
  static let clustersRegister = Method(
    "trustedAccess/clusters/register",
    "Registers a cluster in the local store, so that bindings can be made on it",
    details: "Nothing is asked of Azure and nothing is changed there.",
    lane: .slow,
    parameters: [
      Parameters.registeredClusterID.required, Parameters.location.required, Parameters.enablePrivateCluster.optional,
      Parameters.disableLocalAccounts.optional, Parameters.enableAAD.optional, Parameters.authorizedIPRanges.optional,
      Parameters.dryRun.optional,
    ],
    result: changedCluster,
    faults: [.alreadyExists, .invalid, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let cluster = Cluster(
      id: try ResourceID(parameter: arguments.required(Parameters.registeredClusterID), named: "id"),
      location: try arguments.required(Parameters.location),
      isPrivate: arguments[Parameters.enablePrivateCluster] ?? false,
      hasLocalAccountsDisabled: arguments[Parameters.disableLocalAccounts] ?? false,
      usesEntra: arguments[Parameters.enableAAD] ?? false,
      authorizedIPRanges: arguments[Parameters.authorizedIPRanges] ?? [])
    let registered = try asking(clusterIn: "id") { () throws(BackendError) in
      try invocation.context.backend.register(cluster, mode: invocation.mode)
    }
    write(registered, of: invocation, to: &result)
  }

  /// `trustedAccess/clusters/unregister`.
  static let clustersUnregister = Method(
    "trustedAccess/clusters/unregister",
    "Takes a cluster out of the local store",
    details: "A cluster that has bindings is kept, unless 'force' is true: then its bindings go with it.",
    lane: .slow,
    parameters: [
      Parameters.registeredClusterID.required, Parameters.force.optional, Parameters.dryRun.optional,
    ],
    result: changedCluster,
    faults: [.notFound, .invalid, .preconditionFailed, .unavailable, .damaged]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let id = try ResourceID(parameter: arguments.required(Parameters.registeredClusterID), named: "id")
    let removed = try asking(clusterIn: "id") { () throws(BackendError) in
      try invocation.context.backend.unregister(id, force: arguments[Parameters.force] ?? false, mode: invocation.mode)
    }
    write(removed, of: invocation, to: &result)
  }

  private static let changedCluster = Schema.object([
    .required("cluster", RegisteredCluster.schema, "The cluster."),
    .required("dryRun", .boolean, "Whether nothing was changed."),
  ])

  private static func write(
    _ cluster: RegisteredCluster, of invocation: MethodInvocation, to result: inout JSONWriter
  ) {
    result.object { writer in
      writer.key("cluster")
      cluster.write(at: invocation.context.now(), to: &writer)
      writer.member("dryRun", invocation.mode == .dryRun)
    }
  }
}

extension MethodInvocation {
  /// Whether the call makes its change or only checks it.
  var mode: ChangeMode { arguments[Parameters.dryRun] == true ? .dryRun : .commit }
}
