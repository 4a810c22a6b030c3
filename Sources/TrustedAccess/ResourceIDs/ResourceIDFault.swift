/// What keeps a text from being a resource ID.
enum ResourceIDFault: Hashable {
  /// There is no segment.
  case empty
  /// The text does not start with a slash.
  case noLeadingSlash
  /// The first segment is neither `subscriptions` nor `providers`.
  case unknownStart
  /// The last segment is a word of the grammar, or a type that can't stand without a name, and nothing follows.
  case nothingAfter(ResourceIDAnatomy.Segment)
  /// A provider's namespace without a type, where only a tenant or a subscription has providers.
  case noType(ResourceIDAnatomy.Segment)
}

extension ResourceIDAnatomy {
  /// The first thing that keeps the text from being a resource ID; `nil` if it is one.
  var fault: ResourceIDFault? {
    guard let first = segments.first, let last = segments.last else { return .empty }
    guard first.range.lowerBound > 0 else { return .noLeadingSlash }
    guard first.kind == .subscriptions || first.kind == .providers else { return .unknownStart }
    for (place, segment) in segments.enumerated() where segment.kind == .namespace {
      let next = place + 1 < segments.count ? segments[place + 1].kind : nil
      let before = place >= 2 ? segments[place - 2].kind : nil
      if next == nil || next == .providers, before != nil, before != .subscriptionID { return .noType(segment) }
    }
    return needsValue(last) ? .nothingAfter(last) : nil
  }

  /// Whether `last`, the last segment, can't be the end of an ID.
  private func needsValue(_ last: Segment) -> Bool {
    switch last.kind {
    case .subscriptions, .resourceGroups, .providers: return true
    case .type, .locations:
      let before = segments.count >= 2 ? segments[segments.count - 2].kind : nil
      // The SDKs take these two words for the grammar's own wherever they stand last.
      let words: [Segment.Kind] = [.subscriptions, .resourceGroups]
      return before == .namespace || before == .resourceGroupName
        || words.contains { $0.keyword?.isEqualIgnoringCase(to: value(of: last)) == true }
    default: return false
    }
  }
}

extension ResourceIDFault {
  /// The fault in words.
  func problem(in anatomy: ResourceIDAnatomy) -> ResourceIDProblem {
    let end = anatomy.segments.last?.range.upperBound ?? anatomy.text.utf8.count
    switch self {
    case .empty:
      return ResourceIDProblem(
        code: "empty-id", message: "The resource ID is empty; it starts with '/subscriptions/{subscription ID}'.",
        range: 0..<anatomy.text.utf8.count)
    case .noLeadingSlash:
      return ResourceIDProblem(
        code: "missing-leading-slash", message: "A resource ID starts with '/'.", range: 0..<0,
        correction: "/" + anatomy.text)
    case .unknownStart:
      return ResourceIDProblem(
        code: "unknown-start", message: "A resource ID starts with '/subscriptions/' or '/providers/'.",
        range: anatomy.segments.first?.range ?? 0..<0)
    case .nothingAfter(let segment) where segment.kind == .providers:
      return ResourceIDProblem(
        code: "missing-namespace",
        message: "A provider's namespace, a type and a name have to follow 'providers': "
          + "'/providers/Microsoft.ContainerService/managedClusters/{name}'.",
        range: end..<end)
    case .nothingAfter(let segment):
      let word = anatomy.value(of: segment)
      let missing = segment.kind == .subscriptions ? "{subscription ID}" : "{name}"
      return ResourceIDProblem(
        code: "missing-name", message: "The name after '\(word)' is missing: '/\(word)/\(missing)'.", range: end..<end)
    case .noType(let segment):
      return ResourceIDProblem(
        code: "missing-type",
        message: "The resource type and name after the provider '\(anatomy.value(of: segment))' are missing.",
        range: end..<end)
    }
  }
}
