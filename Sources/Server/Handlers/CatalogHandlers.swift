import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/catalog/status`.
  static let catalogStatus = Method(
    "trustedAccess/catalog/status",
    "Tells which role lists there are, how old they are, and why one could not be refreshed",
    lane: .slow,
    result: .object([
      .required(
        "bundled",
        .object([.required("roleCount", .count, "How many roles it has.")] + RoleProvenance.properties),
        "The list that came with the program; it serves where there is no other."),
      .required(
        "lists",
        .array(
          of: .object(
            listKey + [
              .required("roleCount", .count, "How many roles the best list has."),
              .required("fresh", .boolean, "Whether the list has not outlived its freshness."),
              .optional("path", .text, "The file that keeps it."),
              .optional("failure", failedAttempt, "Why the last attempt to fetch it failed."),
              .optional("problem", .text, "What is wrong with the file, and what can be done."),
            ] + RoleProvenance.ageProperties)),
        "What was asked for or is cached, by cloud, location and subscription."),
      .required("offline", .boolean, "Whether the live source is never asked."),
      .optional("cache", .text, "The folder of the cached lists; absent if there is none."),
    ])
  ) { invocation, result throws(ResponseError) in
    let context = invocation.context
    result.object { writer in
      writer.key("bundled")
      writer.object { writer in
        writer.member("roleCount", RoleSnapshot.bundled.index.entries.count)
        RoleSnapshot.bundled.provenance.writeMembers(to: &writer)
      }
      writer.key("lists")
      writer.array { writer in
        for status in context.catalog.status() {
          writer.object { writer in
            status.key.writeMembers(to: &writer)
            status.writeMembers(to: &writer)
          }
        }
      }
      writer.member("offline", context.configuration.isOffline)
      if let cache = context.configuration.cache { writer.member("cache", cache) }
    }
  }

  /// `trustedAccess/catalog/refresh`.
  static let catalogRefresh = Method(
    "trustedAccess/catalog/refresh",
    "Fetches the role list of a location from the service, and tells what has changed",
    details: "Asks at once, however fresh the list is and however often it failed. A failure leaves the list as it is.",
    lane: .slow,
    parameters: [Parameters.location.required, Parameters.subscription.optional, Parameters.cloud.optional],
    result: .object(
      [
        .required("roleCount", .count, "How many roles the list has."),
        .required("added", .texts, "Roles that the list before did not have."),
        .required("removed", .texts, "Roles that it had and this one has not."),
        .required("changed", .texts, "Roles whose rules differ."),
        .optional("cacheProblem", .text, "What kept the list from being cached."),
      ] + RoleProvenance.properties),
    faults: [.invalid, .unavailable]
  ) { invocation, result throws(ResponseError) in
    let key = try invocation.roleListKey(location: try invocation.arguments.required(Parameters.location))
    let refresh: Refresh
    do throws(RoleListFailure) {
      refresh = try invocation.context.catalog.refresh(key)
      invocation.context.roleLists.tellChange()
    } catch {
      throw FaultData(
        code: error.code, message: error.cause, target: "location", remedy: error.remedy, isRetryable: error.isRetryable
      ).error(.unavailable)
    }
    result.object { writer in
      writer.member("roleCount", refresh.snapshot.index.entries.count)
      writer.member("added", refresh.difference.added.map(\.name.description))
      writer.member("removed", refresh.difference.removed.map(\.name.description))
      writer.member("changed", refresh.difference.changed.map(\.role.name.description))
      if let problem = refresh.cacheProblem { writer.member("cacheProblem", problem) }
      refresh.snapshot.provenance.writeMembers(to: &writer)
    }
  }

  /// `trustedAccess/catalog/clear`.
  static let catalogClear = Method(
    "trustedAccess/catalog/clear",
    "Forgets the cached role list of a location, or all of them",
    lane: .slow,
    parameters: [Parameters.location.optional, Parameters.subscription.optional, Parameters.cloud.optional],
    result: .object([
      .required("cleared", .array(of: .object(listKey)), "The lists that were forgotten."),
      .required("problems", .texts, "What could not be removed; empty if all could."),
    ]),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let keys = try invocation.arguments[Parameters.location].map { location throws(ResponseError) in
      [try invocation.roleListKey(location: location)]
    }
    let outcome = invocation.context.catalog.clear(keys)
    invocation.context.roleLists.tellChange()
    result.object { writer in
      writer.key("cleared")
      writer.array { writer in
        for key in outcome.cleared {
          writer.object { key.writeMembers(to: &$0) }
        }
      }
      writer.member("problems", outcome.problems)
    }
  }

  private static let listKey: [Schema.Property] = [
    .required("cloud", .text, "The cloud, as the Azure CLI names it."),
    .optional("subscription", .text, "The subscription that the list was fetched for."),
    .required("location", .text, "The location."),
  ]

  private static let failedAttempt = Schema.object([
    .required("code", .text, "The cause's stable code."),
    .required("message", .text, "What was wrong."),
    .required("remedy", .text, "What can be done."),
    .required("at", .timestamp, "When it failed."),
    .required("count", .count, "How often in a row."),
    .required("nextAttemptAt", .timestamp, "Before when it is not tried again of itself."),
  ])
}

extension RoleListKey {
  fileprivate func writeMembers(to writer: inout JSONWriter) {
    writer.member("cloud", cloud)
    if let subscription { writer.member("subscription", subscription) }
    writer.member("location", location)
  }
}

extension CatalogStatus {
  fileprivate func writeMembers(to writer: inout JSONWriter) {
    writer.member("roleCount", roleCount)
    writer.member("fresh", isFresh)
    if let path { writer.member("path", path) }
    if let failure {
      writer.key("failure")
      writer.object { writer in
        writer.member("code", failure.failure.code)
        writer.member("message", failure.failure.cause)
        writer.member("remedy", failure.failure.remedy)
        writer.member("at", failure.at)
        writer.member("count", failure.count)
        writer.member("nextAttemptAt", failure.nextAttemptAt)
      }
    }
    if let problem {
      writer.member("problem", [problem.message, problem.remedy].compactMap { $0 }.joined(separator: " "))
    }
    provenance.writeAge(to: &writer)
  }
}

extension MethodInvocation {
  /// The key of a role list that the parameters name.
  fileprivate func roleListKey(location: String) throws(ResponseError) -> RoleListKey {
    let key = RoleListKey(
      cloud: arguments[Parameters.cloud] ?? RoleListKey.publicCloud, subscription: arguments[Parameters.subscription],
      location: location)
    guard let key else {
      throw FaultData(
        code: "InvalidRoleList", message: "'\(location.shortened)' and what is given with it name no role list.",
        target: "location", remedy: "Give an Azure location such as 'eastus', and a subscription's ID."
      ).error(.invalid)
    }
    return key
  }
}
