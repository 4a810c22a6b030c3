/// What the server says of itself.
package enum ServerInfo {
  /// The program's name.
  package static let name = "trusted-access-server"

  /// The program's version, semantic versioning 2.0.
  package static let version = "0.1.0"

  /// The version of the protocol specification that the methods follow.
  package static let specificationVersion = "0.1"
}
