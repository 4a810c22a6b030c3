/// The words `subscriptions`, `resourceGroups`, `providers` and `locations`, and namespaces: misspelt, or missing.
extension ResourceIDDraft {
  /// Puts words right in one pass, reading on as if each had been right.
  mutating func mendWords() {
    guard !isUnclear else { return }
    var walk = WordWalk(self)
    walk.run()
    report(walk.findings)
    if walk.isLost { isUnclear = true }
  }
}

/// A pass over a draft's segments that looks at the words only.
private struct WordWalk {
  typealias Kind = ResourceIDAnatomy.Segment.Kind

  private(set) var findings: [ResourceIDDraft.Finding] = []

  /// Whether something is missing that can't be filled in, so that what follows is not what it looks like.
  private(set) var isLost = false

  private let draft: ResourceIDDraft
  private let segments: [ResourceIDAnatomy.Segment]
  private var reader = ResourceIDReader()

  init(_ draft: ResourceIDDraft) {
    self.draft = draft
    segments = draft.anatomy.segments
  }

  mutating func run() {
    for place in segments.indices {
      let spelling = draft.isOpaque(segments[place].range) ? nil : look(at: place)
      if isLost { return }
      let kind = reader.kind(of: spelling ?? text(place))
      guard draft.isClear(segments[place], as: kind) else { return }
    }
  }

  /// Looks at one segment, reads a word that is missing before it, and gives the segment's spelling if it is a word
  /// misspelt.
  private mutating func look(at place: Int) -> Substring? {
    switch reader.state {
    case .start: return lookAtStart(place)
    case .subscriptionID:
      if isWord(.resourceGroups, at: place) || isWord(.providers, at: place) {
        lose("missing-name", place, "The subscription's ID is missing before '\(text(place))'.")
      }
    case .resourceGroupName, .name, .location:
      if isWord(.providers, at: place), isNamespace(at: place + 1) {
        lose("missing-name", place, "The name after '\(text(place - 1))' is missing before '\(text(place))'.")
      }
    case .inSubscription:
      if let spelling = respell(place, [.resourceGroups, .providers, .locations]) { return spelling }
      let words: [Kind] = [.resourceGroups, .providers, .locations]
      if words.contains(where: { isWord($0, at: place) }) { return nil }
      if isWord(.providers, at: place + 1) {
        insert(.resourceGroups, before: place)
      } else if isNamespace(at: place) {
        insert(.providers, before: place)
      }
    case .inResourceGroup:
      if let spelling = respell(place, [.providers]) { return spelling }
      if isNamespace(at: place) { insert(.providers, before: place) }
    case .inResource:
      if isNamespace(at: place + 1), let spelling = respell(place, [.providers]) { return spelling }
      if text(place).hasPrefixIgnoringCase("Microsoft.") { insert(.providers, before: place) }
    case .namespace: lookAtNamespace(place)
    case .typeOfNamespace: break
    }
    return nil
  }

  private mutating func lookAtStart(_ place: Int) -> Substring? {
    if isWord(.subscriptions, at: place) || isWord(.providers, at: place) { return nil }
    if let spelling = respell(place, [.subscriptions, .providers]) { return spelling }
    if isWord(.resourceGroups, at: place) || GrammarWord.nearest(to: text(place), of: [.resourceGroups]) != nil {
      lose("missing-subscription", place, "'/subscriptions/{subscription ID}' is missing before '\(text(place))'.")
    } else if text(place).isGUID {
      insert(.subscriptions, before: place)
    } else {
      lose("unknown-start", place, "A resource ID starts with '/subscriptions/' or '/providers/'.")
    }
    return nil
  }

  private mutating func lookAtNamespace(_ place: Int) {
    let written = text(place)
    guard let owner = ResourceType.known.first(where: { $0.segments[0].isEqualIgnoringCase(to: written) }) else {
      return
    }
    findings.append(
      ResourceIDDraft.Finding(
        code: "missing-namespace", range: segments[place].range,
        message: "The provider's namespace is missing: '\(owner.namespace)/\(written)'.",
        edits: [edit(before: place, owner.namespace)]))
    _ = reader.kind(of: owner.namespace[...])
  }

  /// The word that the segment is a misspelling of.
  private mutating func respell(_ place: Int, _ kinds: [Kind]) -> Substring? {
    guard let word = GrammarWord.nearest(to: text(place), of: kinds)?.keyword else { return nil }
    let range = segments[place].range
    findings.append(
      ResourceIDDraft.Finding(
        code: "misspelt-word", range: range, message: "'\(text(place))' should be '\(word)'.",
        edits: [ResourceIDDraft.Edit(range: range, text: word)]))
    return word[...]
  }

  /// Puts a word before the segment and reads it.
  private mutating func insert(_ kind: Kind, before place: Int) {
    guard let word = kind.keyword else { return }
    findings.append(
      ResourceIDDraft.Finding(
        code: "missing-word", range: segments[place].range,
        message: "'\(word)' is missing before '\(text(place))': '/\(word)/\(text(place))'.",
        edits: [edit(before: place, word)]))
    _ = reader.kind(of: word[...])
  }

  private mutating func lose(_ code: String, _ place: Int, _ message: String) {
    findings.append(ResourceIDDraft.Finding(code: code, range: segments[place].range, message: message))
    isLost = true
  }

  private func edit(before place: Int, _ segment: String) -> ResourceIDDraft.Edit {
    let start = segments[place].range.lowerBound
    return ResourceIDDraft.Edit(range: start..<start, text: segment + "/")
  }

  private func text(_ place: Int) -> Substring { draft.anatomy.value(of: segments[place]) }

  private func isWord(_ kind: Kind, at place: Int) -> Bool {
    place < segments.count && kind.keyword?.isEqualIgnoringCase(to: text(place)) == true
  }

  /// Whether the segment looks like a namespace: every one has a period within.
  private func isNamespace(at place: Int) -> Bool {
    guard place < segments.count, !draft.isOpaque(segments[place].range) else { return false }
    return text(place).utf8.dropFirst().dropLast().contains(UInt8(ascii: "."))
  }
}
