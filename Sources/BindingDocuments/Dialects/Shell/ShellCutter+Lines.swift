// Where lines end, and comments.
extension ShellCutter {
  mutating func behindLine(_ text: Span<UInt8>, _ offset: Int) -> Int {
    var next = offset + 1
    let isJoined = hasCode && isJoined(text, offset)
    isAtCommand = true
    if hereDocuments.count > 0 {
      if hereDocuments.skip(in: text, from: &next, noticing: !isOfInterest) { isOfInterest = true }
    }
    if awaitsCode, hasCode { awaitsCode = false }
    hasCode = false
    guard open.depth > 0 || compounds > 0 || isJoined || awaitsCode, next - start <= Self.longest,
      !beginsAnew(text, next)
    else {
      end = next
      return next
    }
    return next
  }

  /// Whether the line ends with `|`, `||` or `&&`.
  private func isJoined(_ text: Span<UInt8>, _ lineFeed: Int) -> Bool {
    guard behindOperator > start else { return false }
    guard text.skippingShellBlanks(from: behindOperator) == lineFeed else { return false }
    return text[behindOperator - 1] == UInt8(ascii: "|") || text.shellByte(behindOperator - 2) == UInt8(ascii: "&")
  }

  /// Whether a line plainly begins something that what is open cannot hold.
  private mutating func beginsAnew(_ text: Span<UInt8>, _ line: Int) -> Bool {
    if isInArray, open.depth == 1 {
      let first = text.skippingShellBlanks(from: line)
      var end = first
      while end < text.count, end - first < 64, text[end].isShellName { end &+= 1 }
      examined = Swift.max(examined, end + 1, first + 3)
      if text.hasShellWord("az ", at: first) || end > first && text.shellByte(end) == UInt8(ascii: "=") { return true }
    }
    guard compounds > 0, open.depth == 0 else { return false }
    examined = Swift.max(examined, line + 9)
    return text.shellByte(line) == UInt8(ascii: "}") || text.hasShellWord("function ", at: line)
  }

  mutating func behindHash(_ text: Span<UInt8>, _ offset: Int) -> Int {
    if offset > start, !text[offset - 1].endsShellWord || text.shellByte(offset + 1) == UInt8(ascii: "{") {
      return offset + 1
    }
    var end = offset + 1
    while end < text.count, text[end] != 0x0A {
      if text[end] == UInt8(ascii: "-"), text[end - 1] == UInt8(ascii: "d"),
        text.hasShellWord("trusted-access", at: end - 7)
      {
        isOfInterest = true
        if !hasCode { awaitsCode = true }
      }
      end &+= 1
    }
    return end
  }
}
