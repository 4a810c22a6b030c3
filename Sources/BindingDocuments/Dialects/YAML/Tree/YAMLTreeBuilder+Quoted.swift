extension YAML.TreeBuilder {
  /// Behind the quote that closes the one at an offset, on its line.
  mutating func closingQuote(from start: Int) -> Int? { closing(tree.bytes[start], from: start + 1) }

  /// Reads a scalar in quotes. It may go on on lines that are indented deeper than what it belongs to; one that is
  /// never closed ends with its first line.
  mutating func quoted(_ node: Int, indent: Int) {
    let start = position
    var firstEnd: Int?
    var end = closingQuote(from: start)
    position = lineEnd(from: start)
    while end == nil, position < tree.bytes.count {
      firstEnd = firstEnd ?? position
      let line = lineStart(behind: position)
      let text = indentationEnd(from: line)
      position = text
      if isAtLineEnd { continue }
      guard text - line > indent, !isMarker(at: line, "-"), !isMarker(at: line, ".") else { break }
      end = closing(tree.bytes[start], from: text)
      position = lineEnd(from: text)
    }
    position = end ?? trimmed(start, firstEnd ?? lineEnd(from: start))
    tree.nodes[node].kind = tree.bytes[start] == UInt8(ascii: "'") ? .single : .double
    tree.nodes[node].range = start..<position
  }

  /// Behind the next quote of a kind on the line.
  private mutating func closing(_ quote: UInt8, from start: Int) -> Int? {
    var offset = start
    while offset < tree.bytes.count {
      switch tree.bytes[offset] {
      case 0x0A, 0x0D: return nil
      case quote:
        guard quote == UInt8(ascii: "'"), byte(at: offset + 1) == quote else { return offset + 1 }
        offset += 2
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): offset += isBlankOrEnd(offset + 1) ? 1 : 2
      // A template's expression has quotes of its own.
      case UInt8(ascii: "{"): offset = placeholderEnd(at: offset) ?? offset + 1
      default: offset += 1
      }
    }
    return nil
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1, isBlank(tree.bytes[end - 1]) { end -= 1 }
    return end
  }
}
