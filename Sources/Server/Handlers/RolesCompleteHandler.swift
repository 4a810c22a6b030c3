import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roles/complete`.
  static let rolesComplete = Method(
    "trustedAccess/roles/complete",
    "Finds roles by what someone has typed so far, best first",
    details: """
      Found is, without regard to case, what equals the text, starts with it, has it at the start of a segment, or has its \
      letters in that order.
      """,
    lane: .immediate,
    parameters: [
      Parameters.typed.required, Parameters.sourceType.optional, Parameters.sourceResourceID.optional,
      Parameters.location.optional, Parameters.completionLimit.optional,
    ],
    result: .object(
      [
        .required(
          "items",
          .array(
            of: .object([
              .required("name", .text, "The name as bindings give it."),
              .required(
                "match", .string(values: RoleMatch.allCases.map(\.wireName)), "How the text matches the name."),
              .required("inWords", .text, "What the role permits, in words."),
            ])), "The roles, best first."),
        .required("isIncomplete", .boolean, "Whether there may be more than were asked for."),
      ] + RoleProvenance.properties),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let roles = invocation.context.roles(in: arguments[Parameters.location])
    let limit = arguments[Parameters.completionLimit] ?? 50
    let hits = roles.index.search(
      try arguments.required(Parameters.typed), forSourcesOf: try invocation.sourceTypeAskedFor(), limit: limit)
    result.object { writer in
      writer.key("items")
      writer.array { writer in
        for hit in hits {
          writer.object { writer in
            writer.member("name", "\(hit.entry.role.name)")
            writer.member("match", hit.match.wireName)
            writer.member("inWords", hit.entry.role.rules.map(\.inWords).joined(separator: "; "))
          }
        }
      }
      writer.member("isIncomplete", hits.count == limit)
      roles.provenance.writeMembers(to: &writer)
    }
  }
}

extension RoleMatch {
  /// The kind of match as the wire has it.
  fileprivate var wireName: String { "\(self)" }
}

extension MethodInvocation {
  /// The type of sources that roles are wanted for, from either parameter that may tell it.
  func sourceTypeAskedFor() throws(ResponseError) -> ResourceType? {
    if let text = arguments[Parameters.sourceResourceID] {
      return try ResourceID(parameter: text, named: "sourceResourceId").type
    }
    guard let text = arguments[Parameters.sourceType] else { return nil }
    guard let type = ResourceType(text) else {
      throw FaultData(
        code: "invalid-type", message: "'sourceType' is '\(text.shortened)': expected '{namespace}/{type}'",
        target: "sourceType"
      ).error(.invalid)
    }
    return type
  }
}
