package import JSON
package import TrustedAccess

/// One page of the service's answer to `GET …/locations/{location}/trustedAccessRoles`:
/// `{"value": [{"sourceResourceType", "name", "rules"}], "nextLink"}` (azure-rest-api-specs, `TrustedAccessRoleListResult`).
///
/// Unknown members are skipped, and an array that is `null` or absent counts as empty: the service leaves out what does
/// not apply. A role without a usable name is refused, since nothing could be said about it.
package struct RoleListPage: Sendable {
  /// The roles, in the order of the answer.
  package var roles: [Role]

  /// Where the next page is; `nil` on the last one.
  package var nextLink: String?

  /// Reads one page from its JSON text.
  ///
  /// - Throws: what is wrong, where, and what would be right.
  package init(parsing bytes: [UInt8]) throws(RoleListError) {
    let value: JSONValue
    do { value = try JSONValue.parse(bytes) } catch {
      throw RoleListError(path: "", problem: "is not JSON: \(error.message) (at byte \(error.offset))")
    }
    try self.init(value)
  }

  /// Reads one page from parsed JSON.
  ///
  /// - Throws: what is wrong, where, and what would be right.
  package init(_ page: JSONValue) throws(RoleListError) {
    guard let value = page["value"], value.kind == .array else {
      throw RoleListError(path: "value", problem: "must be an array of roles")
    }
    roles = try RoleReader.roles(value, path: "value")
    nextLink = page["nextLink"]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Why a text is no role list.
package struct RoleListError: Error, Hashable, Sendable {
  /// Where in the list, `value[3].name`; empty for the whole of it.
  package var path: String

  /// What is wrong there and what would be right.
  package var problem: String

  /// Both in one sentence.
  package var message: String { path.isEmpty ? "the role list \(problem)" : "\(path) \(problem)" }
}

/// Reads roles in the service's own form, which the bundle and the cache files use too.
enum RoleReader {
  /// The roles of the array `value`, which stands at `path`.
  static func roles(_ value: JSONValue, path: String) throws(RoleListError) -> [Role] {
    // Thousands of roles share a few source types: parsed once, their storage is shared.
    var types: [String: ResourceType] = [:]
    var roles: [Role] = []
    roles.reserveCapacity(value.count)
    for (position, element) in value.elements.enumerated() {
      let path = "\(path)[\(position)]"
      guard let typeText = element["sourceResourceType"]?.string else {
        throw RoleListError(
          path: path + ".sourceResourceType", problem: "must be a resource type such as Contoso.App/apps")
      }
      guard let sourceType = types[typeText] ?? ResourceType(typeText) else {
        throw RoleListError(
          path: path + ".sourceResourceType",
          problem: "is \"\(typeText)\", which is no resource type; expected Namespace/type, such as Contoso.App/apps")
      }
      types[typeText] = sourceType
      guard let text = element["name"]?.string, let name = RoleName(sourceType: sourceType, name: text) else {
        throw RoleListError(path: path + ".name", problem: "must be the role's own name: not empty, without a slash")
      }
      roles.append(Role(name: name, rules: try rules(element["rules"], path: path + ".rules")))
    }
    return roles
  }

  private static func rules(_ value: JSONValue?, path: String) throws(RoleListError) -> [PolicyRule] {
    guard let value = try array(value, path: path) else { return [] }
    var rules: [PolicyRule] = []
    rules.reserveCapacity(value.count)
    for (position, rule) in value.elements.enumerated() {
      let path = "\(path)[\(position)]"
      guard rule.kind == .object else { throw RoleListError(path: path, problem: "must be a rule, an object") }
      rules.append(
        PolicyRule(
          verbs: try strings(rule["verbs"], path: path + ".verbs"),
          apiGroups: try strings(rule["apiGroups"], path: path + ".apiGroups"),
          resources: try strings(rule["resources"], path: path + ".resources"),
          resourceNames: try strings(rule["resourceNames"], path: path + ".resourceNames"),
          nonResourceURLs: try strings(rule["nonResourceURLs"], path: path + ".nonResourceURLs")))
    }
    return rules
  }

  private static func strings(_ value: JSONValue?, path: String) throws(RoleListError) -> [String] {
    guard let value = try array(value, path: path) else { return [] }
    var strings: [String] = []
    strings.reserveCapacity(value.count)
    for (position, element) in value.elements.enumerated() {
      guard let string = element.string else {
        throw RoleListError(path: "\(path)[\(position)]", problem: "must be a string")
      }
      strings.append(string)
    }
    return strings
  }

  /// `value` if it is an array, `nil` if it is `null` or absent.
  private static func array(_ value: JSONValue?, path: String) throws(RoleListError) -> JSONValue? {
    guard let value, value.kind != .null else { return nil }
    guard value.kind == .array else { throw RoleListError(path: path, problem: "must be an array") }
    return value
  }
}

extension JSONWriter {
  /// Writes roles in the service's own form, empty arrays left out.
  mutating func roles(_ roles: some Sequence<Role>) {
    array { writer in
      for role in roles {
        writer.object { writer in
          writer.member("sourceResourceType", role.name.sourceType.description)
          writer.member("name", role.name.name)
          writer.member("rules") { writer in
            writer.array { writer in
              for rule in role.rules { writer.rule(rule) }
            }
          }
        }
      }
    }
  }

  private mutating func rule(_ rule: PolicyRule) {
    object { writer in
      let members: [(StaticString, [String])] = [
        ("verbs", rule.verbs), ("apiGroups", rule.apiGroups), ("resources", rule.resources),
        ("resourceNames", rule.resourceNames), ("nonResourceURLs", rule.nonResourceURLs),
      ]
      for (name, values) in members where !values.isEmpty {
        writer.member(name, values)
      }
    }
  }
}
