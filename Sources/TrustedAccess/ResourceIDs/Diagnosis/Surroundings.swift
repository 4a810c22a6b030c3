/// What a paste brings along: white space, quotes, an address around the ID.
extension ResourceIDDraft {
  /// Takes white space, quotes and list separators off both ends, and slashes off the last.
  mutating func trimEnds() {
    let end = endOfContent()
    if end < count, end > 0 {
      let onlySlashes = (end..<count).allSatisfy { byte(at: $0) == UInt8(ascii: "/") }
      report(
        onlySlashes ? "trailing-slash" : "surrounding-characters", onlySlashes ? .warning : .error, at: end..<count,
        onlySlashes
          ? "A resource ID ends with a name: the slash at the end makes the Azure CLI refuse it."
          : "White space, quotes and separators are no part of a resource ID: it ends before them.",
        fix: [Edit(range: end..<count, text: "")])
    }
    let start = startOfContent()
    if start > 0, start < count {
      report(
        "surrounding-characters", at: 0..<start,
        "White space, quotes and separators are no part of a resource ID: it starts after them.",
        fix: [Edit(range: 0..<start, text: "")])
    }
  }

  private func startOfContent() -> Int {
    var start = 0
    while start < count, let width = widthOfSurrounding(at: start) { start += width }
    return start
  }

  private func endOfContent() -> Int {
    var end = count
    while end > 0 {
      if byte(at: end - 1) == UInt8(ascii: "/") {
        end -= 1
      } else if let width = [1, 2, 3].first(where: { $0 <= end && widthOfSurrounding(at: end - $0) == $0 }) {
        end -= width
      } else {
        break
      }
    }
    return end
  }

  /// How many bytes the character at `place` has, if it is one that surrounds; the last three are invisible ones that
  /// web pages and chats put in: the no-break space, the zero width space and the byte order mark.
  private func widthOfSurrounding(at place: Int) -> Int? {
    switch byte(at: place) {
    case 0x09...0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","),
      UInt8(ascii: ";"):
      1
    case 0xC2 where starts(with: "\u{A0}", at: place): 2
    case 0xE2 where starts(with: "\u{200B}", at: place): 3
    case 0xEF where starts(with: "\u{FEFF}", at: place): 3
    default: nil
    }
  }

  /// Takes a web address off: the portal's, or Azure Resource Manager's.
  mutating func unwrapURL() {
    let isURL = starts(with: "https://", at: 0) || starts(with: "http://", at: 0)
    let start = (0..<count).first { starts(with: "/subscriptions/", at: $0) || starts(with: "/providers/", at: $0) }
    guard let start else {
      if isURL {
        isUnclear = true
        // What is unknown may stand for an ID, but not within a query.
        let query = (0..<count).first { byte(at: $0) == UInt8(ascii: "?") } ?? count
        if Placeholder.all(in: text[utf8: 0..<query]).isEmpty {
          report(
            "pasted-url", at: 0..<count,
            "This is a web address without a resource ID in it; an ID starts with '/subscriptions/'.")
        }
      }
      return
    }
    let isHost = starts(with: "portal.", at: 0) || starts(with: "management.", at: 0)
    guard start > 0, isURL || isHost || byte(at: 0) == UInt8(ascii: "#") else { return }
    isFromPortal = (0..<start).contains { starts(with: "portal.", at: $0) || byte(at: $0) == UInt8(ascii: "#") }
    report(
      "pasted-url", at: 0..<start, "The resource ID is the part of this address from '/subscriptions' on.",
      fix: [Edit(range: 0..<start, text: "")])
  }

  /// Cuts off `?api-version=…`, and in an address of the portal its fragment.
  mutating func cutQuery() {
    guard !isUnclear else { return }
    let start = (0..<count).dropFirst().first {
      byte(at: $0) == UInt8(ascii: "?") || isFromPortal && byte(at: $0) == UInt8(ascii: "#")
    }
    guard let start else { return }
    report(
      "query-suffix", at: start..<count, "A resource ID has no query: it ends before the '?'.",
      fix: [Edit(range: start..<count, text: "")])
  }

  /// Drops the name of a portal page after the resource: `/overview`.
  mutating func dropPortalPage() {
    guard isWhollyKnown, anatomy.segments.count >= 2, let last = anatomy.segments.last, last.kind == .type else {
      return
    }
    let before = anatomy.segments[anatomy.segments.count - 2]
    let isPage = anatomy.value(of: last).isEqualIgnoringCase(to: "overview")
    guard before.kind.isValue, isFromPortal || isPage else { return }
    report(
      "portal-page", at: last.range, "'\(anatomy.value(of: last))' is a page of the portal, not a part of the ID.",
      fix: [Edit(range: before.range.upperBound..<count, text: "")])
  }

  /// Whether `text`, in small letters, stands at `place`, in any case.
  func starts(with text: StaticString, at place: Int) -> Bool {
    guard count - place >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
      expected.indices.allSatisfy { byte(at: place + $0).asciiLowercased == expected[$0].asciiLowercased }
    }
  }
}
