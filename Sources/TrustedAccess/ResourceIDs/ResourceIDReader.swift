/// Tells what each segment of a resource ID stands for, from those before it.
struct ResourceIDReader {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  /// What may come next.
  private(set) var state = State.start

  /// A place between two segments.
  enum State {
    /// Nothing has been read, or nothing that could be made sense of.
    case start
    /// After `subscriptions`.
    case subscriptionID
    /// After a subscription's ID.
    case inSubscription
    /// After `resourceGroups`.
    case resourceGroupName
    /// After a resource group's name.
    case inResourceGroup
    /// After `providers`.
    case namespace
    /// After a namespace.
    case typeOfNamespace
    /// After a type.
    case name
    /// After `locations`.
    case location
    /// After a resource's name.
    case inResource
  }

  /// What `segment`, the next one, stands for.
  mutating func kind(of segment: Span<UInt8>) -> Kind {
    let kind = Self.kind(of: segment, in: state)
    switch kind {
    case .subscriptions: state = .subscriptionID
    case .subscriptionID: state = .inSubscription
    case .resourceGroups: state = .resourceGroupName
    case .resourceGroupName: state = .inResourceGroup
    case .providers: state = .namespace
    case .namespace: state = .typeOfNamespace
    case .type: state = .name
    case .locations: state = .location
    case .name, .location: state = .inResource
    case .unknown: state = .start
    }
    return kind
  }

  /// What `segment`, the next one, stands for.
  mutating func kind(of segment: Substring) -> Kind {
    let utf8 = segment.utf8
    return kind(of: utf8.span)
  }

  private static func kind(of segment: Span<UInt8>, in state: State) -> Kind {
    switch state {
    case .start:
      // The ways on from a start that went wrong: the words, and a subscription's ID, which looks like nothing else.
      if let word = Kind(word: segment), word != .locations { return word }
      return segment.isGUID ? .subscriptionID : .unknown
    case .subscriptionID: return .subscriptionID
    case .resourceGroupName: return .resourceGroupName
    case .namespace: return .namespace
    case .name: return .name
    case .location: return .location
    case .inSubscription:
      guard let word = Kind(word: segment), word != .subscriptions else { return .type }
      return word
    case .inResourceGroup, .typeOfNamespace, .inResource:
      guard let word = Kind(word: segment), word == .providers || word == .locations else { return .type }
      return word
    }
  }
}

extension ResourceIDAnatomy.Segment.Kind {
  /// The kind whose word `segment` is, in any case. The length alone tells most segments apart from the four words.
  init?(word segment: Span<UInt8>) {
    let candidates: (Self, Self?)
    switch segment.count {
    case 9: candidates = (.providers, .locations)
    case 13: candidates = (.subscriptions, nil)
    case 14: candidates = (.resourceGroups, nil)
    default: return nil
    }
    if candidates.0.isSpelled(segment) {
      self = candidates.0
    } else if let other = candidates.1, other.isSpelled(segment) {
      self = other
    } else {
      return nil
    }
  }
}

extension ResourceIDAnatomy.Segment.Kind {
  /// Whether `segment` is this kind's word, in any case.
  private func isSpelled(_ segment: Span<UInt8>) -> Bool {
    guard let keyword, keyword.utf8.count == segment.count else { return false }
    var place = 0
    for byte in keyword.utf8 {
      guard segment[place].asciiLowercased == byte.asciiLowercased else { return false }
      place += 1
    }
    return true
  }
}

extension Substring {
  /// Whether the text is a GUID.
  var isGUID: Bool {
    let utf8 = utf8
    return utf8.span.isGUID
  }
}

extension Span<UInt8> {
  /// Whether the text is a GUID: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.
  var isGUID: Bool {
    guard count == 36 else { return false }
    for place in indices {
      let byte = self[place]
      switch place {
      case 8, 13, 18, 23:
        guard byte == UInt8(ascii: "-") else { return false }
      default:
        guard byte &- 0x30 < 10 || byte.asciiLowercased &- 0x61 < 6 else { return false }
      }
    }
    return true
  }
}
