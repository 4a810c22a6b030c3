/// Slashes written another way, doubled, or missing.
extension ResourceIDDraft {
  /// Turns `%2F`, once or more often encoded, and backslashes into slashes.
  ///
  /// Encoded slashes after a plain one stay, but in a web address: they are part of a name.
  mutating func decodeSlashes() {
    let encoded = (0..<count).compactMap { place in encodedSlash(at: place).map { place..<place + $0 } }
    let firstSlash = (0..<count).first { byte(at: $0) == UInt8(ascii: "/") } ?? count
    if let first = encoded.first, first.lowerBound < firstSlash || starts(with: "http", at: 0) {
      report(
        "url-encoded", at: first, "The ID is URL-encoded; '%2F' stands for '/'.",
        fix: encoded.map { Edit(range: $0, text: "/") })
    }
    let runs = runsOfSlashes().filter { $0.contains { byte(at: $0) == UInt8(ascii: "\\") } }
    if let first = runs.first {
      report(
        "backslash", at: first, "The parts of a resource ID are separated by '/'.",
        fix: runs.map { Edit(range: $0, text: "/") })
    }
    if !encoded.isEmpty || !runs.isEmpty { findPlaceholders() }
  }

  /// How many bytes an encoded slash at `place` has: `%2F`, `%252F`, and so on.
  private func encodedSlash(at place: Int) -> Int? {
    guard byte(at: place) == UInt8(ascii: "%") else { return nil }
    var end = place + 1
    // No one encodes more than a few times; the limit keeps this linear.
    for _ in 0..<4 where starts(with: "25", at: end) { end += 2 }
    return starts(with: "2f", at: end) ? end + 2 - place : nil
  }

  /// The longest ranges of slashes and backslashes.
  private func runsOfSlashes() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in 0..<count where byte(at: place) == UInt8(ascii: "/") || byte(at: place) == UInt8(ascii: "\\") {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  /// Makes doubled slashes one, and puts a missing one before the first word.
  mutating func mendSlashes() {
    guard !isUnclear else { return }
    let doubled = runsOfSlashes().filter { $0.count > 1 }
    if let first = doubled.first {
      report(
        "doubled-slash", .warning, at: first,
        "One slash is enough: the Azure CLI and Terraform refuse two, and the SDK for .NET drops what follows them.",
        fix: doubled.map { Edit(range: $0, text: "/") })
    }
    guard let first = knownSegments.first, first.range.lowerBound == 0 else { return }
    guard
      first.kind != .unknown
        || GrammarWord.nearest(to: anatomy.value(of: first), of: [.subscriptions, .providers]) != nil
    else { return }
    report(
      "missing-leading-slash", at: 0..<0, "A resource ID starts with '/'.", fix: [Edit(range: 0..<0, text: "/")])
  }
}
