/// The name of a Trusted Access role: the type of the sources it may be given to, and its own name,
/// `Microsoft.MachineLearningServices/workspaces/mlworkload`.
///
/// Kept as written, compared without regard to case: Azure spells `BackupVaults` and `backupVaults` in one and the same
/// list (role list recorded in eastus on 2022-11-24).
public struct RoleName: Hashable, Sendable {
  /// The resource type that a source must have, or be nested in, to be given this role.
  public let sourceType: ResourceType

  /// The role's own name, unique under its source type; as written.
  public let name: String

  /// Parses `{source type}/{name}`; `nil` if fewer than three parts stand there or one is empty.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")), let sourceType = ResourceType(text[..<slash]) else {
      return nil
    }
    self.init(sourceType: sourceType, name: String(text[text.utf8.index(after: slash)...]))
  }

  /// Creates a role name from its parts; `nil` if `name` is empty or holds a slash.
  public init?(sourceType: ResourceType, name: String) {
    guard name.isPathSegment else { return nil }
    self.sourceType = sourceType
    self.name = name
  }

  /// Equal without regard to case.
  public static func == (left: RoleName, right: RoleName) -> Bool {
    left.name.isEqualIgnoringCase(to: right.name) && left.sourceType == right.sourceType
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    sourceType.hash(into: &hasher)
    name.hashIgnoringCase(into: &hasher)
  }
}

extension RoleName: CustomStringConvertible {
  /// The name as written.
  public var description: String { "\(sourceType)/\(name)" }
}
