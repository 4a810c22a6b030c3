/// The name of a Trusted Access role: the type of the sources it may be given to, and its own name,
/// `Microsoft.MachineLearningServices/workspaces/mlworkload`.
///
/// Kept as written, compared without regard to case: Azure spells `BackupVaults` and `backupVaults` in one and the same
/// list (role list recorded in eastus on 2022-11-24).
public struct RoleName: Sendable {
  /// The name as written, in full.
  public let text: String

  /// The resource type that a source must have, or be nested in, to be given this role.
  public let sourceType: ResourceType

  /// Parses `{source type}/{name}`; `nil` if fewer than three parts stand there or one is empty.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")), let sourceType = ResourceType(text[..<slash]),
      text.utf8.index(after: slash) < text.utf8.endIndex
    else {
      return nil
    }
    self.text = text
    self.sourceType = sourceType
  }

  /// Creates a role name from its parts; `nil` if `name` is empty or holds a slash.
  public init?(sourceType: ResourceType, name: String) {
    guard name.isPathSegment else { return nil }
    text = sourceType.text + "/" + name
    self.sourceType = sourceType
  }

  /// The role's own name, unique under its source type; as written.
  public var name: String { String(Substring(text.utf8.dropFirst(sourceType.text.utf8.count + 1))) }
}

extension RoleName: Hashable {
  /// Equal without regard to case.
  public static func == (left: RoleName, right: RoleName) -> Bool {
    left.text.isEqualIgnoringCase(to: right.text)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    text.hashIgnoringCase(into: &hasher)
  }
}

extension RoleName: CustomStringConvertible {
  /// The name as written, in full.
  public var description: String { text }
}
