extension YAML {
  /// Reads a text into a ``Tree``, in one pass, with a stack of what is open in the place of recursion.
  ///
  /// What breaks YAML's rules is read as it was likely meant: a word without a colon is a name that is being typed;
  /// what is indented a little too far, or not far enough, belongs to what is open there; a quote or a bracket that is
  /// not closed ends before the next line that is not indented deeper than what it belongs to, and a quote at the end
  /// of its own line.
  struct TreeBuilder {
    /// A block container that is open, and the column of what is directly in it.
    struct Frame {
      var node: Int
      var indent: Int
    }

    var tree: Tree
    var frames = [Frame(node: 0, indent: -1)]
    var position = 0

    /// The end of what was read last, blanks and comments aside.
    var lastEnd = 0

    /// The nodes that anchors name, in this document.
    var anchors: [String: Int] = [:]

    /// The last value that stood on a line by itself, and its column: it may turn out to be a name that is being typed.
    var bare = (node: -1, column: -1)

    /// Up to where no placeholder of a kind ends: `}}`, `}`, `%}`, `*/`. Keeps unclosed ones from being looked for
    /// again.
    var unclosed = [0, 0, 0, 0]

    init(_ bytes: [UInt8]) {
      tree = Tree(bytes: bytes)
      tree.nodes.append(Node(.root, 0..<bytes.count, parent: -1))
    }

    /// The tree of a text.
    static func tree(of bytes: [UInt8]) -> Tree {
      var builder = TreeBuilder(bytes)
      builder.build()
      return builder.tree
    }

    private mutating func build() {
      if tree.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
      while position < tree.bytes.count {
        let start = position
        skipBlanks()
        if isAtLineEnd { skipLineBreak() } else { contents(ofLineAt: start) }
      }
      close(downTo: 0)
    }

    private mutating func contents(ofLineAt start: Int) {
      if position == start, isMarker(at: start, "-") || isMarker(at: start, ".") {
        endDocument()
        position += 3
        skipBlanks()
      }
      if !isAtLineEnd, peek(0) != UInt8(ascii: "#"), !templateLine() { line(startingAt: start) }
      endLine(from: start)
    }

    /// The nodes of a line with block structure, from where it is indented to.
    private mutating func line(startingAt start: Int) {
      while !isAtLineEnd, peek(0) != UInt8(ascii: "#") {
        let column = position - start
        switch peek(0) {
        case UInt8(ascii: "-") where isBlankOrEnd(position + 1):
          openItem(at: column)
          position += 1
        // Names that are no simple words are read as if they were.
        case UInt8(ascii: "?") where isBlankOrEnd(position + 1), UInt8(ascii: ":") where isBlankOrEnd(position + 1):
          position += 1
        case UInt8(ascii: "&"), UInt8(ascii: "!"):
          close(downTo: column + 1)
          let last = lastChild
          properties(of: last >= 0 && tree.nodes[last].kind == .missing ? last : nil)
        default:
          if let name = implicitKey() {
            entry(name, at: column)
          } else {
            bareValue(at: column)
          }
          return
        }
        skipBlanks()
      }
    }

    /// Behind the last node of a line: a comment perhaps, and the line break.
    private mutating func endLine(from start: Int) {
      // Behind the lines of a block scalar.
      if position > start, isLineBreak(tree.bytes[position - 1]) { return }
      skipBlanks()
      if peek(0) == UInt8(ascii: "#") {
        comment()
      } else {
        position = lineEnd(from: position)
      }
      skipLineBreak()
    }

    private mutating func endDocument() {
      close(downTo: 0)
      anchors = [:]
      append(Node(.missing, position..<position, parent: 0))
    }

    // MARK: What is open

    /// The last value in the innermost open container; -1 if there is none.
    var lastChild: Int { tree.nodes[frames[frames.count - 1].node].lastChild }

    /// Closes the containers whose contents stand in the column or farther in.
    mutating func close(downTo column: Int) {
      while let frame = frames.last, frame.node > 0, frame.indent >= column { closeLast(frame) }
    }

    private mutating func closeLast(_ frame: Frame) {
      let start = tree.nodes[frame.node].range.lowerBound
      tree.nodes[frame.node].range = start..<Swift.max(start, lastEnd)
      frames.removeLast()
    }

    /// Closes the sequences whose dashes stand in the column: what has no dash is not in them.
    mutating func closeSequences(at column: Int) {
      while let frame = frames.last, frame.node > 0, frame.indent == column, tree.nodes[frame.node].kind == .sequence {
        closeLast(frame)
      }
    }

    /// Turns a value that is missing into a container, and opens it.
    mutating func open(_ kind: Node.Kind, _ node: Int, at column: Int) {
      tree.nodes[node].kind = kind
      tree.nodes[node].range = position..<position
      frames.append(Frame(node: node, indent: column))
    }

    /// Adds a node as the last value of its parent.
    @discardableResult
    mutating func append(_ node: Node) -> Int {
      let number = tree.nodes.count
      let last = tree.nodes[node.parent].lastChild
      if last >= 0 { tree.nodes[last].next = number } else { tree.nodes[node.parent].firstChild = number }
      tree.nodes[node.parent].lastChild = number
      tree.nodes.append(node)
      return number
    }

    /// Adds a value that is missing to the innermost open container.
    mutating func appendMissing(at place: Int) -> Int {
      append(Node(.missing, place..<place, parent: frames[frames.count - 1].node))
    }
  }
}
