/// The children of a node. A step costs the same whatever they hold.
package struct JSONChildren: Collection, Sendable {
  private let storage: JSONTreeStorage
  /// The first child's place.
  package let startIndex: Index
  /// The place behind the last child.
  package let endIndex: Index

  /// A child's place.
  package struct Index: Comparable, Sendable {
    let word: Int

    /// Orders by place.
    package static func < (left: Index, right: Index) -> Bool { left.word < right.word }
  }

  init(of node: JSONNode) {
    storage = node.storage
    let hasChildren = node.kind != .member && node.word.isContainer
    startIndex = Index(word: hasChildren ? node.index + 2 : 0)
    endIndex = Index(word: hasChildren ? node.word.high : 0)
  }

  /// The child at a place.
  package subscript(index: Index) -> JSONNode {
    JSONNode(storage, index.word, isMember: storage.tape[index.word].has(.name))
  }

  /// The next child's place.
  package func index(after index: Index) -> Index {
    let isMember = storage.tape[index.word].has(.name)
    return Index(word: storage.endIndex(of: isMember ? index.word + 1 : index.word))
  }

  /// A walk over the children.
  package func makeIterator() -> Iterator { Iterator(self) }

  /// A walk over the children. It is quicker than the one that every collection has, which other modules walk without
  /// knowing what they walk over.
  package struct Iterator: IteratorProtocol, Sendable {
    private let children: JSONChildren
    private var index: Index

    init(_ children: JSONChildren) {
      self.children = children
      index = children.startIndex
    }

    /// The next child; `nil` behind the last.
    package mutating func next() -> JSONNode? {
      guard index < children.endIndex else { return nil }
      let child = children[index]
      index = children.index(after: index)
      return child
    }
  }
}
