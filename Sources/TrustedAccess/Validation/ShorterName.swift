/// Names for a binding made from a text that is none: valid, and still telling.
enum ShorterName {
  /// Proposals for `text`, the best first; empty if nothing of the text can stand in a name.
  static func proposals(for text: String) -> [BindingName] {
    let words = text.utf8.split {
      BindingName(String(decoding: CollectionOfOne($0), as: UTF8.self)) == nil || $0 == hyphen
    }
    .map { String(decoding: $0, as: UTF8.self) }
    var proposals: [BindingName] = []
    for candidate in [words, abbreviated(words), shortened(abbreviated(words))] {
      guard let name = BindingName(candidate.joined(separator: "-")), !proposals.contains(name) else { continue }
      proposals.append(name)
    }
    return proposals
  }

  private static let hyphen = UInt8(ascii: "-")

  /// Words, or pairs of them, for which those who know the field know a shorter one.
  private static let abbreviations: [(long: [String], short: String?)] = [
    (["trusted", "access"], "ta"), (["trustedaccess"], "ta"), (["role", "binding"], "rb"), (["rolebinding"], "rb"),
    (["binding"], nil), (["role"], nil), (["kubernetes"], "k8s"), (["machine", "learning"], "ml"),
    (["production"], "prod"), (["development"], "dev"), (["environment"], "env"), (["workspace"], "ws"),
    (["cluster"], nil), (["microsoft"], nil), (["azure"], nil),
  ]

  /// `words` with one abbreviation after another, until they fit.
  private static func abbreviated(_ words: [String]) -> [String] {
    var words = words
    for (long, short) in abbreviations {
      if length(of: words) <= BindingName.maximumLength { break }
      guard words.count > long.count || short != nil, words.count >= long.count else { continue }
      for start in (0...words.count - long.count).reversed()
      where zip(words[start...], long).allSatisfy({ $0.isEqualIgnoringCase(to: $1) }) {
        guard short != nil || words.count > 1, start + long.count <= words.count else { continue }
        words.replaceSubrange(start..<start + long.count, with: short.map { [$0] } ?? [])
        if words.count < long.count { break }
      }
    }
    return words
  }

  /// `words` with letters taken from the end of the longest until they fit, down to three letters a word; then without
  /// the last words.
  private static func shortened(_ words: [String]) -> [String] {
    var words = words
    while length(of: words) > BindingName.maximumLength {
      guard let longest = words.indices.max(by: { words[$0].utf8.count < words[$1].utf8.count }) else { break }
      if words[longest].utf8.count > 3 { words[longest].removeLast() } else { words.removeLast() }
    }
    return words
  }

  /// The characters of `words` with hyphens between.
  private static func length(of words: [String]) -> Int {
    words.reduce(0) { $0 + $1.utf8.count } + max(0, words.count - 1)
  }
}
