/// The start of a here-document, `<<EOF`.
struct ShellHereDocument {
  /// Where the word that ends it stands, without its quotes.
  var delimiter: Range<Int>
  /// Where the operator with its word ends.
  var end: Int
  /// Whether the word is quoted: the contents mean themselves.
  var isQuoted: Bool
  /// Whether tabs before its lines are dropped: `<<-`.
  var dropsTabs: Bool

  /// As far as the end of one is looked for.
  static let longest = 1 << 16

  /// What starts at `<<`; `nil` if it is no here-document.
  init?(at start: Int, in text: Span<UInt8>) {
    var offset = start + 2
    guard text.shellByte(offset) != UInt8(ascii: "<") else { return nil }
    dropsTabs = text.shellByte(offset) == UInt8(ascii: "-")
    if dropsTabs { offset += 1 }
    while text.shellByte(offset) == 0x20 || text.shellByte(offset) == 0x09 { offset += 1 }
    let quote = text.shellByte(offset)
    let hasQuotes = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    isQuoted = hasQuotes || quote == UInt8(ascii: "\\")
    if isQuoted { offset += 1 }
    let first = offset
    while offset < text.count, offset - first < 256 {
      let byte = text[offset]
      if hasQuotes ? byte == quote || byte == 0x0A : byte.endsShellWord || byte == UInt8(ascii: "`") { break }
      offset += 1
    }
    guard offset > first, isQuoted || !(text[first] &- 0x30 < 10 || text[first] == UInt8(ascii: "$")) else {
      return nil
    }
    delimiter = first..<offset
    end = hasQuotes && text.shellByte(offset) == quote ? offset + 1 : offset
  }

  /// Where its contents end that start at an offset, and where the line behind it starts. Blanks around the word that ends
  /// it are forgiven: what is taken out of other documents may be indented.
  func contentsEnd(in text: Span<UInt8>, from start: Int) -> (contents: Int, next: Int) {
    var line = start
    while line < text.count {
      let end = text.endOfLine(from: line)
      if isEnd(line..<end, in: text) { return (line, Swift.min(end + 1, text.count)) }
      line = end + 1
      if line - start > Self.longest { break }
    }
    let end = Swift.min(line, text.count)
    return (end, end)
  }

  private func isEnd(_ line: Range<Int>, in text: Span<UInt8>) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound, text[offset].isShellBlank { offset &+= 1 }
    guard line.upperBound - offset >= delimiter.count, text[offset] == text[delimiter.lowerBound] else { return false }
    for place in 0..<delimiter.count where text[offset &+ place] != text[delimiter.lowerBound &+ place] { return false }
    offset += delimiter.count
    while offset < line.upperBound, text[offset].isShellBlank { offset &+= 1 }
    return offset == line.upperBound
  }
}
