/// The words of a resource ID's grammar, and what is likely meant as one of them.
enum GrammarWord {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  /// The word of `kinds` that `segment` is a misspelling of: `resource-group`, `Subscription`, `provders`. `nil` for the
  /// word itself in any case, and for what is like none.
  static func nearest(to segment: Substring, of kinds: [Kind]) -> Kind? {
    guard segment.utf8.count <= 24 else { return nil }
    var slips = EditDistance(to: segment.utf8.lazy.map(\.asciiLowercased).filter { $0 &- 0x61 < 26 })
    for kind in kinds {
      guard let word = kind.keyword, !word.isEqualIgnoringCase(to: segment) else { continue }
      // A short word is near too many others.
      let limit = word.utf8.count < 10 ? 1 : 2
      if slips(word.utf8.map(\.asciiLowercased)[...], limit: limit) != nil { return kind }
    }
    return nil
  }
}
