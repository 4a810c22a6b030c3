/// A text read as an Azure resource ID, segment by segment, however broken it is.
///
/// Reading never fails: a segment that fits nowhere is ``Segment/Kind/unknown``. ``ResourceID`` is what of these readings
/// holds together. Cost: one pass over the text.
///
/// The grammar is that of Azure Resource Manager as the Azure SDKs read it (`arm.ParseResourceID` of azcore for Go):
/// parts between slashes, empty parts ignored, the words `subscriptions`, `resourceGroups`, `providers` and `locations` in
/// any case.
public struct ResourceIDAnatomy: Hashable, Sendable {
  /// The text as written.
  public let text: String

  /// The parts between slashes that are not empty, in order.
  public let segments: [Segment]

  /// One part of a resource ID.
  public struct Segment: Hashable, Sendable {
    /// What the part stands for.
    public let kind: Kind

    /// Where it stands in the text, in UTF-8 offsets; never empty, without the slashes.
    public let range: Range<Int>

    /// What a part of a resource ID stands for.
    public enum Kind: Hashable, Sendable, CaseIterable {
      /// The word `subscriptions` at the start.
      case subscriptions
      /// A subscription's ID.
      case subscriptionID
      /// The word `resourceGroups` after a subscription.
      case resourceGroups
      /// A resource group's name.
      case resourceGroupName
      /// The word `providers` before a namespace.
      case providers
      /// A resource provider's namespace, `Microsoft.ContainerService`.
      case namespace
      /// The word `locations` where a type stands.
      case locations
      /// A location's name, `eastus`.
      case location
      /// One segment of a resource type, `managedClusters`.
      case type
      /// A resource's name.
      case name
      /// A part where only `subscriptions` or `providers` could stand.
      case unknown
    }
  }

  /// Reads `text`.
  public init(_ text: String) {
    var reader = ResourceIDReader()
    var segments: [Segment] = []
    let bytes = text.utf8.span
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
      if start < end {
        segments.append(Segment(kind: reader.kind(of: bytes.extracting(start..<end)), range: start..<end))
      }
      start = end + 1
    }
    self.text = text
    self.segments = segments
  }

  /// A segment's text as written.
  public func value(of segment: Segment) -> Substring { text[utf8: segment.range] }
}

extension ResourceIDAnatomy.Segment.Kind {
  /// The word that stands for this kind in canonical spelling; `nil` where the text decides.
  public var keyword: String? {
    switch self {
    case .subscriptions: "subscriptions"
    case .resourceGroups: "resourceGroups"
    case .providers: "providers"
    case .locations: "locations"
    default: nil
    }
  }

  /// Whether the segment is part of the resource's type.
  public var isType: Bool { self == .type || self == .locations }

  /// Whether the segment is a value that its author chose, and not a word of the grammar or a type.
  public var isValue: Bool {
    switch self {
    case .subscriptionID, .resourceGroupName, .location, .name: true
    default: false
    }
  }
}

extension String {
  /// The part of the text between two UTF-8 offsets that are on scalars' borders and within it.
  subscript(utf8 range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
