extension Terraform {
  /// A value in a block, as far as it is known.
  struct Node {
    /// What a value is.
    enum Value {
      /// A text, or what one cannot tell from a text: a number, a reference, what is opaque.
      case text(Expression)
      /// A list; it is complete unless it was put together with something unknown.
      case list([Node], isComplete: Bool)
      /// An object, or what stands in the braces of a block.
      case object([Member])
    }

    /// Where it stands.
    var range: Range<Int>
    /// What it is.
    var value: Value

    /// Something that cannot be known.
    static func opaque(_ range: Range<Int>, _ written: String) -> Node {
      Node(
        range: range,
        value: .text(Expression([.init(.opaque, written, at: range)], range: range, quoting: .none)))
    }

    /// The members of an object; none of another value.
    var members: [Member] {
      if case .object(let members) = value { members } else { [] }
    }

    /// The text, if it is one.
    var text: Expression? {
      if case .text(let text) = value { text } else { nil }
    }
  }

  /// An attribute or a block: of a document, of a block or of an object.
  struct Member {
    /// The name, or a block's type.
    var name: Expression
    /// A block's labels.
    var labels: [Expression] = []
    /// The value; `nil` if there is none yet.
    var value: Node?
    /// All of it.
    var range: Range<Int>

    /// Whether that is its name.
    func isNamed(_ name: String) -> Bool {
      self.name.parts.count == 1 && self.name.parts[0].kind == .text && self.name.parts[0].text == name
    }
  }
}

extension [Terraform.Member] {
  /// The value of the first member of that name.
  subscript(name: String) -> Terraform.Node? {
    first { $0.isNamed(name) }?.value
  }
}
