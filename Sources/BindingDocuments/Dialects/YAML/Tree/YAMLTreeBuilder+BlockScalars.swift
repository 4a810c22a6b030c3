extension YAML.TreeBuilder {
  /// The header of a block scalar.
  struct BlockHeader {
    /// The columns of its indentation that it tells; `nil` if its first line does.
    var indentation: Int?
  }

  /// The header at the position: `|` or `>`, with an indentation and a way to chomp in any order, and nothing behind it
  /// on its line but a comment.
  func blockHeader() -> BlockHeader? {
    var header = BlockHeader()
    var offset = position + 1
    while offset < tree.bytes.count {
      switch tree.bytes[offset] {
      case UInt8(ascii: "1")...UInt8(ascii: "9"): header.indentation = Int(tree.bytes[offset] - UInt8(ascii: "0"))
      case UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case 0x0A, 0x0D: return header
      case 0x20, 0x09:
        let rest = indentationEnd(from: offset)
        let isLast = rest >= tree.bytes.count || isLineBreak(tree.bytes[rest])
        return isLast || tree.bytes[rest] == UInt8(ascii: "#") ? header : nil
      default: return nil
      }
      offset += 1
    }
    return header
  }

  /// Reads a block scalar: the lines that are indented deeper than what it belongs to. The position is left at the
  /// start of the line behind it.
  mutating func block(_ node: Int, _ header: BlockHeader, indent: Int) {
    let start = position
    tree.nodes[node].kind = peek(0) == UInt8(ascii: "|") ? .literal : .folded
    position = indentationEnd(from: wordEnd(from: position))
    if peek(0) == UInt8(ascii: "#") { comment() }
    position = lineEnd(from: position)
    var end = position
    var indentation = header.indentation.map { Swift.max(indent, 0) + $0 }
    skipLineBreak()
    while position < tree.bytes.count {
      let text = indentationEnd(ofBlockLine: position)
      if text >= tree.bytes.count || isLineBreak(tree.bytes[text]) {
        position = lineStart(behind: text)
        continue
      }
      if text - position <= indent || indent < 0 && isMarker(at: position, "-") { break }
      indentation = indentation ?? text - position
      end = lineEnd(from: text)
      position = lineStart(behind: end)
    }
    // Blank lines and comments behind it are the main loop's.
    position = lineStart(behind: end)
    tree.nodes[node].range = start..<end
    tree.nodes[node].detail = indentation ?? 0
  }

  /// A block scalar is indented by spaces alone.
  private func indentationEnd(ofBlockLine start: Int) -> Int {
    var offset = start
    while offset < tree.bytes.count, tree.bytes[offset] == 0x20 { offset += 1 }
    return offset
  }
}
