/// A value as a document gives it: what it means, part by part, and where each part stands. Quotes, escapes and
/// continued lines are undone; what the text refers to is not looked up yet.
///
/// All offsets are of bytes, of the text that a ``Dialect`` has read.
package struct Expression: Hashable, Sendable {
  /// A stretch of a value.
  package struct Part: Hashable, Sendable {
    /// What a part stands for.
    package enum Kind: Hashable, Sendable {
      /// Itself: ``Part/text`` is what it means.
      case text
      /// The value of the definition whose name ``Part/text`` is.
      case reference
      /// Something that cannot be known from documents; ``Part/text`` is what is written.
      case opaque
    }

    /// What the part stands for.
    package var kind: Kind

    /// What the part means, the name it refers to, or what is written; see ``Kind``.
    package var text: String

    /// Where the part stands. Empty if it stands nowhere: see ``Expression/implied(_:at:)``.
    package var range: Range<Int>

    /// What a reference means if there is no such definition: `${NAME:-fallback}`.
    package var fallback: String?

    /// Whether the text is the value of something that stands here: what a reference was found to mean.
    package var isFollowed = false

    /// Creates a part.
    package init(_ kind: Kind, _ text: String, at range: Range<Int>, fallback: String? = nil) {
      self.kind = kind
      self.text = text
      self.range = range
      self.fallback = fallback
    }

    /// The name of the list that a reference is to the elements of; `nil` if it is to one value.
    var listName: String? {
      guard kind == .reference, text.utf8.suffix(3).elementsEqual("[@]".utf8) else { return nil }
      return String(Substring(text.utf8.dropLast(3)))
    }

    /// Whether the part means just the bytes that are written, so that an offset in its text is one in the document.
    package var isVerbatim: Bool { kind == .text && !isFollowed && text.utf8.count == range.count }
  }

  /// The parts in order. A part has no escape within: what an escape means is a part by itself.
  package var parts: [Part]

  /// All of the value where it stands, with its quotes.
  package var range: Range<Int>

  /// How the value is quoted, so that another text can be put in its place.
  package var quoting: Quoting

  /// Creates an expression.
  package init(_ parts: [Part], range: Range<Int>, quoting: Quoting) {
    self.parts = parts
    self.range = range
    self.quoting = quoting
  }

  /// Whether it stands for as many words as a list has elements, `"${args[@]}"`: one reference to the list's name with `[@]`
  /// behind it.
  package var isSplat: Bool { listName != nil }

  /// The elements of the list that it refers to, if it is a reference and nothing else; else itself.
  var spread: Expression {
    guard parts.count == 1, parts[0].kind == .reference, !isSplat else { return self }
    var all = self
    all.parts[0].text += "[@]"
    return all
  }

  /// The name of the list whose elements it stands for; `nil` if it stands for one value.
  var listName: String? { parts.count == 1 ? parts[0].listName : nil }

  /// A value that stands nowhere, but is meant by what stands at a place: `/subscriptions/` before the `--resource-group`
  /// of a command.
  package static func implied(_ text: String, at place: Int) -> Expression {
    Expression([Part(.text, text, at: place..<place)], range: place..<place, quoting: .none)
  }

  /// What the value means if nothing in it is to be looked up; `nil` if something is.
  package var literal: String? {
    if parts.count == 1 { return parts[0].kind == .text ? parts[0].text : nil }
    var text = ""
    for part in parts {
      guard part.kind == .text else { return nil }
      text += part.text
    }
    return text
  }

  /// The values one after the other, as one; its place is that of the last that stands somewhere.
  package static func joining(_ expressions: [Expression]) -> Expression {
    let place = expressions.last { !$0.range.isEmpty } ?? expressions.last
    return Expression(
      expressions.flatMap(\.parts), range: place?.range ?? 0..<0, quoting: place?.quoting ?? .none)
  }
}

/// How a value is quoted where it stands.
package enum Quoting: Hashable, Sendable {
  /// No quotes.
  case none
  /// `'…'`
  case single
  /// `"…"`
  case double
  /// Lines of their own: a YAML block scalar, a here-document, Bicep's `'''`.
  case block
  /// A piece of a larger text, whatever quotes that has: a role among others between commas, a binding's name behind its
  /// cluster's. Only what means itself in any quotes, and without, can be put in its place.
  case piece
}

extension String {
  /// The text, if it means itself in the quotes of every dialect, and outside of them: letters and digits of ASCII, and
  /// `-`, `_`, `.`, `/` and `,`.
  var asPiece: String? {
    let isPlain = utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_./,".utf8.contains(byte)
    }
    return isPlain && !isEmpty ? self : nil
  }
}
