// The small steps.

extension YAML.TreeBuilder {
  /// The byte at a distance from the position; 0 behind the end.
  func peek(_ distance: Int) -> UInt8 { byte(at: position + distance) }

  /// The byte at an offset; 0 behind the end.
  func byte(at offset: Int) -> UInt8 { offset < tree.bytes.count ? tree.bytes[offset] : 0 }

  func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  func isBlankOrEnd(_ offset: Int) -> Bool {
    offset >= tree.bytes.count || isBlank(tree.bytes[offset]) || isLineBreak(tree.bytes[offset])
  }

  var isAtLineEnd: Bool { position >= tree.bytes.count || isLineBreak(tree.bytes[position]) }

  mutating func skipBlanks() {
    while position < tree.bytes.count, isBlank(tree.bytes[position]) { position += 1 }
  }

  mutating func skipLineBreak() { position = lineStart(behind: position) }

  /// The start of the line behind the line break at an offset.
  func lineStart(behind end: Int) -> Int {
    guard end < tree.bytes.count else { return tree.bytes.count }
    guard isLineBreak(tree.bytes[end]) else { return end }
    return end + (tree.bytes[end] == 0x0D && byte(at: end + 1) == 0x0A ? 2 : 1)
  }

  /// The end of the line that an offset stands in.
  func lineEnd(from offset: Int) -> Int {
    var end = Swift.min(offset, tree.bytes.count)
    while end < tree.bytes.count, !isLineBreak(tree.bytes[end]) { end += 1 }
    return end
  }

  /// Where a line's text begins behind its blanks.
  func indentationEnd(from start: Int) -> Int {
    var offset = start
    while offset < tree.bytes.count, isBlank(tree.bytes[offset]) { offset += 1 }
    return offset
  }

  /// The end of the word of an anchor, an alias or a tag.
  func wordEnd(from start: Int) -> Int {
    var offset = start
    while !isBlankOrEnd(offset) {
      switch tree.bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return offset
      default: offset += 1
      }
    }
    return offset
  }

  /// Whether `---` or `...` stands at the start of a line, by itself.
  func isMarker(at start: Int, _ character: Unicode.Scalar) -> Bool {
    let mark = UInt8(ascii: character)
    return byte(at: start) == mark && byte(at: start + 1) == mark && byte(at: start + 2) == mark
      && isBlankOrEnd(start + 3)
  }

  /// Reads a comment.
  mutating func comment() {
    let end = lineEnd(from: position)
    tree.comments.append(position..<end)
    position = end
  }
}
