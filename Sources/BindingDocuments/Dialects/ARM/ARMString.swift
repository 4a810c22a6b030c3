import JSON

/// A string of the document: what it means, and where each byte of that is written.
struct ARMString {
  /// Where it stands, with its quotes.
  let range: Range<Int>
  private let contents: JSONStringContents

  /// `nil` if the node is no string.
  init?(_ node: JSONNode?) {
    guard let node, node.kind == .string, let contents = node.contents else { return nil }
    range = node.range
    self.contents = contents
  }

  /// What it means. Offsets in it are what the functions here take.
  var bytes: [UInt8] { contents.bytes }

  /// All of what it means.
  var all: Range<Int> { 0..<contents.bytes.count }

  /// Where a text first stands in what it means, in any case of ASCII; the text is in lower case.
  func firstRange(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    var start = 0
    while start + wanted.count <= bytes.count {
      if bytes[start..<start + wanted.count].elementsEqual(wanted, by: { armLowercased($0) == $1 }) {
        return start..<start + wanted.count
      }
      start += 1
    }
    return nil
  }

  /// What a stretch means.
  func text(_ meant: Range<Int>) -> String { String(decoding: contents.bytes[meant], as: UTF8.self) }

  /// Where a stretch is written.
  func place(_ meant: Range<Int>) -> Range<Int> { contents.sourceRange(of: meant) }

  /// A stretch as parts: escapes by themselves.
  func parts(_ meant: Range<Int>) -> [Expression.Part] {
    guard !meant.isEmpty else { return [] }
    if contents.range.count == contents.bytes.count {
      return [.init(.text, text(meant), at: place(meant))]
    }
    var parts: [Expression.Part] = []
    var offset = meant.lowerBound
    while offset < meant.upperBound {
      let start = offset
      while offset < meant.upperBound, place(offset..<offset + 1).count == 1 { offset += 1 }
      if offset == start {
        let escape = contents.sourceOffset(of: start)
        repeat { offset += 1 } while offset < meant.upperBound && contents.sourceOffset(of: offset) == escape
      }
      parts.append(.init(.text, text(start..<offset), at: place(start..<offset)))
    }
    return parts
  }

  /// A stretch that cannot be known.
  func opaque(_ meant: Range<Int>) -> Expression.Part {
    let place = place(meant)
    return .init(.opaque, text(meant), at: place)
  }
}
