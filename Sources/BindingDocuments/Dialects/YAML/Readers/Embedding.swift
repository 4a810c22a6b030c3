extension YAML.Reader {
  /// Takes the scalars in some nodes, one behind the other, as one script. What has been taken once is not again.
  mutating func embed(_ nodes: [Int], _ language: YAML.Contexts.Language) {
    var scalars: [Int] = []
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      switch tree[node].kind {
      // What a tag makes of a list is not known.
      case .sequence where tree[node].tag.isEmpty: pending += tree.children(of: node).reversed()
      default:
        guard tree[node].isScalar, !isClaimed[node] else { continue }
        isClaimed[node] = true
        scalars.append(node)
      }
    }
    guard case .dialect(let dialect) = language else { return }
    // A map goes forward only.
    scalars.sort()
    guard scalars.contains(where: mayMatter) else { return }
    let text = text(of: scalars)
    reading.embedded.append(EmbeddedText(dialect, text.bytes, text.map))
  }

  /// Whether a node holds the letters without which no text is of interest.
  func mayMatter(_ node: Int) -> Bool {
    tree.bytes.withUnsafeBytes { YAML.holdsTrigger($0, tree[node].range) }
  }

  /// The texts of scalars, a line or more each.
  private func text(of scalars: [Int]) -> (bytes: [UInt8], map: TextMap) {
    var bytes: [UInt8] = []
    var map = TextMap()
    for (index, scalar) in scalars.enumerated() {
      for piece in tree.pieces(of: scalar) {
        switch piece {
        case .verbatim(let range):
          bytes += tree.bytes[range]
          map.append(range.count, from: range.lowerBound)
        case .replaced(let text, let range):
          bytes += Array(text.utf8)
          map.append(text.utf8.count, from: range.lowerBound)
        }
      }
      if index < scalars.count - 1, bytes.last != 0x0A {
        bytes.append(0x0A)
        map.append(1, from: tree[scalar].range.upperBound)
      }
    }
    return (bytes, map)
  }
}
