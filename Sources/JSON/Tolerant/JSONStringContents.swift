/// What a string means, and where in the document each byte of that is written.
package struct JSONStringContents: Sendable {
  /// What it means: UTF-8, if the document is. A backslash that begins no escape means itself, half a surrogate pair
  /// U+FFFD, and a line break itself.
  package let bytes: [UInt8]
  /// Where the contents stand in the document, in bytes.
  package let range: Range<Int>
  /// The escapes in their order; between them the bytes are the document's.
  private let escapes: [Escape]

  /// An escape: where it is written, and what it means.
  private struct Escape {
    var source: Range<Int>
    var meant: Range<Int>
  }

  init(_ range: Range<Int>, of document: [UInt8], isEscaped: Bool) {
    self.range = range
    guard isEscaped else {
      bytes = Array(document[range])
      escapes = []
      return
    }
    var meant: [UInt8] = []
    meant.reserveCapacity(range.count)
    var escapes: [Escape] = []
    // An escape ends with the contents at the latest.
    let text = document.span.bytes.extracting(first: range.upperBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text.byte(at: offset) == UInt8(ascii: "\\"), let escape = JSONEscape(at: offset, in: text) else {
        meant.append(text.byte(at: offset))
        offset += 1
        continue
      }
      let start = meant.count
      meant.append(contentsOf: escape.scalar.utf8)
      escapes.append(Escape(source: offset..<offset + escape.length, meant: start..<meant.count))
      offset += escape.length
    }
    bytes = meant
    self.escapes = escapes
  }

  /// Where a part of what the string means is written, in bytes of the document. An escape that means some of it is taken
  /// whole. Offsets outside are taken as the nearest inside.
  package func sourceRange(of meant: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(of: meant.lowerBound)
    if meant.isEmpty { return lower..<lower }
    return lower..<Swift.max(lower, endOfSource(of: meant.upperBound))
  }

  /// Where the byte at an offset of what the string means is written; where its escape begins, if it has one. At the end,
  /// the end of the contents.
  package func sourceOffset(of meant: Int) -> Int {
    let meant = Swift.min(Swift.max(meant, 0), bytes.count)
    guard let escape = lastEscape(where: { $0.meant.lowerBound <= meant }) else { return range.lowerBound + meant }
    return meant < escape.meant.upperBound
      ? escape.source.lowerBound : escape.source.upperBound + meant - escape.meant.upperBound
  }

  private func endOfSource(of meant: Int) -> Int {
    let meant = Swift.min(Swift.max(meant, 0), bytes.count)
    guard let escape = lastEscape(where: { $0.meant.lowerBound < meant }) else { return range.lowerBound + meant }
    return escape.source.upperBound + Swift.max(0, meant - escape.meant.upperBound)
  }

  /// The offset of what the string means that is written at an offset of the document; within an escape, where what it
  /// means begins. Offsets outside are taken as the nearest inside.
  package func offset(ofSource source: Int) -> Int {
    let source = Swift.min(Swift.max(source, range.lowerBound), range.upperBound)
    guard let escape = lastEscape(where: { $0.source.lowerBound <= source }) else { return source - range.lowerBound }
    return source < escape.source.upperBound
      ? escape.meant.lowerBound : escape.meant.upperBound + source - escape.source.upperBound
  }

  /// The last escape for which something is true, which then is true for all before it.
  private func lastEscape(where isBefore: (Escape) -> Bool) -> Escape? {
    var low = 0
    var high = escapes.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(escapes[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : escapes[low - 1]
  }
}
