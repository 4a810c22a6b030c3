// What template engines have between the lines and within them: `{{ … }}` of Helm and Jinja, `${{ … }}` of pipelines,
// `${…}`, `{% … %}`.

extension YAML.TreeBuilder {
  /// Behind the placeholder that begins at an offset and ends on its line.
  mutating func placeholderEnd(at start: Int) -> Int? {
    let first = start + (byte(at: start) == UInt8(ascii: "$") ? 1 : 0)
    guard byte(at: first) == UInt8(ascii: "{") else { return nil }
    switch byte(at: first + 1) {
    case UInt8(ascii: "{"): return end(0, UInt8(ascii: "}"), UInt8(ascii: "}"), from: first + 2)
    case UInt8(ascii: "%"): return end(2, UInt8(ascii: "%"), UInt8(ascii: "}"), from: first + 2)
    default: return first > start ? end(1, UInt8(ascii: "}"), nil, from: first + 1) : nil
    }
  }

  /// Behind one or two bytes on the line of an offset. That there are none is remembered.
  private mutating func end(_ kind: Int, _ byte: UInt8, _ second: UInt8?, from start: Int) -> Int? {
    guard start >= unclosed[kind] else { return nil }
    var offset = start
    while offset < tree.bytes.count, !isLineBreak(tree.bytes[offset]) {
      if tree.bytes[offset] == byte {
        guard let second else { return offset + 1 }
        if self.byte(at: offset + 1) == second { return offset + 2 }
      }
      offset += 1
    }
    unclosed[kind] = offset
    return nil
  }

  /// Steps over a line of a template engine. One that writes text where a value is missing is that value; in a sequence
  /// it is an item.
  mutating func templateLine() -> Bool {
    guard peek(0) == UInt8(ascii: "{"), peek(1) == UInt8(ascii: "{") || peek(1) == UInt8(ascii: "%") else {
      return false
    }
    let start = position
    if let end = templateCommentEnd() {
      position = end
      return true
    }
    var rest = start
    while let end = placeholderEnd(at: rest) { rest = indentationEnd(from: end) }
    guard rest > start, rest >= tree.bytes.count || isLineBreak(tree.bytes[rest]) || byte(at: rest) == UInt8(ascii: "#")
    else { return false }
    position = rest
    tree.templateLines.append(start..<rest)
    if writesText(start) { fill(start..<trimmedEnd(start, rest)) }
    return true
  }

  private mutating func fill(_ range: Range<Int>) {
    let last = lastChild
    let top = frames[frames.count - 1].node
    let isMissing = last >= 0 && tree.nodes[last].kind == .missing
    guard isMissing || tree.nodes[top].kind == .sequence else { return }
    let node = isMissing ? last : appendMissing(at: range.lowerBound)
    tree.nodes[node].kind = .plain
    tree.nodes[node].range = range
    lastEnd = range.upperBound
  }

  /// Whether an expression stands for text, and does not only steer what follows.
  private func writesText(_ start: Int) -> Bool {
    guard peekTemplate(start) != UInt8(ascii: "%") else { return false }
    var offset = start + 2
    if byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
    offset = indentationEnd(from: offset)
    var end = offset
    while end < tree.bytes.count, tree.bytes[end] >= UInt8(ascii: "a"), tree.bytes[end] <= UInt8(ascii: "z") {
      end += 1
    }
    switch String(decoding: tree.bytes[offset..<end], as: UTF8.self) {
    case "if", "else", "end", "range", "with", "define", "block": return false
    default: return byte(at: offset) != UInt8(ascii: "$")
    }
  }

  private func peekTemplate(_ start: Int) -> UInt8 { byte(at: start + 1) }

  /// Behind the line of the end of a template's comment, `{{- /* … */}}`, that begins at the position.
  private mutating func templateCommentEnd() -> Int? {
    guard peek(1) == UInt8(ascii: "{") else { return nil }
    let dash = position + 2 + (peek(2) == UInt8(ascii: "-") ? 1 : 0)
    let start = indentationEnd(from: dash)
    guard byte(at: start) == UInt8(ascii: "/"), byte(at: start + 1) == UInt8(ascii: "*"), start >= unclosed[3] else {
      return nil
    }
    var offset = start + 2
    while offset + 1 < tree.bytes.count {
      if tree.bytes[offset] == UInt8(ascii: "*"), tree.bytes[offset + 1] == UInt8(ascii: "/") {
        return lineEnd(from: offset)
      }
      offset += 1
    }
    unclosed[3] = tree.bytes.count
    return nil
  }

  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, isBlank(tree.bytes[end - 1]) { end -= 1 }
    return end
  }
}
