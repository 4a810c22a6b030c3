extension JSONTreeBuilder {
  /// Whether the next token is a name, whatever it is.
  var expectsName: Bool { containerToken == .object && expectation.rawValue <= Expectation.separator.rawValue }

  /// Adds a name or a value that has just been scanned.
  @inline(__always)
  mutating func addScalar(_ word: JSONTreeWord, in text: RawSpan) {
    let end = offset
    skipTrivia(in: text)
    let hasColon = text.peek(at: offset) == UInt8(ascii: ":") && (expectsName || word.mayBeName)
    if followsIndentation { closeByIndentation(before: word.low) }
    guard hasColon || expectsName else {
      prepareForValue(at: word.low)
      if word.token == .word { addWordFault(.unknownWord, word.low..<end, in: text) }
      tape.append(word)
      previousEnd = end
      expectation = .separator
      return
    }
    prepareForName(word.low..<end)
    if word.token != .string { addWordFault(.unquotedName, word.low..<end, in: text) }
    tape.append(word.with(.name))
    previousEnd = end
    expectation = .colon
    if hasColon {
      offset &+= 1
      previousEnd = offset
      expectation = .value
    }
  }

  @inline(never)
  private mutating func addWordFault(_ kind: JSONFault.Kind, _ range: Range<Int>, in text: RawSpan) {
    if faults.hasRoom { faults.add(text.isPlaceholder(range) ? .placeholder : kind, range) }
  }

  /// Fills in what is missing before a name.
  @inline(__always)
  private mutating func prepareForName(_ range: Range<Int>) {
    if expectation != .first && expectation != .item { finishBeforeName() }
    if containerToken != .object { addMemberOutsideObject(range) }
  }

  @inline(never)
  private mutating func addMemberOutsideObject(_ range: Range<Int>) {
    // Of an excerpt it is told once.
    let isInDocument = containerToken == .document
    faults.addStructural(.memberOutsideObject, range, isTold: isInDocument && isExcerpt)
    if isInDocument { isExcerpt = true }
  }

  @inline(never)
  private mutating func finishBeforeName() {
    if expectation == .separator { missComma() } else { finishMember() }
  }

  /// Fills in what is missing before a value; in an object that is its name, or its colon.
  @inline(__always)
  mutating func prepareForValue(at start: Int) {
    if expectation == .value || expectation.rawValue <= Expectation.item.rawValue && containerToken == .array { return }
    fillInBeforeValue(at: start)
  }

  @inline(never)
  private mutating func fillInBeforeValue(at start: Int) {
    if expectation == .colon {
      faults.add(.missingColon, previousEnd..<previousEnd)
      return
    }
    switch containerToken {
    case .document where expectation == .separator:
      faults.addStructural(.contentAfterValue, start..<start, isTold: true)
      if contentAfterValue == nil { contentAfterValue = start }
    case .array:
      missComma()
    case .object:
      if expectation == .separator { missComma() }
      faults.add(.missingName, start..<start)
      tape.append(.missing(at: start, flags: .name))
    default: break
    }
  }

  /// Tells of a missing comma. Not behind a string that runs to the end of its line: it may have swallowed the comma.
  private mutating func missComma() {
    if let last = tape.last, last.token == .string, last.has(.openEnded) { return }
    faults.add(.missingComma, previousEnd..<previousEnd)
  }

  /// Fills in the value of a member that ends too soon.
  mutating func finishMember() {
    guard expectation == .colon || expectation == .value else { return }
    if expectation == .value {
      faults.add(.missingValue, previousEnd..<previousEnd)
    } else if tape.last?.token == .string {
      // A word without a colon is told as a word already.
      faults.add(.missingColon, previousEnd..<previousEnd)
    }
    tape.append(.missing(at: previousEnd))
    expectation = .separator
  }
}
