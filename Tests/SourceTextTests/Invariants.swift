@testable import SourceText

extension SumTree {
  /// What is wrong with the tree's form: heights, fill or sums.
  var faults: [String] {
    var faults: [String] = []
    func height(_ node: Node, isRoot: Bool) -> Int {
      let entries = node.elements.count + node.children.count
      if !node.elements.isEmpty && !node.children.isEmpty { faults.append("elements in an inner node") }
      if entries > Node.most || !isRoot && entries < Node.least { faults.append("a node with \(entries) entries") }
      if isRoot, node.children.count == 1 { faults.append("a root with one child") }
      let summary =
        node.isLeaf
        ? node.elements.reduce(.zero) { $0 + $1.summary } : node.children.reduce(.zero) { $0 + $1.summary }
      if summary != node.summary { faults.append("the sum \(node.summary), not \(summary)") }
      let count = node.isLeaf ? node.elements.count : node.children.reduce(0) { $0 + $1.count }
      if count != node.count { faults.append("the count \(node.count), not \(count)") }
      let heights = Set(node.children.map { height($0, isRoot: false) })
      if heights.count > 1 { faults.append("children of the heights \(heights.sorted())") }
      return (heights.first ?? 0) + 1
    }
    _ = height(root, isRoot: true)
    return faults
  }
}

extension SourceText {
  /// What is wrong with the text's chunks: the tree, their sizes, their sums, or a cut `isWithin` a character or CR LF.
  func faults(isWithin: (Int) -> Bool) -> [String] {
    var faults = chunks.faults
    var offset = 0
    for chunk in chunks {
      if isWithin(offset) { faults.append("a cut at \(offset)") }
      offset += chunk.bytes.count
      if chunk.bytes.count > chunkSize.most { faults.append("a chunk of \(chunk.bytes.count) bytes") }
      if chunk.bytes.count < chunkSize.fewest, chunks.count > 1 {
        faults.append("one of \(chunks.count) chunks of \(chunk.bytes.count) bytes")
      }
      let summary = TextSummary(of: chunk.bytes.span.bytes)
      if chunk.summary != summary { faults.append("a chunk's sum \(chunk.summary), not \(summary)") }
    }
    if chunks.isEmpty { faults.append("no chunk") }
    return faults
  }
}
