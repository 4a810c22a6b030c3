/// A token of PowerShell. Strings that expand are several: their parts stand between `doubleOpen` and `doubleClose`.
struct PowerShellToken {
  /// What a token is.
  enum Kind: UInt8 {
    case newline, semicolon, pipe
    /// `&&` and `||`.
    case andOr
    case ampersand, comma, equals
    /// `>`, `2>&1` and their kin, without what they are followed by.
    case redirection
    /// Characters of a bare word, an operator or a number.
    case word
    /// A backtick with what it escapes, or a doubled quote.
    case escape
    case variable, splat
    /// `'…'`, with its quotes.
    case single
    /// `@'…'@`.
    case hereSingle
    case doubleOpen, doubleClose
    /// Characters of a string.
    case text
    case parenthesis
    /// `$(`
    case subexpression
    /// `@(`
    case array
    case brace
    /// `@{`
    case hash
    case close
    /// What follows `--%` on its line.
    case verbatim
    /// `${{ … }}`, which something else replaces.
    case placeholder
  }

  var kind: Kind
  /// Whether nothing stands between it and the token before it.
  var isJoined: Bool
  private let first: Int32
  private let last: Int32
  /// For what opens, the index of what closes it, or behind the last token.
  var partner: Int32 = .max

  init(_ kind: Kind, _ range: Range<Int>, isJoined: Bool) {
    self.kind = kind
    self.isJoined = isJoined
    first = Int32(truncatingIfNeeded: range.lowerBound)
    last = Int32(truncatingIfNeeded: range.upperBound)
  }

  var start: Int { Int(first) }
  var end: Int { Int(last) }
  var range: Range<Int> { start..<Swift.max(start, end) }

  /// Whether it opens brackets.
  var opens: Bool {
    switch kind {
    case .parenthesis, .subexpression, .array, .brace, .hash: true
    default: false
    }
  }

  /// Whether a statement, or a command of a pipeline, ends with it.
  var endsCommand: Bool {
    switch kind {
    case .newline, .semicolon, .pipe, .andOr, .ampersand, .close: true
    default: false
    }
  }
}
