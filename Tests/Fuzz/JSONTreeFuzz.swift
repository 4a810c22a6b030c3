// targets: JSON
import JSON

/// Any bytes: a tree whose ranges nest, at a bounded cost, and no fault exactly where the strict parser takes the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = Array(UnsafeBufferPointer(start: start, count: count))
  for dialect in [JSONDialect.json, .jsonc, .armTemplate] { check(JSONTree(text, dialect: dialect)) }
  // The strict parser refuses a byte order mark and what nests deep.
  guard !text.starts(with: [0xEF, 0xBB, 0xBF]) else { return 0 }
  let value = try? JSONValue.parse(text, limits: JSONLimits(depth: count))
  precondition(JSONTree(text).faults.isEmpty == (value != nil), "the parsers disagree")
  return 0
}

private func check(_ tree: JSONTree) {
  let count = tree.bytes.count
  precondition(tree.document.range == 0..<count, "the document is not all of the text")
  precondition(tree.rereadCount <= 8 * count + 64, "bytes were read again and again")
  var open = [tree.document]
  while let node = open.popLast() {
    var end = node.range.lowerBound
    for child in node.children {
      let range = child.range
      precondition(range.lowerBound >= end && range.upperBound <= node.range.upperBound, "ranges do not nest")
      precondition(child.parent == node, "another parent")
      end = range.upperBound
      check(child.name ?? child)
      open.append(child.value ?? child)
    }
  }
  for offset in 0...count {
    let place = tree.place(at: offset)
    let node = place.token ?? place.container
    precondition(node.range.lowerBound <= offset && offset <= node.range.upperBound, "a place elsewhere")
    if offset % 16 == 0 { precondition(place.path.count <= count + 1, "a path of more steps than bytes") }
  }
  for fault in tree.faults { precondition(fault.range.upperBound <= count, "a fault outside of the text") }
  for comment in tree.comments { precondition(comment.range.upperBound <= count, "a comment outside of the text") }
}

private func check(_ node: JSONNode) {
  guard let contents = node.contents, let string = node.string else { return }
  precondition(contents.range.lowerBound >= node.range.lowerBound && contents.range.upperBound <= node.range.upperBound)
  if String(validating: contents.bytes, as: UTF8.self) != nil { precondition(node.equals(string)) }
  var end = contents.range.lowerBound
  for offset in 0..<contents.bytes.count {
    let written = contents.sourceRange(of: offset..<offset + 1)
    precondition(written.lowerBound <= end && written.upperBound >= end, "a gap in what is written")
    precondition(contents.offset(ofSource: written.lowerBound) <= offset, "not the way back")
    end = written.upperBound
  }
  precondition(end == contents.range.upperBound, "not all that is written")
}
