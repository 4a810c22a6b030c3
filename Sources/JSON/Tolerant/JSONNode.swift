/// A node of a tolerant tree: a place on its tape. A copy retains the tree.
package struct JSONNode: Sendable {
  let storage: JSONTreeStorage
  /// Its first word; a member's is that of its name.
  let index: Int
  private let isMember: Bool

  init(_ storage: JSONTreeStorage, _ index: Int, isMember: Bool = false) {
    self.storage = storage
    self.index = index
    self.isMember = isMember
  }

  /// What a node can be.
  package enum Kind: Hashable, Sendable {
    /// All of the text.
    case document
    case object, array
    /// A name and its value.
    case member
    case string, number, boolean, null
    /// Text that is no JSON, where a value or a name is: a text without quotes, `True`, `${COUNT}`.
    case word
    /// Nothing, where a value or a name is missing. Its range is empty.
    case missing
    /// Closing brackets and colons that belong to nothing.
    case stray
  }

  /// What it is.
  package var kind: Kind {
    if isMember { return .member }
    return switch word.token {
    case .document: .document
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .true, .false: .boolean
    case .null: .null
    case .word: .word
    case .missing, .bounds: .missing
    case .stray: .stray
    }
  }

  var word: JSONTreeWord { storage.tape[index] }

  /// Where it stands, in bytes: a string with its quotes, a container with its brackets. A container without its closing
  /// bracket ends where the token begins that ends it, or with the text. A member reaches from its name to its value.
  package var range: Range<Int> {
    let own = storage.range(of: index)
    return isMember ? own.lowerBound..<storage.range(of: index + 1).upperBound : own
  }

  /// The bytes that it is written with.
  package var source: ArraySlice<UInt8> { storage.bytes[range] }

  /// Whether it has its end: a string its closing quote, an array or object its closing bracket. True for other kinds.
  package var isClosed: Bool { isMember || !word.has(.openEnded) }

  /// Whether it is a member's name.
  package var isName: Bool { !isMember && word.has(.name) }
}

extension JSONNode: Equatable {
  /// Whether both are the same node of the same tree.
  package static func == (left: JSONNode, right: JSONNode) -> Bool {
    left.storage === right.storage && left.index == right.index && left.isMember == right.isMember
  }
}

// MARK: Scalars

extension JSONNode {
  /// The boolean, if this is one.
  package var boolean: Bool? {
    guard kind == .boolean else { return nil }
    return word.token == .true
  }

  /// The number as written, if this is one; it may be malformed.
  package var numberText: String? {
    kind == .number ? String(decoding: source, as: UTF8.self) : nil
  }
}
