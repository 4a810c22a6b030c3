/// What may stand at a place in a resource ID that is being typed, for completion without a network.
public struct ResourceIDExpectation: Hashable, Sendable {
  /// The kinds of segment that may stand there, likeliest first; never empty.
  public let kinds: [ResourceIDAnatomy.Segment.Kind]

  /// The segment around the place, in UTF-8 offsets: what a proposal replaces. Empty after a slash.
  public let range: Range<Int>

  /// What of that segment stands before the place: what proposals are filtered by.
  public let typed: String

  /// The segments before the one that is being typed.
  public let before: ResourceIDAnatomy

  /// Whether a proposal has to bring the slash before it: only at the start of the text.
  public let needsSlash: Bool

  /// Looks at `text` around `offset`, a UTF-8 offset; one outside of the text, or within a character, counts as the
  /// nearest one before that is. Cost: one pass over the text.
  public init(in text: String, at offset: Int) {
    let bytes = Array(text.utf8)
    var place = min(max(offset, 0), bytes.count)
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    let slash = UInt8(ascii: "/")
    let start = (bytes[..<place].lastIndex(of: slash) ?? -1) + 1
    let end = bytes[place...].firstIndex(of: slash) ?? bytes.count
    range = start..<end
    typed = String(text[utf8: start..<place])
    before = ResourceIDAnatomy(String(text[utf8: 0..<start]))
    needsSlash = start == 0
    var reader = ResourceIDReader()
    for segment in before.segments { _ = reader.kind(of: before.value(of: segment)) }
    kinds = reader.state.kinds(startingAfresh: before.segments.isEmpty)
  }

  /// The subscription that the ID leads through, as written.
  public var subscriptionID: String? { last(.subscriptionID) }

  /// The resource group that the ID leads through, as written.
  public var resourceGroup: String? { last(.resourceGroupName) }

  /// The namespace under which a type or name is expected, as written.
  public var namespace: String? { last(.namespace) }

  /// The type so far under ``namespace``: what a name is expected for, or another type nests in.
  public var type: ResourceType? {
    guard let provider = before.segments.lastIndex(where: { $0.kind == .namespace }), let namespace else { return nil }
    let types = before.segments[provider...].filter(\.kind.isType).map { String(before.value(of: $0)) }
    return ResourceType(namespace: namespace, segments: types)
  }

  private func last(_ kind: ResourceIDAnatomy.Segment.Kind) -> String? {
    before.segments.last { $0.kind == kind }.map { String(before.value(of: $0)) }
  }
}

extension ResourceIDReader.State {
  /// The kinds of segment that may come next.
  fileprivate func kinds(startingAfresh isFirst: Bool) -> [ResourceIDReader.Kind] {
    switch self {
    case .start: isFirst ? [.subscriptions, .providers] : [.subscriptions, .resourceGroups, .providers]
    case .subscriptionID: [.subscriptionID]
    case .inSubscription: [.resourceGroups, .providers, .locations]
    case .resourceGroupName: [.resourceGroupName]
    case .inResourceGroup: [.providers]
    case .namespace: [.namespace]
    case .typeOfNamespace: [.type, .locations]
    case .name: [.name]
    case .location: [.location]
    case .inResource: [.type, .providers]
    }
  }
}
