/// An Azure resource type: a provider namespace and one or more type segments,
/// `Microsoft.Security/pricings/securityOperators`.
///
/// Kept as written, compared without regard to case, as Azure Resource Manager does (Azure docs,
/// "Naming rules and restrictions for Azure resources").
public struct ResourceType: Sendable {
  /// The type as written.
  public let text: String

  /// Parses `Namespace/type[/type]*`; `nil` if a part is missing or empty.
  public init?(_ text: some StringProtocol) {
    var parts = 1
    var before = UInt8(ascii: "/")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/") {
        if before == byte { return nil }
        parts += 1
      }
      before = byte
    }
    guard parts > 1, before != UInt8(ascii: "/") else { return nil }
    self.text = String(text)
  }

  /// Creates a type from its parts; `nil` if there is no segment, or a part is empty or holds a slash.
  public init?(namespace: String, segments: [String]) {
    guard namespace.isPathSegment, !segments.isEmpty, segments.allSatisfy(\.isPathSegment) else { return nil }
    self.init(namespace, segments[0], Array(segments[1...]))
  }

  /// Creates a type from parts that are known not to be empty.
  init(_ namespace: String, _ first: String, _ nested: [String] = []) {
    text = nested.reduce(namespace + "/" + first) { $0 + "/" + $1 }
  }

  /// The namespace of what Azure Resource Manager itself provides: subscriptions, groups, providers.
  static let builtInNamespace = "Microsoft.Resources"

  /// The provider namespace as written, `Microsoft.Security`.
  public var namespace: String { parts[0] }

  /// The type segments as written, outermost first; never empty.
  public var segments: [String] { Array(parts[1...]) }

  private var parts: [String] {
    text.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this type is `other` or one of the types that `other` is nested in, segment by segment.
  ///
  /// A role of type `Microsoft.Security/pricings` may be given to a source of type
  /// `Microsoft.Security/pricings/securityOperators`; see ``RoleName``.
  public func isSameOrParent(of other: ResourceType) -> Bool {
    let length = text.utf8.count
    guard other.text.hasPrefixIgnoringCase(text) else { return false }
    return length == other.text.utf8.count || other.text.utf8.dropFirst(length).first == UInt8(ascii: "/")
  }
}

extension ResourceType: Hashable {
  /// Equal without regard to case.
  public static func == (left: ResourceType, right: ResourceType) -> Bool {
    left.text.isEqualIgnoringCase(to: right.text)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    text.hashIgnoringCase(into: &hasher)
  }
}

extension ResourceType: CustomStringConvertible {
  /// The type as written.
  public var description: String { text }
}

extension String {
  /// Whether the text can stand between two slashes. Slashes are bytes here, as in resource IDs: one that a combining
  /// mark follows is a slash too, though it is no `Character` `/`.
  var isPathSegment: Bool { !isEmpty && !utf8.contains(UInt8(ascii: "/")) }
}
