extension JSONTreeBuilder {
  /// Opens an array or object at its bracket.
  mutating func open(_ token: JSONTreeWord.Token) {
    let start = offset
    if followsIndentation {
      closeByIndentation(before: start)
      indentations.append(lineIndentation)
    }
    prepareForValue(at: start)
    let parent = container
    container = tape.count
    containerToken = token
    containers.append(UInt32(truncatingIfNeeded: container))
    // Until it is closed, only the second word is whole in what it says.
    tape.append(JSONTreeWord(token, high: 0, low: start))
    tape.append(JSONTreeWord(.bounds, high: parent, low: 0))
    if token == .array { openArrays &+= 1 } else { openObjects &+= 1 }
    offset = start &+ 1
    previousEnd = offset
    expectation = .first
  }

  /// Takes a closing bracket: closes what it fits, and what is open within that; it is stray if it fits nothing.
  mutating func close(_ token: JSONTreeWord.Token, in text: RawSpan) {
    if followsIndentation, !closeByIndentation(with: token, in: text) {
      faults.addStructural(.stray, offset..<offset, isTold: true)
      return addStray()
    }
    if containerToken != token {
      guard (token == .array ? openArrays : openObjects) > 0 else {
        faults.addStructural(.stray, offset..<offset, isTold: true)
        return addStray()
      }
      while containerToken != token { closeUnclosed(at: offset) }
    }
    switch expectation {
    case .colon, .value: finishMember()
    case .item:
      if !dialect.allowsTrailingCommas { faults.add(.trailingComma, comma..<comma + 1) }
    case .first, .separator: break
    }
    offset &+= 1
    endContainer(at: offset)
    previousEnd = offset
    expectation = .separator
  }

  /// Ends the innermost container before something at an offset, though its bracket is not there.
  mutating func closeUnclosed(at end: Int) {
    finishMember()
    let first = tape[container]
    faults.addStructural(.unclosed, first.low..<first.low + 1)
    tape[container] = first.with(.openEnded)
    endContainer(at: end)
    expectation = .separator
  }

  /// Writes where the innermost container ends, and goes on in the one around it.
  mutating func endContainer(at end: Int) {
    let first = tape[container]
    let parent = tape[container &+ 1].high
    let flags: JSONTreeWord.Flags = first.has(.openEnded) ? .openEnded : []
    tape[container] = JSONTreeWord(containerToken, high: tape.count, low: first.low, flags: flags)
    tape[container &+ 1] = JSONTreeWord(.bounds, high: parent, low: end)
    switch containerToken {
    case .array: openArrays &-= 1
    case .object: openObjects &-= 1
    default: return
    }
    if followsIndentation { indentations.removeLast() }
    container = parent
    containerToken = tape[parent].token
  }
}
