extension YAML.TreeBuilder {
  /// A name and its colon.
  struct Name {
    var kind: YAML.Node.Kind
    var range: Range<Int>
    /// Behind the colon; `nil` if there is none yet.
    var end: Int?
  }

  /// Adds an item to the sequence whose dash stands in a column.
  mutating func openItem(at column: Int) {
    close(downTo: column + 1)
    let top = frames[frames.count - 1]
    let last = tree.nodes[top.node].lastChild
    let lastKind = last >= 0 ? tree.nodes[last].kind : .root
    switch tree.nodes[top.node].kind {
    case .sequence where top.indent == column || lastKind != .missing && lastKind != .sequence: break
    default:
      if lastKind == .sequence, top.indent < column {
        frames.append(Frame(node: last, indent: column))
      } else {
        open(.sequence, lastKind == .missing ? last : appendMissing(at: position), at: column)
      }
    }
    let place = isBlank(byte(at: position + 1)) ? position + 2 : position + 1
    _ = appendMissing(at: place)
    lastEnd = place
  }

  /// Adds what has a name to the mapping whose names stand in a column, and reads its value.
  mutating func entry(_ name: Name, at column: Int) {
    openMapping(at: column)
    let (node, place) = append(name)
    lastEnd = place
    position = name.end ?? place
    guard name.end != nil else { return }
    skipBlanks()
    value(of: node, indent: column)
  }

  /// Adds a name to the innermost mapping, and the place where its value belongs.
  private mutating func append(_ name: Name) -> (node: Int, place: Int) {
    let mapping = frames[frames.count - 1].node
    var key = YAML.Node(name.kind, name.range, parent: mapping)
    key.isKey = true
    tree.nodes.append(key)
    let number = tree.nodes.count - 1
    let place = name.end.map { isBlank(byte(at: $0)) ? $0 + 1 : $0 } ?? name.range.upperBound
    let node = appendMissing(at: place)
    tree.nodes[node].key = number
    return (node, place)
  }

  private mutating func openMapping(at column: Int) {
    close(downTo: column + 1)
    closeSequences(at: column)
    let top = frames[frames.count - 1]
    guard top.indent < column else { return }
    let last = tree.nodes[top.node].lastChild
    let lastKind = last >= 0 ? tree.nodes[last].kind : .root
    if lastKind == .missing {
      open(.mapping, last, at: column)
    } else if lastKind == .mapping {
      frames.append(Frame(node: last, indent: column))
    } else if last >= 0, bare == (last, column) {
      // What stood there by itself was a name as well.
      let range = tree.nodes[last].range
      let kind = lastKind
      open(.mapping, last, at: column)
      tree.nodes[last].range = range
      _ = append(Name(kind: kind, range: range, end: nil))
    } else if tree.nodes[top.node].kind != .mapping {
      open(.mapping, appendMissing(at: position), at: column)
    }
  }

  /// Reads a value that stands on its line without a name: in a sequence, below its name, or where a name is being
  /// typed.
  mutating func bareValue(at column: Int) {
    close(downTo: column + 1)
    closeSequences(at: column)
    let top = frames[frames.count - 1]
    let last = tree.nodes[top.node].lastChild
    let isFree = last >= 0 && tree.nodes[last].kind == .missing && top.indent < column
    if !isFree, tree.nodes[top.node].kind == .mapping {
      entry(Name(kind: .plain, range: position..<plainEnd(from: position).end, end: nil), at: column)
      return
    }
    let node = isFree ? last : appendMissing(at: position)
    let start = position
    value(of: node, indent: top.indent)
    let range = tree.nodes[node].range
    if tree.nodes[node].isScalar, tree.nodes[node].quoting != .block, range.upperBound <= lineEnd(from: start) {
      bare = (node, column)
    }
  }

  /// Reads a value into its node.
  mutating func value(of node: Int, indent: Int) {
    properties(of: node)
    guard !isAtLineEnd else { return }
    switch peek(0) {
    case UInt8(ascii: "#"): return
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard let header = blockHeader() else { return plain(node, indent: indent) }
      block(node, header, indent: indent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(node, indent: indent)
    case UInt8(ascii: "*"): alias(node)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if placeholderEnd(at: position) != nil { plain(node, indent: indent) } else { flow(node, indent: indent) }
    default: plain(node, indent: indent)
    }
    lastEnd = tree.nodes[node].range.upperBound
  }

  /// Reads anchors and tags; they are those of a node, if there is one.
  mutating func properties(of node: Int?) {
    while true {
      let start = position
      switch peek(0) {
      case UInt8(ascii: "&"), UInt8(ascii: "!"): position = wordEnd(from: position + 1)
      default: return
      }
      if let node {
        if tree.bytes[start] == UInt8(ascii: "&") {
          tree.nodes[node].anchor = start + 1..<position
          anchors[String(decoding: tree.bytes[start + 1..<position], as: UTF8.self)] = node
        } else {
          tree.nodes[node].tag = start..<position
        }
      }
      lastEnd = position
      skipBlanks()
    }
  }

  /// Reads `*name`.
  mutating func alias(_ node: Int) {
    let start = position
    position = wordEnd(from: position + 1)
    tree.nodes[node].kind = .alias
    tree.nodes[node].range = start..<position
    tree.nodes[node].detail = anchors[String(decoding: tree.bytes[start + 1..<position], as: UTF8.self)] ?? -1
  }
}
