import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roles/list`.
  static let rolesList = Method(
    "trustedAccess/roles/list",
    "Lists the roles that bindings may name in a location",
    details: "'origin' and 'fetchedAt' tell where the list comes from and how old it is.",
    lane: .immediate,
    parameters: [
      Parameters.location.optional, Parameters.sourceType.optional, Parameters.includeRetired.optional,
      Parameters.limit.optional, Parameters.cursor.optional,
    ],
    result: .object(
      [
        .required("roles", .array(of: RoleEntry.schema), "The roles, by name."),
        Page<RoleEntry>.property,
      ] + RoleProvenance.properties),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let arguments = invocation.arguments
    let roles = invocation.context.roles(in: arguments[Parameters.location])
    var entries = roles.index.entries
    if arguments[Parameters.includeRetired] == true {
      entries = (entries + roles.entriesNotListed)
        .map { (key: $0.role.name.description.lowercased(), entry: $0) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map(\.entry)
    }
    if let type = try invocation.sourceTypeAskedFor() {
      entries = entries.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
    }
    let page = Page(
      of: entries, after: arguments[Parameters.cursor], limit: arguments[Parameters.limit] ?? .max
    ) { $0.role.name.description }
    result.object { writer in
      writer.members("roles", page) { $0.write(to: &$1) }
      roles.provenance.writeMembers(to: &writer)
    }
  }
}
