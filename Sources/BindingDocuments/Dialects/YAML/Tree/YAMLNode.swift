extension YAML {
  /// A value of a document, or the name of one.
  struct Node {
    /// What a value is, and how it is written.
    enum Kind {
      /// Nothing is there: behind `roles:` at the end of a document.
      case missing
      /// A scalar without quotes.
      case plain
      /// `'…'`
      case single
      /// `"…"`
      case double
      /// `|`
      case literal
      /// `>`
      case folded
      /// `*name`
      case alias
      case mapping
      case sequence
      /// What holds the documents' values.
      case root
    }

    var kind: Kind

    /// All of it: a scalar with its quotes or its header, a container up to the end of what it holds.
    var range: Range<Int>

    /// The node that holds it; -1 for the root.
    var parent: Int

    /// The node that names it in its mapping; -1 if nothing does.
    var key = -1

    /// The first of the values within; -1 if there is none.
    var firstChild = -1

    /// The last of the values within; -1 if there is none.
    var lastChild = -1

    /// The next value in the same container; -1 if there is none.
    var next = -1

    /// The node that an alias stands for, -1 if there is none; for a block scalar, the columns of its indentation.
    var detail = -1

    /// Where its anchor's name stands, without the `&`. Empty if it has none.
    var anchor = 0..<0

    /// Where its tag stands. Empty if it has none.
    var tag = 0..<0

    /// Whether it names a value.
    var isKey = false

    init(_ kind: Kind, _ range: Range<Int>, parent: Int) {
      self.kind = kind
      self.range = range
      self.parent = parent
    }

    /// Whether it is a text.
    var isScalar: Bool {
      switch kind {
      case .plain, .single, .double, .literal, .folded: true
      default: false
      }
    }

    /// How it is quoted.
    var quoting: Quoting {
      switch kind {
      case .single: .single
      case .double: .double
      case .literal, .folded: .block
      default: .none
      }
    }
  }
}
