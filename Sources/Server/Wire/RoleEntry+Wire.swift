import JSON
import TrustedAccess

extension RoleEntry {
  /// The shape of ``write(to:)``: ARM's, and where the role stands in its life.
  static let schema = Schema.named(
    "Role",
    .object([
      .required("name", .text, "The role's own name."),
      .required("sourceResourceType", .text, "The type of the sources it may be given to."),
      .required("qualifiedName", .text, "The name as bindings give it."),
      .required(
        "lifecycle", .string(values: ["current", "retired", "internalTest", "placeholder"]),
        "Where it stands in its life."),
      .optional("lastListed", .text, "For a retired role, the date of the last list that held it."),
      .required("rules", .array(of: PolicyRule.schema), "What it permits, as Kubernetes has it."),
    ]))

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", role.name.name)
      writer.member("sourceResourceType", "\(role.name.sourceType)")
      writer.member("qualifiedName", "\(role.name)")
      switch lifecycle {
      case .current: writer.member("lifecycle", "current")
      case .internalTest: writer.member("lifecycle", "internalTest")
      case .placeholder: writer.member("lifecycle", "placeholder")
      case .retired(let lastListed):
        writer.member("lifecycle", "retired")
        writer.member("lastListed", lastListed)
      }
      writer.key("rules")
      writer.array { writer in
        for rule in role.rules { rule.write(to: &writer) }
      }
    }
  }
}

extension RoleProvenance {
  /// The members that tell where a role list comes from and what it is for.
  static let properties =
    ageProperties + [Schema.Property.required("location", .text, "The location it is for.")]

  /// The members that tell where a role list comes from.
  static let ageProperties: [Schema.Property] = [
    .required("origin", .string(values: ["bundled", "cached", "live"]), "How the list reached the server."),
    .required("fetchedAt", .timestamp, "When it was fetched or, for a bundled one, recorded."),
    .required("ttlMs", .count, "For how long from then it counts as fresh."),
  ]

  func writeMembers(to writer: inout JSONWriter) {
    writeAge(to: &writer)
    writer.member("location", location)
  }

  func writeAge(to writer: inout JSONWriter) {
    writer.member("origin", origin.rawValue)
    writer.member("fetchedAt", fetchedAt)
    writer.member("ttlMs", Int(timeToLive))
  }
}
