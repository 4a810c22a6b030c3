import JSON
import JSONRPC
import RoleCatalog
import TrustedAccess

extension Method {
  /// `trustedAccess/roles/list`.
  static let rolesList = Method(
    "trustedAccess/roles/list",
    "Lists the roles that bindings may name",
    details: "The list is the newest one that came with the server.",
    lane: .immediate,
    parameters: [Parameters.sourceType.optional, Parameters.includeRetired.optional],
    result: .object(
      [.required("roles", .array(of: RoleEntry.schema), "The roles, by name.")] + RoleProvenance.properties),
    faults: [.invalid]
  ) { invocation, result throws(ResponseError) in
    let roles = RoleSnapshot.bundled
    var entries = roles.index.entries
    if invocation.arguments[Parameters.includeRetired] == true { entries += roles.entriesNotListed }
    if let text = invocation.arguments[Parameters.sourceType] {
      guard let type = ResourceType(text) else {
        throw FaultData(
          code: "invalid-type", message: "'sourceType' is '\(text.shortened)': expected '{namespace}/{type}'",
          target: "sourceType"
        ).error(.invalid)
      }
      entries = entries.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
    }
    result.object { writer in
      writer.key("roles")
      writer.array { writer in
        for entry in entries { entry.write(to: &writer) }
      }
      roles.provenance.writeMembers(to: &writer)
    }
  }
}
