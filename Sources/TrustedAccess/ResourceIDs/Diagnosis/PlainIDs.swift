extension ResourceIDAnatomy {
  private typealias Kind = Segment.Kind

  /// Whether no check of a ``ResourceIDDiagnosis`` can find anything in the ID: the common case, told in one pass.
  ///
  /// Told are the IDs that leave nothing to think about: of a resource in a group or a subscription, of ASCII letters,
  /// digits, `.`, `_` and `-`, without a placeholder, each name by its type's rule. What is left out here is looked at
  /// step by step, so it can only be slower, and not wrong.
  var isPlain: Bool {
    guard segments.count >= 6, segments[0].kind == .subscriptions, segments[segments.count - 1].kind == .name,
      fault == nil, value(of: segments[1]).isGUID, hasPlainBytes, !PlaceholderScanner.mayFind(in: text)
    else { return false }
    let bytes = text.utf8.span
    var type = ""
    var isNested = false
    for segment in segments.dropFirst(2) {
      let value = bytes.extracting(segment.range)
      switch segment.kind {
      case .resourceGroups, .providers: continue
      case .namespace:
        // A namespace without a period may be a type.
        guard value.hasPeriod else { return false }
        type = String(self.value(of: segment))
      case .type:
        guard Kind(word: value) == nil, !value.hasPeriod else { return false }
        isNested = type.utf8.contains(UInt8(ascii: "/"))
        type += "/"
        type += self.value(of: segment)
      case .resourceGroupName, .name:
        // What follows a nested type may be a namespace, if `providers` is misspelt before it.
        guard Kind(word: value) == nil, !isNested || !value.hasPeriod,
          let type = segment.kind == .name ? ResourceType(type) : ResourceType.resourceGroup,
          ResourceNameRule.rule(for: type).violation(in: self.value(of: segment)) == nil
        else { return false }
      default: return false
      }
    }
    return true
  }

  /// Whether every byte can stand in every part of an ID, or is one of the single slashes before those.
  private var hasPlainBytes: Bool {
    var end = 0
    for segment in segments {
      guard segment.range.lowerBound == end + 1 else { return false }
      end = segment.range.upperBound
    }
    return end == text.utf8.count && text.withUTF8Bytes { $0.allSatisfy(Self.plainBytes.contains) }
  }

  private static let plainBytes = ASCIISet { scalar in
    "/.-_".unicodeScalars.contains(scalar) || UInt8(scalar.value).isASCIILetterOrDigit
  }
}

extension Span<UInt8> {
  fileprivate var hasPeriod: Bool { indices.contains { self[$0] == UInt8(ascii: ".") } }
}
