import JSON

/// A tree as text: `(object ("a" 1) ("b" (array "x")))`. `_` stands where something is missing, `?word` for a word, `!}`
/// for stray characters, and `…` behind what lacks its end.
func treeText(_ node: JSONNode) -> String {
  let source = String(decoding: node.source, as: UTF8.self)
  let end = node.isClosed ? "" : "…"
  switch node.kind {
  case .document: return node.children.map(treeText).joined(separator: " ")
  case .object, .array: return "(" + ["\(node.kind)\(end)"].appending(node.children.map(treeText)) + ")"
  case .member: return "(" + [node.name, node.value].map { $0.map(treeText) ?? "nil" }.joined(separator: " ") + ")"
  case .string: return source + end
  case .number, .boolean, .null: return source
  case .word: return "?" + source
  case .missing: return "_"
  case .stray: return "!" + source
  }
}

extension [String] {
  fileprivate func appending(_ others: [String]) -> String { (self + others).joined(separator: " ") }
}

/// Faults as text: `missingComma@3 stray@5..<6`.
func faultText(_ tree: JSONTree) -> String {
  tree.faults.map { fault in
    "\(fault.kind)@\(fault.range.isEmpty ? "\(fault.range.lowerBound)" : "\(fault.range)")"
  }.joined(separator: " ")
}

/// A document and the offset that is marked in it with `‸`.
func cursor(_ marked: String) -> (text: String, offset: Int) {
  let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
  return (parts.joined(), parts[0].utf8.count)
}

/// A path as text: `resources/0/properties`.
func pathText(_ path: [JSONPathStep]) -> String {
  path.map { step in
    switch step {
    case .member(let name): name.string ?? "_"
    case .element(let number): "\(number)"
    }
  }.joined(separator: "/")
}

/// What is wrong with a tree itself, whatever its document: ranges that leave their parent's or overlap, parents that are
/// others, offsets outside of the document. `nil` if nothing is.
func brokenInvariant(of tree: JSONTree) -> String? {
  let count = tree.bytes.count
  guard tree.document.range == 0..<count else { return "the document is \(tree.document.range) of \(count)" }
  guard tree.document.parent == nil else { return "the document has a parent" }
  var open = [tree.document]
  while let node = open.popLast() {
    var end = node.range.lowerBound
    for child in node.children {
      let range = child.range
      guard range.lowerBound >= end, range.upperBound <= node.range.upperBound else {
        return "\(child.kind) at \(range) leaves its place in \(node.kind) at \(node.range) behind \(end)"
      }
      guard child.parent == node else { return "\(child.kind) at \(range) has another parent" }
      end = range.upperBound
      if let name = child.name, let value = child.value {
        guard name.range.lowerBound == range.lowerBound, value.range.upperBound == range.upperBound,
          name.range.upperBound <= value.range.lowerBound, name.parent == child, value.parent == child, name.isName
        else { return "the member at \(range) has \(name.range) and \(value.range)" }
        open.append(value)
      } else {
        open.append(child)
      }
    }
    if node.kind == .missing, !node.range.isEmpty { return "what is missing is at \(node.range)" }
  }
  for fault in tree.faults where fault.range.lowerBound < 0 || fault.range.upperBound > count {
    return "\(fault.kind) at \(fault.range) of \(count)"
  }
  var end = 0
  for comment in tree.comments {
    guard comment.range.lowerBound >= end, comment.range.upperBound <= count else { return "comment \(comment.range)" }
    end = comment.range.upperBound
  }
  if tree.rereadCount > 8 * count + 64 { return "\(tree.rereadCount) bytes read again of \(count)" }
  return nil
}
