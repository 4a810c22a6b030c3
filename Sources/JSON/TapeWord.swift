/// One word of a tape: four bits for the token, then two numbers of 30 bits each.
///
/// | token | `high` | `low` |
/// |---|---|---|
/// | scalar, string | length in bytes (a string's without its quotes) | offset of its first byte (a string's behind the quote) |
/// | array, object | index of the word behind its last | offset of its bracket |
/// | its second word | number of elements or members | offset behind its closing bracket |
struct TapeWord: Sendable, BitwiseCopyable {
  /// What stands at a word's place in the text.
  enum Token: UInt64 {
    case null, `false`, `true`
    /// A number without fraction and exponent.
    case integer
    /// A number with a fraction, an exponent or both.
    case decimal
    /// A string that means the bytes between its quotes.
    case plainString
    /// A string with escapes.
    case escapedString
    case array, object
  }

  private var bits: UInt64

  private static let mask: UInt64 = 1 << 30 - 1

  /// Both numbers are at least 0 and below 2³⁰, which `JSONLimits.longestText` sees to.
  @inline(__always)
  init(_ token: Token, high: Int, low: Int) {
    bits = token.rawValue &<< 60 | UInt64(truncatingIfNeeded: high) &<< 30 | UInt64(truncatingIfNeeded: low)
  }

  /// A container's second word.
  @inline(__always)
  init(high: Int, low: Int) {
    bits = UInt64(truncatingIfNeeded: high) &<< 30 | UInt64(truncatingIfNeeded: low)
  }

  @inline(__always)
  var token: Token { Token(rawValue: bits &>> 60) ?? .null }

  @inline(__always)
  var high: Int { Int(truncatingIfNeeded: bits &>> 30 & TapeWord.mask) }

  @inline(__always)
  var low: Int { Int(truncatingIfNeeded: bits & TapeWord.mask) }
}
