extension Bicep {
  /// What an expression is, so far as it matters, and where it stands.
  struct Node {
    indirect enum Kind {
      /// A string: its texts, and what is interpolated.
      case string([Piece], Quoting)
      /// A number, `true`, `false` or `null`.
      case word(String)
      /// A name.
      case name(String)
      /// A function's name and what it is given; that of a namespace, `az.resourceId`, without it.
      case call(String, [Node])
      /// A member of something, or what is nested in a resource: `a.b`, `a::b`.
      case member(Node, String)
      case object([Property], [Declaration])
      case array([Node])
      /// `...x`
      case spread(Node)
      /// `[for x in xs: body]`, and the loop's variables.
      case loop(Node, [String])
      /// `if (condition) body`
      case condition(Node)
      /// What is not known: all else.
      case unknown
    }

    var kind: Kind
    var range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// A piece of a string.
  enum Piece {
    case text(Expression.Part)
    case value(Node)
  }

  /// A member of an object.
  struct Property {
    /// Its name: a word or a string; opaque if something is interpolated.
    var name: Expression
    /// Its value; `nil` if it is not there yet.
    var value: Node?
  }

  /// A declaration, at top level or a resource nested in another.
  struct Declaration {
    var keyword: Keyword.Kind
    /// From its decorators to the end of its value.
    var range: Range<Int>
    /// The name that it declares, and where.
    var name: String?
    var place: Range<Int>
    /// The type of a resource, with its version.
    var type: Node?
    var isExisting = false
    /// What is assigned.
    var value: Node?
  }
}

extension Bicep.Node {
  /// Whether a condition tells if it is made.
  var isConditional: Bool {
    switch kind {
    case .condition: true
    case .loop(let body, _): body.isConditional
    default: false
    }
  }

  /// The object that is meant in the end, through loops and conditions; with the loops' variables.
  var body: (properties: [Bicep.Property], nested: [Bicep.Declaration], variables: [String], isRepeated: Bool)? {
    var (node, variables, isRepeated) = (self, [String](), false)
    while true {
      switch node.kind {
      case .object(let properties, let nested): return (properties, nested, variables, isRepeated)
      case .loop(let body, let names):
        variables += names
        isRepeated = true
        node = body
      case .condition(let body): node = body
      default: return nil
      }
    }
  }
}

extension [Bicep.Property] {
  /// The value of the last property of that name, in any case, as ARM has it; the name is in lower case.
  subscript(name: String) -> Bicep.Node? {
    last { $0.name.literal.map { Bicep.lowercased($0) == name } ?? false }?.value
  }
}

extension Bicep {
  /// A text with A–Z in lower case.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
