extension Terraform {
  /// A token of HCL.
  struct Token {
    /// What it is.
    enum Kind {
      /// A line feed.
      case newline
      case identifier, number
      /// `{`, `[`, `(` and what closes them.
      case openBrace, closeBrace, openBracket, closeBracket, openParenthesis, closeParenthesis
      /// The quotes of a quoted template.
      case openQuote, closeQuote
      /// `<<EOT` with its line feed; the marker at the end.
      case openHeredoc, closeHeredoc
      /// `${` and `%{`, and the `}` that closes them.
      case openInterpolation, openDirective, closeTemplate
      /// A stretch of a template that means itself; not longer than its line.
      case text
      /// An escape in a template, `\n` or `$${`.
      case escape
      case comma, equals, colon, dot
      /// A token that makes an expression of several: `+`, `==`, `?`.
      case `operator`
      /// What belongs to nothing here: `...`, `=>`, closing brackets without an opening one.
      case stray
    }

    /// What it is.
    var kind: Kind
    /// Where it stands.
    var start: Int
    var end: Int
    /// The token that closes what this one opens: its number; that of the first token which is not in it, if it is not
    /// closed.
    var partner = 0

    /// Where it stands.
    var range: Range<Int> { start..<end }
  }

  /// A comment.
  struct Comment {
    /// Where it stands: with its `#`, `//` or `/*`, without its line feed.
    var range: Range<Int>
    /// Whether it is written `/* */`.
    var isBlock: Bool
    /// Whether something else than comments stands before it on its line.
    var isBehindCode: Bool
    /// The number of the first token behind it.
    var next: Int
  }
}
