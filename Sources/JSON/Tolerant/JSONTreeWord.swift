/// One word of a tolerant tree: four bits for the token, three flags, and two numbers.
///
/// | token | `high` (29 bits) | `low` (28 bits) |
/// |---|---|---|
/// | scalar, word, missing, stray | length in bytes, quotes included | offset of its first byte |
/// | document, object, array | index of the word behind its last | offset of its bracket |
/// | bounds, its second word | index of the container around it | offset behind its end |
///
/// A member is a word with the flag `name` and its value, which always follows, though it may be `missing`.
struct JSONTreeWord: Sendable, BitwiseCopyable {
  /// What stands at a word's place in the text.
  enum Token: UInt64 {
    case document, object, array
    /// The second word of a document, an object or an array.
    case bounds
    case string, number, `true`, `false`, null
    /// Text that is no JSON and might have been meant as a name or a value.
    case word
    /// Nothing, where a name or a value belongs.
    case missing
    /// Punctuation that belongs to nothing.
    case stray
  }

  /// What else there is to know of a token.
  struct Flags: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt64
    /// A member's name.
    static let name = Flags(rawValue: 1 << 57)
    /// A string with a backslash.
    static let escaped = Flags(rawValue: 1 << 58)
    /// A string without its closing quote, a container without its closing bracket.
    static let openEnded = Flags(rawValue: 1 << 59)
  }

  private var bits: UInt64

  private static let lowBits: UInt64 = 28
  private static let lowMask: UInt64 = 1 << 28 - 1
  private static let highMask: UInt64 = 1 << 29 - 1

  /// Both numbers are at least 0, `high` below 2²⁹ and `low` below 2²⁸, which `JSONTree.longestText` sees to: a byte
  /// brings three words at most.
  @inline(__always)
  init(_ token: Token, high: Int, low: Int, flags: Flags = []) {
    bits =
      token.rawValue &<< 60 | flags.rawValue | UInt64(truncatingIfNeeded: high) &<< Self.lowBits
      | UInt64(truncatingIfNeeded: low)
  }

  /// A token that ends where it begins.
  @inline(__always)
  static func missing(at offset: Int, flags: Flags = []) -> JSONTreeWord {
    JSONTreeWord(.missing, high: 0, low: offset, flags: flags)
  }

  @inline(__always)
  var token: Token { Token(rawValue: bits &>> 60) ?? .missing }

  @inline(__always)
  var high: Int { Int(truncatingIfNeeded: bits &>> Self.lowBits & Self.highMask) }

  @inline(__always)
  var low: Int { Int(truncatingIfNeeded: bits & Self.lowMask) }

  @inline(__always)
  func has(_ flag: Flags) -> Bool { bits & flag.rawValue != 0 }

  /// The same with another flag.
  @inline(__always)
  func with(_ flag: Flags) -> JSONTreeWord {
    var copy = self
    copy.bits |= flag.rawValue
    return copy
  }

  /// Whether this is the first word of a document, an object or an array.
  @inline(__always)
  var isContainer: Bool { token.rawValue <= Token.array.rawValue }

  /// Whether a colon behind it makes it a name where a value is expected too.
  @inline(__always)
  var mayBeName: Bool { token == .word || token == .string && !has(.openEnded) }
}
