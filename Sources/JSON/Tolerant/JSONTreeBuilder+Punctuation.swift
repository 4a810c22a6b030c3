extension JSONTreeBuilder {
  /// Takes a comma.
  mutating func addComma() {
    comma = offset
    offset &+= 1
    if expectation == .separator && (containerToken != .document || isExcerpt) {
      expectation = .item
    } else {
      addUnexpectedComma()
    }
    previousEnd = offset
  }

  @inline(never)
  private mutating func addUnexpectedComma() {
    switch expectation {
    case .colon, .value:
      finishMember()
      expectation = .item
    case .first, .item, .separator:
      guard containerToken == .array else {
        faults.add(.extraComma, comma..<offset)
        if expectation == .separator { expectation = .item }
        return
      }
      // `[1,,2]` lacks an element.
      faults.add(.missingValue, previousEnd..<previousEnd)
      tape.append(.missing(at: previousEnd))
      expectation = .item
    }
  }

  /// Takes a colon that does not stand behind a name on the way.
  mutating func addColon() {
    switch expectation {
    case .colon:
      expectation = .value
    case .first where containerToken == .object, .item where containerToken == .object:
      faults.add(.missingName, offset..<offset)
      tape.append(.missing(at: offset, flags: .name))
      expectation = .value
    default:
      return addStray()
    }
    offset &+= 1
    previousEnd = offset
  }

  /// Takes a character that belongs to nothing. Those side by side are one.
  mutating func addStray() {
    let start = offset
    offset &+= 1
    // Nothing comes between a name and its value.
    if expectation == .colon || expectation == .value { return faults.add(.stray, start..<offset) }
    if let last = tape.last, last.token == .stray, last.low + last.high == start {
      tape[tape.count - 1] = JSONTreeWord(.stray, high: last.high + 1, low: last.low)
    } else {
      faults.add(.stray, start..<offset)
      tape.append(JSONTreeWord(.stray, high: 1, low: start))
    }
    previousEnd = offset
  }
}
