/// Two IDs in one text: a scope and a full ID put together, or a list.
extension ResourceIDDraft {
  /// Takes the ID that was meant, if that can be told: the one that the other is the beginning of, or the one of the
  /// expected type. Gives whether it has been told.
  mutating func takeOneOfTwo() -> Bool {
    let starts = startsOfFurtherIDs()
    guard let first = starts.first, let last = starts.last else { return false }
    let left = 0..<anatomy.segments[first - 1].range.upperBound
    let right = anatomy.segments[last].range.lowerBound - 1..<count
    let message =
      "Two resource IDs are joined here; the second starts at "
      + "'/\(anatomy.value(of: anatomy.segments[last]))/\(anatomy.value(of: anatomy.segments[last + 1]))'."
    let range = anatomy.segments[last].range.lowerBound..<count
    if isBeginning(anatomy.segments[..<first], of: anatomy.segments[last...]) || isOfExpectedType(right) {
      report("two-ids", at: range, message, fix: [Edit(range: 0..<right.lowerBound, text: "")])
    } else if isOfExpectedType(left) {
      report("two-ids", at: range, message, fix: [Edit(range: left.upperBound..<count, text: "")])
    } else {
      report("two-ids", at: range, message + " Give one of them.")
      isUnclear = true
      return false
    }
    return true
  }

  /// The segments, but the first, that start an ID of their own: `subscriptions` can be a type too, but no type's name
  /// is followed by a resource group.
  private func startsOfFurtherIDs() -> [Int] {
    let segments = anatomy.segments
    guard !isUnclear, segments.count > 1, reads(segments[0], "subscriptions") else { return [] }
    var starts: [Int] = []
    var subscription = anatomy.value(of: segments[1])
    for place in segments.indices.dropFirst().dropLast(2) where reads(segments[place], "subscriptions") {
      let value = anatomy.value(of: segments[place + 1])
      let isStart =
        reads(segments[place + 2], "resourceGroups")
        || reads(segments[place + 2], "providers") && value.isEqualIgnoringCase(to: subscription)
      guard isStart else { continue }
      starts.append(place)
      subscription = value
    }
    return starts
  }

  private func reads(_ segment: ResourceIDAnatomy.Segment, _ word: String) -> Bool {
    anatomy.value(of: segment).isEqualIgnoringCase(to: word)
  }

  private func isBeginning(
    _ left: ArraySlice<ResourceIDAnatomy.Segment>, of right: ArraySlice<ResourceIDAnatomy.Segment>
  ) -> Bool {
    left.count <= right.count
      && zip(left, right).allSatisfy { anatomy.value(of: $0).isEqualIgnoringCase(to: anatomy.value(of: $1)) }
  }

  private func isOfExpectedType(_ range: Range<Int>) -> Bool {
    guard let expected else { return false }
    let part = ResourceIDAnatomy(String(anatomy.text[utf8: range]))
    return part.fault == nil && part.type == expected
  }
}
