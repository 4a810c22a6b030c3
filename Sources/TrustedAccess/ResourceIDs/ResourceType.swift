/// An Azure resource type: a provider namespace and one or more type segments,
/// `Microsoft.Security/pricings/securityOperators`.
///
/// Kept as written, compared without regard to case, as Azure Resource Manager does (Azure docs,
/// "Naming rules and restrictions for Azure resources").
public struct ResourceType: Sendable {
  /// The provider namespace as written, `Microsoft.Security`.
  public let namespace: String

  /// The type segments as written, outermost first; never empty.
  public let segments: [String]

  /// Parses `Namespace/type[/type]*`; `nil` if a part is missing or empty.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    self.init(namespace: parts[0], segments: Array(parts.dropFirst()))
  }

  /// Creates a type from its parts; `nil` if there is no segment, or a part is empty or holds a slash.
  public init?(namespace: String, segments: [String]) {
    guard namespace.isPathSegment, !segments.isEmpty, segments.allSatisfy(\.isPathSegment) else { return nil }
    self.namespace = namespace
    self.segments = segments
  }

  /// Creates a type from parts that are known not to be empty.
  init(_ namespace: String, _ first: String, _ nested: [String] = []) {
    self.namespace = namespace
    segments = [first] + nested
  }

  /// The namespace of what Azure Resource Manager itself provides: subscriptions, groups, providers.
  static let builtInNamespace = "Microsoft.Resources"

  /// Whether this type is `other` or one of the types that `other` is nested in, segment by segment.
  ///
  /// A role of type `Microsoft.Security/pricings` may be given to a source of type
  /// `Microsoft.Security/pricings/securityOperators`; see ``RoleName``.
  public func isSameOrParent(of other: ResourceType) -> Bool {
    guard segments.count <= other.segments.count, namespace.isEqualIgnoringCase(to: other.namespace) else {
      return false
    }
    return zip(segments, other.segments).allSatisfy { $0.isEqualIgnoringCase(to: $1) }
  }
}

extension ResourceType: Hashable {
  /// Equal without regard to case.
  public static func == (left: ResourceType, right: ResourceType) -> Bool {
    left.segments.count == right.segments.count && left.isSameOrParent(of: right)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    namespace.hashIgnoringCase(into: &hasher)
    for segment in segments { segment.hashIgnoringCase(into: &hasher) }
  }
}

extension ResourceType: CustomStringConvertible {
  /// The type as written.
  public var description: String {
    segments.reduce(namespace) { $0 + "/" + $1 }
  }
}

extension String {
  /// Whether the text can stand between two slashes. Slashes are bytes here, as in resource IDs: one that a combining
  /// mark follows is a slash too, though it is no `Character` `/`.
  var isPathSegment: Bool { !isEmpty && !utf8.contains(UInt8(ascii: "/")) }
}
