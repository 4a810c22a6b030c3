extension YAML.TreeBuilder {
  /// Where a scalar without quotes ends on its line, and where the colon stands that makes it a name.
  mutating func plainEnd(from start: Int, inFlow: Bool = false, isValue: Bool = false) -> (end: Int, colon: Int?) {
    var offset = start
    var end = start
    while offset < tree.bytes.count {
      let byte = tree.bytes[offset]
      switch byte {
      case 0x0A, 0x0D: return (end, nil)
      case 0x20, 0x09:
        offset += 1
        continue
      case UInt8(ascii: "#") where offset > start && isBlank(tree.bytes[offset - 1]): return (end, nil)
      case UInt8(ascii: ":") where !isValue && (inFlow ? isBlankOrFlow(offset + 1) : isBlankOrEnd(offset + 1)):
        return (end, offset)
      case UInt8(ascii: "{"), UInt8(ascii: "$"):
        if let behind = placeholderEnd(at: offset) {
          offset = behind - 1
        } else if inFlow, byte == UInt8(ascii: "{") {
          return (end, nil)
        }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if inFlow { return (end, nil) }
      default: break
      }
      offset += 1
      end = offset
    }
    return (end, nil)
  }

  func isBlankOrFlow(_ offset: Int) -> Bool {
    if isBlankOrEnd(offset) { return true }
    switch tree.bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    default: return false
    }
  }

  /// The name that begins at the position, if a colon follows it on its line.
  mutating func implicitKey() -> Name? {
    switch peek(0) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = closingQuote(from: position) else { return nil }
      let colon = indentationEnd(from: end)
      guard byte(at: colon) == UInt8(ascii: ":"), isBlankOrEnd(colon + 1) else { return nil }
      return Name(
        kind: peek(0) == UInt8(ascii: "'") ? .single : .double, range: position..<end, end: colon + 1)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if placeholderEnd(at: position) == nil { return nil }
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: ","), UInt8(ascii: "]"),
      UInt8(ascii: "}"):
      return nil
    default: break
    }
    let text = plainEnd(from: position)
    guard let colon = text.colon, text.end > position else { return nil }
    return Name(kind: .plain, range: position..<text.end, end: colon + 1)
  }

  /// Reads a scalar without quotes, and the lines on which it goes on: those that are indented deeper than what it
  /// belongs to, and are neither an entry nor an item.
  mutating func plain(_ node: Int, indent: Int) {
    let start = position
    var end = plainEnd(from: start, isValue: true).end
    position = lineEnd(from: start)
    // A comment ends it.
    while byte(at: indentationEnd(from: end)) != UInt8(ascii: "#"), let line = continuation(deeperThan: indent) {
      position = line
      end = plainEnd(from: line, isValue: true).end
      position = lineEnd(from: line)
    }
    position = end
    tree.nodes[node].kind = .plain
    tree.nodes[node].range = start..<end
  }

  /// The text of the line on which a scalar goes on; `nil` if it does not.
  private mutating func continuation(deeperThan indent: Int) -> Int? {
    let end = position
    defer { position = end }
    var line = end
    repeat {
      line = lineStart(behind: line)
      position = indentationEnd(from: line)
      guard position < tree.bytes.count else { return nil }
      guard isAtLineEnd else { break }
      line = position
    } while true
    guard position - line > indent, peek(0) != UInt8(ascii: "#") else { return nil }
    if position == line, isMarker(at: line, "-") || isMarker(at: line, ".") { return nil }
    if peek(0) == UInt8(ascii: "-"), isBlankOrEnd(position + 1) { return nil }
    if peek(0) == UInt8(ascii: "{"), placeholderEnd(at: position) != nil { return nil }
    let text = position
    return implicitKey() == nil ? text : nil
  }
}
