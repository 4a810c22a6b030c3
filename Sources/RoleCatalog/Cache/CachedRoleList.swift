import JSON
import TrustedAccess

/// A role list as a file keeps it.
struct CachedRoleList: Sendable {
  /// The version of the format that this program writes.
  static let formatVersion = 1

  /// What the list is for.
  var key: RoleListKey

  /// When it was fetched.
  var fetchedAt: Timestamp

  /// The roles.
  var roles: [Role]

  /// What a file turned out to hold.
  enum Reading {
    /// A list.
    case list(CachedRoleList)
    /// Something of a later version of this program.
    case newerFormat(Int)
    /// Nothing that this program wrote. The reason is the end of a sentence.
    case damaged(String)
  }

  /// Reads a file's bytes.
  static func read(_ bytes: [UInt8]) -> Reading {
    let value: JSONValue
    do { value = try JSONValue.parse(bytes) } catch {
      return .damaged("it is not JSON: \(error.message) (at byte \(error.offset))")
    }
    guard let version = value["formatVersion"]?.integer else { return .damaged("it has no formatVersion") }
    guard version <= formatVersion else { return .newerFormat(version) }
    guard version == formatVersion else { return .damaged("there is no formatVersion \(version)") }
    guard let cloud = value["cloud"]?.string, let location = value["location"]?.string,
      let key = RoleListKey(cloud: cloud, subscription: value["subscription"]?.string, location: location)
    else { return .damaged("it does not say what list it is") }
    guard let fetchedAt = value["fetchedAt"]?.integer, let roles = value["roles"], roles.kind == .array else {
      return .damaged("it lacks fetchedAt or roles")
    }
    do {
      return .list(
        CachedRoleList(
          key: key, fetchedAt: Timestamp(millisecondsSinceEpoch: Int64(fetchedAt)),
          roles: try RoleReader.roles(roles, path: "roles")))
    } catch {
      return .damaged(error.message)
    }
  }

  /// The bytes of the file.
  var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("formatVersion", Self.formatVersion)
      writer.member("cloud", key.cloud)
      if let subscription = key.subscription { writer.member("subscription", subscription) }
      writer.member("location", key.location)
      writer.member("fetchedAt", Int(fetchedAt.millisecondsSinceEpoch))
      writer.key("roles")
      writer.roles(roles)
    }
    return writer.finish()
  }
}
