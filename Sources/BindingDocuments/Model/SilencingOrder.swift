/// What a comment orders: `trusted-access: ignore unknown-role, binding-name`. The same in every dialect; how a comment is
/// written is a dialect's own.
package struct SilencingOrder: Hashable, Sendable {
  /// The codes of the findings; empty means all.
  package var codes: [String]

  /// Where the order stands, from `trusted-access` to its last code.
  package var range: Range<Int>

  /// Finds the order in a comment; `nil` if it has none. Blanks may stand around the colon and the commas; what is behind
  /// the codes is the writer's reason. Cost: one look at each byte.
  package init?(in text: Span<UInt8>, _ comment: Range<Int>) {
    var offset = comment.lowerBound
    while true {
      guard let end = Self.firstEnd(of: "trusted-access", in: text, offset..<comment.upperBound) else { return nil }
      if let (codes, last) = Self.order(in: text, end..<comment.upperBound) {
        self.codes = codes
        range = end - 14..<last
        return
      }
      offset = end
    }
  }

  /// What is ordered behind the name, and where that ends.
  private static func order(in text: Span<UInt8>, _ range: Range<Int>) -> ([String], Int)? {
    var offset = skippingBlanks(in: text, range)
    guard offset < range.upperBound, text[offset] == UInt8(ascii: ":") else { return nil }
    offset = skippingBlanks(in: text, offset + 1..<range.upperBound)
    let verb = word(in: text, offset..<range.upperBound)
    guard firstEnd(of: "ignore", in: text, verb) == verb.upperBound, verb.count == 6 else { return nil }
    var codes: [String] = []
    var end = verb.upperBound
    offset = skippingBlanks(in: text, end..<range.upperBound)
    while true {
      let code = word(in: text, offset..<range.upperBound)
      guard !code.isEmpty, text[code.lowerBound] != UInt8(ascii: "-") else { break }
      codes.append(String(decoding: code.map { text[$0] }, as: UTF8.self))
      end = code.upperBound
      offset = skippingBlanks(in: text, end..<range.upperBound)
      guard offset < range.upperBound, text[offset] == UInt8(ascii: ",") else { break }
      offset = skippingBlanks(in: text, offset + 1..<range.upperBound)
    }
    return (codes, end)
  }

  /// Where the first occurrence of a text ends.
  private static func firstEnd(of wanted: StaticString, in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    wanted.withUTF8Buffer { wanted in
      var offset = range.lowerBound
      while offset + wanted.count <= range.upperBound {
        if wanted.indices.allSatisfy({ text[offset + $0] == wanted[$0] }) { return offset + wanted.count }
        offset += 1
      }
      return nil
    }
  }

  private static func word(in text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, (text[end] | 0x20) &- 0x61 < 26 || text[end] &- 0x30 < 10 || text[end] == 0x2D {
      end += 1
    }
    return range.lowerBound..<end
  }

  private static func skippingBlanks(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
    return offset
  }
}
