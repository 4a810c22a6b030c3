/// What an expression, or a part of one, is worth.
struct ARMValue {
  /// What can be known of it.
  enum Kind {
    /// A text.
    case text([Expression.Part])
    /// A list, and whether its elements are all.
    case list([Expression], isComplete: Bool)
    /// What a parameter or variable means.
    case reference(ARMReference)
    /// `resourceGroup()`
    case group
    /// `subscription()`
    case subscription
    /// Not known.
    case unknown
  }

  let kind: Kind

  /// Where it stands in what its string means.
  let range: Range<Int>

  /// Whether it is written as a literal, in quotes.
  let isLiteral: Bool

  init(_ kind: Kind, _ range: Range<Int>, isLiteral: Bool = false) {
    self.kind = kind
    self.range = range
    self.isLiteral = isLiteral
  }

  /// What a literal means.
  var literal: String? {
    guard isLiteral, case .text(let parts) = kind else { return nil }
    return parts.map(\.text).joined()
  }

  /// The value as parts of a text.
  func parts(of string: ARMString, in scope: ARMScope) -> [Expression.Part] {
    switch kind {
    case .text(let parts): parts
    case .reference(let reference): [.init(.reference, scope.prefix + reference.name, at: string.place(range))]
    case .list, .group, .subscription, .unknown: [string.opaque(range)]
    }
  }

  /// The value as one that stands where it does.
  func expression(of string: ARMString, in scope: ARMScope) -> Expression {
    Expression(parts(of: string, in: scope), range: string.place(range), quoting: isLiteral ? .single : .none)
  }
}
