extension YAML {
  /// What a text says in YAML, as far as can be made out. Each node comes before those within it, in the order in which
  /// they stand.
  struct Tree {
    /// The text.
    let bytes: [UInt8]

    /// The nodes; the first is the root.
    var nodes: [Node] = []

    /// The comments from their `#` to the end of the line, in order.
    var comments: [Range<Int>] = []

    /// Lines that belong to a template engine, `{{- if … }}` and `{% for … %}`, in order.
    var templateLines: [Range<Int>] = []

    /// The node of a number.
    subscript(node: Int) -> Node { nodes[node] }

    /// The values in a container.
    func children(of node: Int) -> Children { Children(nodes: nodes, following: nodes[node].firstChild) }

    /// The numbers of a container's values, in order.
    struct Children: Sequence, IteratorProtocol {
      fileprivate let nodes: [Node]
      fileprivate var following: Int

      mutating func next() -> Int? {
        guard following >= 0 else { return nil }
        defer { following = nodes[following].next }
        return following
      }
    }

    /// Whether a line of a template engine stands in a range, so that it says more than is written, or less.
    func isTemplated(_ range: Range<Int>) -> Bool {
      var (low, high) = (0, templateLines.count)
      while low < high {
        let middle = (low + high) / 2
        if templateLines[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low < templateLines.count && templateLines[low].lowerBound < range.upperBound
    }

    /// Whether a scalar without escapes is a word.
    func isScalar(_ node: Int, _ word: StaticString, ignoringCase: Bool = false) -> Bool {
      let range = contents(of: node)
      guard nodes[node].isScalar, range.count == word.utf8CodeUnitCount else { return false }
      return word.withUTF8Buffer { letters in
        letters.indices.allSatisfy { index in
          let byte = bytes[range.lowerBound + index]
          return byte == letters[index] || ignoringCase && byte | 0x20 == letters[index] | 0x20
        }
      }
    }

    /// What names a value in its mapping, as it is written; empty if nothing does.
    func name(of node: Int) -> String {
      guard nodes[node].key >= 0 else { return "" }
      return String(decoding: bytes[contents(of: nodes[node].key)], as: UTF8.self)
    }

    /// Where a scalar's text stands, without its quotes. A block scalar's has its header.
    func contents(of node: Int) -> Range<Int> {
      let range = nodes[node].range
      guard nodes[node].kind == .single || nodes[node].kind == .double else { return range }
      let start = Swift.min(range.lowerBound + 1, range.upperBound)
      let isClosed = range.count > 1 && bytes[range.upperBound - 1] == bytes[range.lowerBound]
      return start..<(isClosed ? range.upperBound - 1 : range.upperBound)
    }
  }
}
