/// A text of at most seven bytes of UTF-8, held in one number: two of them are compared in one step.
///
/// For the names of members that are looked at in every message.
package struct ShortText: Hashable, Sendable {
  /// The bytes, the first one lowest, and in the highest byte their number.
  private let bits: UInt64

  /// The longest text, in bytes.
  private static let maximumLength = 7

  /// The text of a literal, which must be short.
  package init(_ text: StaticString) {
    precondition(text.utf8CodeUnitCount <= Self.maximumLength, "a short text has at most seven bytes")
    bits = text.withUTF8Buffer { Self.bits(of: $0.span.bytes) }
  }

  /// The text of a value; `nil` if it is longer or no string.
  package init?(_ value: JSONValue) {
    self.init(value.text, at: value.index)
  }

  /// The text of a string without escapes, which stands in `bytes`; `nil` if it is longer.
  @inline(__always)
  init?(_ word: TapeWord, in bytes: RawSpan) {
    guard word.high <= Self.maximumLength else { return nil }
    if let eight = bytes.peekWord(at: word.low) {
      bits = eight & (1 &<< UInt64(8 &* word.high) &- 1) | UInt64(word.high) &<< 56
    } else {
      bits = Self.bits(of: bytes.extracting(word.low..<word.low &+ word.high))
    }
  }

  init?(_ text: ParsedText, at index: Int) {
    let word = text.tape[index]
    switch word.token {
    case .plainString:
      let source = text.bytes
      self.init(word, in: source.span.bytes)
    case .escapedString:
      guard let meant = JSONValue(text: text, index: index).string, meant.utf8.count <= Self.maximumLength else {
        return nil
      }
      let utf8 = meant.utf8
      self.init(bits: Self.bits(of: utf8.span.bytes))
    default:
      return nil
    }
  }

  private init(bits: UInt64) {
    self.bits = bits
  }

  @inline(__always)
  private static func bits(of bytes: RawSpan) -> UInt64 {
    var bits = UInt64(bytes.byteCount) &<< 56
    for offset in 0..<bytes.byteCount { bits |= UInt64(bytes.byte(at: offset)) &<< UInt64(8 &* offset) }
    return bits
  }
}
