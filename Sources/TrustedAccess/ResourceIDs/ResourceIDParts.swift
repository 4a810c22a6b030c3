/// What a reading without a fault says of the resource.
extension ResourceIDAnatomy {
  /// A reading put together from its parts.
  init(text: String, _ segments: [Segment]) {
    self.text = text
    self.segments = segments
  }

  /// The ID with single slashes and the words of the grammar in their own spelling.
  var canonical: String {
    var canonical = ""
    canonical.reserveCapacity(text.utf8.count)
    for segment in segments {
      canonical += "/"
      if segment.kind != .locations, let keyword = segment.kind.keyword {
        canonical += keyword
      } else {
        canonical += value(of: segment)
      }
    }
    return canonical
  }

  /// The type of what is named; see ``ResourceID/type``.
  var type: ResourceType {
    var namespace = ResourceType.builtInNamespace
    var types: [String] = []
    for segment in segments {
      switch segment.kind {
      case .subscriptionID: types = ["subscriptions"]
      case .resourceGroupName: types = ["resourceGroups"]
      case .namespace:
        namespace = String(value(of: segment))
        types = []
      case .type, .locations: types.append(String(value(of: segment)))
      default: break
      }
    }
    if types.isEmpty { return ResourceType(ResourceType.builtInNamespace, "providers") }
    return ResourceType(namespace, types[0], Array(types[1...]))
  }

  /// How many of the segments, from the first on, name what the resource lies in.
  var countOfParentSegments: Int {
    guard let last = segments.indices.last else { return 0 }
    // A value goes with the word or type before it, a first type also with its provider.
    var first = segments[last].kind.isType ? last : last - 1
    if first >= 2, segments[first].kind.isType, segments[first - 1].kind == .namespace { first -= 2 }
    return max(first, 0)
  }
}
